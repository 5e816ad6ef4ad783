/** One yes that outlives the databases of a page. */
export interface Note {
  isSet(): boolean;
  set(): void;
}

/** `storage`: asked for anew each time, for a browser that refuses it throws at that. */
export function createNote(storage: () => Storage, key: string): Note {
  const orElse = <T>(fallback: T, ask: () => T): T => {
    try {
      return ask();
    } catch {
      return fallback;
    }
  };
  return {
    isSet: () => orElse(false, () => storage().getItem(key) !== null),
    set: () => orElse(undefined, () => storage().setItem(key, '1')),
  };
}
