import type { FactStore, PreferencesPort, TaughtPort } from '../model/ports.ts';

/** The fact store, telling after each write that something changed. */
export function announcingFacts(store: FactStore, announce: () => void): FactStore {
  return {
    ...store,
    put: (key, fact, row) => store.put(key, fact, row).then(announce),
    remove: (keys) => store.remove(keys).then(announce),
    wipe: () => store.wipe().then(announce),
  };
}

/** The preferences, telling after each write that something changed. */
export function announcingPreferences(port: PreferencesPort, announce: () => void): PreferencesPort {
  return {
    ...port,
    hideNotes: (keys) => port.hideNotes(keys).then(announce),
    showAllNotes: () => port.showAllNotes().then(announce),
    showNote: (key) => port.showNote(key).then(announce),
    chooseBaselines: (profiles) => port.chooseBaselines(profiles).then(announce),
    wipe: () => port.wipe().then(announce),
  };
}

/** Taught controls, telling after each write that something changed. */
export function announcingTaught(port: TaughtPort, announce: () => void): TaughtPort {
  return { ...port, write: (book) => port.write(book).then(announce) };
}
