import type { JsonObject } from '#base/json.ts';
import { catalogueReader } from './catalogue-reader.ts';
import { type LocaleId, localeOf } from './locale.ts';
import type { Namespace } from './namespaces.ts';
import type { Variables, VariablesFor, WordKey } from './word-keys.ts';

/** The words of one namespace: `t('save')`, `t('found', { count: 3 })`. */
export interface Words<N extends Namespace> {
  <K extends WordKey<N>>(key: K, ...rest: VariablesFor<N, K>): string;
  /** For keys that come from data (a type id, an error's kind): undefined when there are none. */
  readonly find: (key: string, variables?: Variables) => string | undefined;
}

const files = import.meta.glob<JsonObject>('./{en-GB,cy}/*.json', {
  import: 'default',
});

const loading = new Map<string, Promise<unknown>>();
const slot = (locale: LocaleId, namespace: Namespace): string => `${locale}/${namespace}`;

/** What makes up words is for tests and translators; nobody else's start waits for it. */
async function asShown(id: LocaleId, words: JsonObject): Promise<JsonObject> {
  if (!localeOf(id).madeUp) return words;
  const { wordsIn } = await import('./pseudo-locale.ts');
  return wordsIn(id, words);
}

async function load<N extends Namespace>(id: LocaleId, ns: N): Promise<Words<N>> {
  const { base } = localeOf(id);
  const file = files[`./${base}/${ns}.json`];
  const { find } = catalogueReader(file ? await asShown(id, await file()) : {}, base);
  const say = (key: string, variables?: Variables): string => find(key, variables) ?? key;
  return Object.assign(say, { find }) as Words<N>;
}

/** React reads these two, and then need not suspend for words that are here already. */
interface Settled<T> extends Promise<T> {
  status?: 'fulfilled';
  value?: T;
}

/** One promise per catalogue, for ever the same one, as React's `use` needs. */
export function loadWords<N extends Namespace>(id: LocaleId, ns: N): Promise<Words<N>> {
  const key = slot(id, ns);
  const known = loading.get(key);
  if (known) return known as Promise<Words<N>>;
  const coming: Settled<Words<N>> = load(id, ns);
  loading.set(key, coming);
  coming.then(
    (words) => Object.assign(coming, { status: 'fulfilled', value: words }),
    // A chunk that did not arrive may arrive the next time it is asked for.
    () => loading.delete(key),
  );
  return coming;
}
