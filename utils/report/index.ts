export { evidencePack } from './evidence/build.ts';
export { evidenceText, type Format, FORMAT_FILES, FORMATS } from './evidence/formats.ts';
export {
  type EvidenceInput,
  type EvidencePack,
  type Judgement,
  type PartId,
  PART_IDS,
} from './evidence/pack.ts';
export { previewOf } from './evidence/preview.ts';
export { asSeenAt, differences, timelines } from './history.ts';
export { type GrantsAtTwo, grantsAtTwo } from './grants.ts';
export { createMask } from './mask.ts';
export { type Pace, produce } from './produce.ts';
export type { TroubleInput } from './trouble/input.ts';
export { troubleReport } from './trouble/report.ts';
