import { isJsonObject, type JsonObject } from '#base/json.ts';
import type { Variables } from './word-keys.ts';

/** Reads one catalogue of the i18next v4 JSON format: dotted keys, plural endings, `{{name}}`. */
export interface CatalogueReader {
  /** Undefined where the catalogue has no such words. */
  find(key: string, variables?: Variables): string | undefined;
}

/** Own keys only: a key from data may be called `constructor`. */
function leafAt(catalogue: JsonObject, path: readonly string[]): string | undefined {
  let node: unknown = catalogue;
  for (const part of path) {
    if (!isJsonObject(node) || !Object.hasOwn(node, part)) return undefined;
    node = node[part];
  }
  return typeof node === 'string' ? node : undefined;
}

const filled = (words: string, variables: Variables): string =>
  words.replace(/\{\{(\w+)\}\}/g, (hole, name: string) =>
    Object.hasOwn(variables, name) ? String(variables[name]) : hole,
  );

export function catalogueReader(catalogue: JsonObject, language: string): CatalogueReader {
  const plurals = new Intl.PluralRules(language);
  return {
    find: (key, variables = {}) => {
      const { count } = variables;
      const ending = typeof count === 'number' ? `_${plurals.select(count)}` : '';
      const path = key.split('.');
      const counted =
        ending && leafAt(catalogue, [...path.slice(0, -1), `${path.at(-1)}${ending}`]);
      const words = counted || leafAt(catalogue, path);
      return words === undefined ? undefined : filled(words, variables);
    },
  };
}
