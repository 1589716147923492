import { findingsOf } from './findings.ts';
import { judge } from './judged.ts';
import type { Stored } from './load.ts';
import { makeTroubleReport } from './trouble.ts';

/** The troubleshooting report for a page that has judged nothing yet. */
export const freshReport = (stored: Stored, snapshots: number): Promise<string> =>
  makeTroubleReport(judge(stored, Date.now(), navigator.onLine, findingsOf), stored, snapshots);
