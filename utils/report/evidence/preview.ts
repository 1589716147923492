import type { EvidencePack } from './pack.ts';

/** The same pack with at most so many rows of each part, to be shown beside the form. */
export function previewOf(pack: EvidencePack, most: number): EvidencePack {
  return {
    ...pack,
    parts: pack.parts.map((part) => ({
      ...part,
      *rows() {
        let left = most;
        for (const row of part.rows()) {
          if (left <= 0) return;
          if (row) left -= 1;
          yield row;
        }
      },
    })),
  };
}
