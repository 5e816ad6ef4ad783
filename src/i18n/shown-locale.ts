import { useSyncExternalStore } from 'react';
import { type Locale, type LocaleId, localeOf } from './locale.ts';
import { startNamespaces } from './namespaces.ts';
import { loadWords } from './words.ts';

let shown: LocaleId = 'en-GB';
const listeners = new Set<() => void>();

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const shownLocale = (): Locale => localeOf(shown);

/** Loads the words every screen needs, then sets `lang` and `dir` and re-renders all words. */
export async function showLocale(id: LocaleId): Promise<void> {
  const words = startNamespaces.map((namespace) => loadWords(id, namespace));
  await Promise.all([...words, id === 'cy' && import('./welsh-formats.ts')]);
  shown = id;
  const { lang, dir } = localeOf(id);
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
  for (const listener of listeners) listener();
}

export const useLocale = (): Locale => localeOf(useSyncExternalStore(listen, () => shown));
