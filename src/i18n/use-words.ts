import { use } from 'react';
import type { Namespace } from './namespaces.ts';
import { useLocale } from './shown-locale.ts';
import { loadWords, type Words } from './words.ts';

/**
 * The words of a namespace, in the language shown. Suspends until they are loaded, so a screen
 * sits under a Suspense; `common`, `errors` and `kinds` never suspend.
 */
export function useWords<N extends Namespace>(namespace: N): Words<N> {
  const { id } = useLocale();
  // Always through `use`: React 19 loses its place among hooks when a replay no longer calls it.
  return use(loadWords(id, namespace));
}
