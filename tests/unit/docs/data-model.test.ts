import { expect, test } from 'vitest';
import { kinds } from '#domain/record/kinds.ts';
import { recordTypes } from '#domain/record/values.ts';
import { giftTypes } from '#domain/taxonomy/gifts.ts';
import { assetTypes } from '#domain/taxonomy/types.ts';
import { dataModelPage } from '../../../tools/data-model/page.ts';
import { tableRows, textOf } from './project-pages.ts';

const page = textOf('docs/data-model.md');

test('the page is what `npm run docs` makes', () => {
  expect(page === dataModelPage(), 'run `npm run docs` and commit docs/data-model.md').toBe(true);
});

test('made twice it is the same', () => {
  expect(dataModelPage()).toBe(dataModelPage());
});

/** Between this heading and the next of its level. */
const under = (heading: string): string =>
  page.split(`\n${heading}\n`)[1]?.split(/\n##+ /)[0] ?? '';
const firstCells = (text: string) => tableRows(text).map(([cell]) => cell);

test.each(recordTypes)('the table of a %s has every field it has alone', (type) => {
  const everywhere = firstCells(under('## Every record'));
  const fields = Object.keys(kinds[type].fields).map((field) => `\`${field}\``);
  const listed = [...everywhere, ...firstCells(under(`### ${type}`))];
  expect(fields.filter((field) => !listed.includes(field))).toEqual([]);
});

test('every asset type and gift type has a row with a label', () => {
  const labels = new Map(tableRows(page).map(([id, label]) => [id, label]));
  for (const { id } of [...assetTypes, ...giftTypes])
    expect(labels.get(`\`${id}\``), id).toBeTruthy();
});

test('every rule between fields is named, and no other', () => {
  const files = recordTypes.map(homeOf).map((home) => textOf(`src/domain/${home}/${home}.ts`));
  const shared = textOf('src/domain/place/shared-fields.ts');
  const asked = [...files, shared]
    .flatMap((text) => [...text.matchAll(/message: '([a-z-]+)',?\s+holds:/g)])
    .map(([, message]) => message);
  const named = [...under('## Rules between fields').matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)];
  const told = named.map(([, message]) => message);
  expect(new Set(told)).toEqual(new Set(asked));
  expect(asked.length).toBeGreaterThan(8);
});

/** A member stands in the register's file. */
const homeOf = (type: string): string => (type === 'member' ? 'register' : type);
