import type { Say } from '../../utils/model/words.ts';
import {
  type EvidenceInput,
  type EvidencePack,
  evidencePack,
  evidenceText,
  type Format,
  FORMAT_FILES,
  type Pace,
  previewOf,
  produce,
} from '../../utils/report/index.ts';

/** Rows of each part in the preview. */
export const PREVIEW_ROWS = 20;

interface Yielding {
  readonly scheduler?: { readonly yield?: () => Promise<void> };
}

/** The browser draws and answers in between. */
const pace: Pace = {
  pause: () =>
    (globalThis as Yielding).scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0)),
  monotonic: () => performance.now(),
};

async function write(pack: EvidencePack, format: Format, say: Say): Promise<Blob> {
  const pieces: Blob[] = [];
  await produce(evidenceText(pack, format, say), pace, (text) => pieces.push(new Blob([text])));
  return new Blob(pieces, { type: FORMAT_FILES[format].type });
}

/** The beginning of the file, to be looked at before it is saved. */
export async function previewText(input: EvidenceInput, format: Format, say: Say): Promise<string> {
  return (await write(previewOf(evidencePack(input, say), PREVIEW_ROWS), format, say)).text();
}

/** `syncline-evidence-2026-11-23.html` */
export function fileName(madeAt: number, format: Format): string {
  return `syncline-evidence-${new Date(madeAt).toISOString().slice(0, 10)}.${FORMAT_FILES[format].ending}`;
}

/**
 * Makes the file and hands it to the browser's own downloads: no permission, and nothing leaves the machine.
 *
 * @returns its size in bytes
 */
export async function saveEvidence(input: EvidenceInput, format: Format, say: Say): Promise<number> {
  const file = await write(evidencePack(input, say), format, say);
  const link = document.createElement('a');
  const href = URL.createObjectURL(file);
  link.href = href;
  link.download = fileName(input.madeAt, format);
  link.click();
  // The download has taken hold of the file by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  return file.size;
}
