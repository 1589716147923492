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

/**
 * The whole file. Each Blob waits for the browser's process, up to 84 ms on a busy machine (measured 2026-11-23): so the text is
 * turned into bytes piece by piece, and there is one Blob at the end, in a slice of its own.
 */
export async function evidenceBlob(
  pack: EvidencePack,
  format: Format,
  say: Say,
  { pause, monotonic }: Pace = pace,
): Promise<Blob> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  await produce(evidenceText(pack, format, say), { pause, monotonic }, (text) =>
    pieces.push(encoder.encode(text)),
  );
  await pause();
  const blob = new Blob(pieces, { type: FORMAT_FILES[format].type });
  await pause();
  return blob;
}

/** The beginning of the file, to be looked at before it is saved. */
export async function previewText(input: EvidenceInput, format: Format, say: Say): Promise<string> {
  const pieces: string[] = [];
  const pack = previewOf(evidencePack(input, say), PREVIEW_ROWS);
  await produce(evidenceText(pack, format, say), pace, (text) => pieces.push(text));
  return pieces.join('');
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
  const file = await evidenceBlob(evidencePack(input, say), format, say);
  const link = document.createElement('a');
  const href = URL.createObjectURL(file);
  link.href = href;
  link.download = fileName(input.madeAt, format);
  link.click();
  // The download has taken hold of the file by then.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  return file.size;
}
