import { createInstance, type i18n } from 'i18next';
import type { JsonObject } from '#base/json.ts';
import { type Locale, type LocaleId, localeOf } from './locale.ts';
import type { Namespace } from './namespaces.ts';
import { wordsIn } from './pseudo-locale.ts';
import type { Variables, VariablesFor, WordKey } from './word-keys.ts';

/** The words of one namespace: `t('save')`, `t('found', { count: 3 })`. */
export interface Words<N extends Namespace> {
  <K extends WordKey<N>>(key: K, ...rest: VariablesFor<N, K>): string;
  /** For keys that come from data (a type id, an error's kind): undefined when there are none. */
  readonly find: (key: string, variables?: Variables) => string | undefined;
}

const files = import.meta.glob<JsonObject>('./en-GB/*.json', { import: 'default' });

/** One library instance per locale: a made-up locale borrows the base's plural rules. */
const libraries = new Map<LocaleId, i18n>();

function libraryFor(locale: Locale): i18n {
  const known = libraries.get(locale.id);
  if (known) return known;
  const library = createInstance();
  void library.init({
    lng: locale.base,
    fallbackLng: false,
    ns: [],
    resources: {},
    initAsync: false,
    nsSeparator: false,
    // React escapes what it shows; escaping twice would print &amp; on the screen.
    interpolation: { escapeValue: false },
  });
  libraries.set(locale.id, library);
  return library;
}

const loading = new Map<string, Promise<unknown>>();
const slot = (locale: LocaleId, namespace: Namespace): string => `${locale}/${namespace}`;

function wordsFrom<N extends Namespace>(library: i18n, ns: N): Words<N> {
  const say = (key: string, variables?: Variables): string => library.t(key, { ...variables, ns });
  const find = (key: string, variables?: Variables): string | undefined =>
    library.exists(key, { ...variables, ns }) ? say(key, variables) : undefined;
  return Object.assign(say, { find }) as Words<N>;
}

async function load<N extends Namespace>(id: LocaleId, ns: N): Promise<Words<N>> {
  const locale = localeOf(id);
  const file = files[`./${locale.base}/${ns}.json`];
  const library = libraryFor(locale);
  if (file) library.addResourceBundle(locale.base, ns, wordsIn(id, await file()));
  return wordsFrom(library, ns);
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
