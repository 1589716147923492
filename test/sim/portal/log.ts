/** Everything the portal was asked, and everything that was changed in it. */
export interface RequestEntry {
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  readonly status: number;
}

export interface WriteEntry {
  readonly kind: 'value' | 'lock' | 'connect' | 'sign-in';
  readonly level: 'account' | 'group' | 'user' | 'profile';
  readonly group: string | null;
  readonly key: string;
  readonly value: unknown;
  /** Null when done; otherwise why it was refused. */
  readonly refused: string | null;
}
