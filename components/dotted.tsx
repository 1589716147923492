import type { ComponentChild } from 'preact';

/** Pieces of one line with a dot between. */
export function Dotted({ pieces }: { readonly pieces: readonly ComponentChild[] }) {
  return <>{pieces.flatMap((piece, at) => (at === 0 ? [piece] : [' · ', piece]))}</>;
}
