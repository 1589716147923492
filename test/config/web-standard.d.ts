// The few web standards the pure floors may name: parsing an address is arithmetic, not an outside world.
declare class URL {
  constructor(url: string, base?: string);
  static canParse(url: string): boolean;
  readonly protocol: string;
  readonly hostname: string;
  readonly host: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly username: string;
  readonly password: string;
  readonly href: string;
  readonly origin: string;
  readonly searchParams: { get(name: string): string | null; has(name: string): boolean };
}
/** Named by a contract that a page's script is handed; the pure floors never make one. */
interface AbortSignal {
  readonly aborted: boolean;
}
