/** One HTTP answer of Graph, as it came. */
export interface RawAnswer {
  readonly status: number;
  /** Value of a header, case-blind; `null` when it is not there or not readable. */
  readonly header: (name: string) => string | null;
  /** `null` when the body broke off. */
  readonly text: string | null;
  /** Length of the body as received, in bytes. */
  readonly bytes: number;
}

/** Asks once; rejects only when no answer came (offline, time limit). */
export type GraphGet = (
  url: string,
  options: {
    readonly token: string;
    readonly prefer?: string;
    /** Value of the header `ConsistencyLevel`. */
    readonly consistency?: 'eventual';
    readonly signal: AbortSignal;
  },
) => Promise<RawAnswer>;
