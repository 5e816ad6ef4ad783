import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { isJsonObject, type JsonObject } from '#base/json.ts';
import { catalogueReader } from '#i18n/catalogue-reader.ts';

const folder = new URL('../../../src/i18n/en-GB/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const catalogueIn = (name: string) =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as JsonObject;

const keysOf = (node: JsonObject, path = ''): string[] =>
  Object.entries(node).flatMap(([key, value]) =>
    isJsonObject(value) ? keysOf(value, `${path}${key}.`) : [`${path}${key}`],
  );

function peer(catalogue: JsonObject) {
  const library = createInstance();
  void library.init({
    lng: 'en-GB',
    fallbackLng: false,
    initAsync: false,
    nsSeparator: false,
    resources: { 'en-GB': { translation: catalogue } },
    interpolation: { escapeValue: false },
  });
  return library;
}

const variables = fc.record({
  count: fc.oneof(fc.nat(5), fc.nat(), fc.double({ min: 0, max: 9, noNaN: true })),
  name: fc.string().filter((text) => !/[$\\]|\{\{/.test(text)),
  amount: fc.nat(),
});

test.each(names)('%s reads as i18next reads it, key by key', (name) => {
  const catalogue = catalogueIn(name);
  const keys = keysOf(catalogue).map((key) => key.replace(/_(one|other)$/, ''));
  if (keys.length === 0) return;
  const ours = catalogueReader(catalogue, 'en-GB');
  const library = peer(catalogue);
  fc.assert(
    fc.property(fc.constantFrom(...keys), variables, (key, given) => {
      expect(ours.find(key, given)).toBe(
        // i18next leaves nothing where a variable is missing; we leave the hole to be seen.
        library.t(key, {
          ...given,
          missingInterpolationHandler: (_: string, [hole]: string[]) => hole,
        }),
      );
    }),
  );
});

test('there were catalogues to read', () => {
  expect(names.length).toBeGreaterThan(15);
});

test('keys from data find nothing but words', () => {
  const { find } = catalogueReader({ a: { b: 'words' } }, 'en-GB');
  expect(find('a.b')).toBe('words');
  for (const key of ['a', 'a.c', '', 'constructor', '__proto__.x', 'a.b.length', 'toString']) {
    expect(find(key)).toBeUndefined();
  }
});
