import { SynclineError } from './errors.ts';

/** Lets the worker's scripts know each other's errors: each holds a class of its own, and errors go from one to the other. */
export function knowErrorsByName(): void {
  Object.defineProperty(SynclineError, Symbol.hasInstance, {
    configurable: true,
    value: (thrown: unknown) => thrown instanceof Error && thrown.name === 'SynclineError',
  });
}
