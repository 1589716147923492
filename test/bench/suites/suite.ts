import type { Folders } from '../folders.ts';
import type { Sample } from '../stats.ts';
import type { BenchWorld } from '../world.ts';

export interface Bench {
  readonly world: BenchWorld;
  readonly folders: Folders;
  /** Scales the number of samples: 1 for a full run. */
  readonly share: number;
  note(bench: string, sample: Sample): void;
}

/** Number of rounds for this run, three at least. */
export const rounds = ({ share }: Bench, full: number): number => Math.max(3, Math.round(full * share));

/** The jobs of a round, in turn forwards and backwards, so that no variant is always the one that comes first. */
export const alternated = <T>(jobs: readonly T[], round: number): readonly T[] =>
  round % 2 === 0 ? jobs : jobs.toReversed();
