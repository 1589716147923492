/** The Storage object MSAL is given in place of the page's own. */
export interface StorageLike {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * The part of a page that msal-browser 5.30.0 touches on its redirect path (tried 2026-11-23; a contract test fails
 * when the list grows). Its maintainers support no workers, so the house supplies these few members and nothing else:
 * whatever else looks for a window must not find a half-true one here.
 */
export function createWindow(vault: StorageLike) {
  const shim = {
    parent: undefined as unknown,
    top: undefined as unknown,
    opener: null,
    sessionStorage: vault,
    location: globalThis.location,
    origin: globalThis.location.origin,
    navigator: globalThis.navigator,
    crypto: globalThis.crypto,
    addEventListener: () => {},
    removeEventListener: () => {},
  };
  // A window that is its own parent is not inside a frame.
  shim.parent = shim;
  shim.top = shim;
  return shim;
}

/** MSAL listens for visibility and sets the title while it works; a worker has neither. */
export function createDocument() {
  return {
    title: '',
    addEventListener: () => {},
    removeEventListener: () => {},
  };
}

/**
 * Puts the storage where MSAL looks for it: in an event page that is the real window, in a worker the shim.
 * Must run before MSAL is constructed: it chooses its network client by the window it sees.
 */
export function installShim(vault: StorageLike): void {
  const scope = globalThis as { window?: unknown; document?: unknown };
  if (scope.window === undefined) {
    scope.window = createWindow(vault);
    scope.document = createDocument();
    return;
  }
  Object.defineProperty(scope.window, 'sessionStorage', { value: vault, configurable: true });
}
