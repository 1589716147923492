export function findBrowser(): string | null;
export function installBrowser(say: (line: string) => void): boolean;
