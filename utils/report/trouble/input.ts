import type { LogLine } from '../../core/log.ts';
import type { RunRecord, SyncRecord } from '../../model/calendar.ts';
import type { FactBook } from '../../model/facts.ts';
import type { Finding } from '../../model/findings.ts';
import type { HealthView } from '../../model/health.ts';
import type { ConnectionConfig } from '../../model/messages.ts';

/** Everything the troubleshooting report is made of; what is personal in it stays behind. */
export interface TroubleInput {
  /** ms since the epoch */
  readonly madeAt: number;
  readonly version: string;
  /** Name and version of the browser, and its system. */
  readonly browser: string;
  readonly language: string;
  readonly online: boolean;
  readonly connection: ConnectionConfig;
  readonly view: Pick<HealthView, 'state' | 'code'>;
  readonly sync: SyncRecord | null;
  readonly runs: readonly RunRecord[];
  readonly facts: FactBook;
  readonly findings: readonly Finding[];
  readonly snapshots: number;
  readonly log: readonly LogLine[];
  readonly permissions: readonly string[];
  /** Origins the extension may read, as patterns. */
  readonly origins: readonly string[];
  readonly policy: {
    /** Names of the fields set. */
    readonly set: readonly string[];
    readonly refused: readonly { readonly field: string; readonly reason: string }[];
  };
}
