import { icons } from 'lucide-react';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { assetKinds, kindOfType } from '#domain/taxonomy/kinds.ts';
import {
  assetTypeSchema,
  assetTypes,
  catalogueKey,
  findType,
  isLocalType,
  typesOfKind,
} from '#domain/taxonomy/types.ts';

const idsWith = (flag: 'sensitive' | 'oftenHome' | 'mayBeConfidential' | 'mainlyChildren') =>
  assetTypes.filter((type) => type[flag]).map((type) => type.id);

test('74 types, 8 17 14 16 12 7 by kind, no id twice', () => {
  expect(assetKinds.map((kind) => typesOfKind(kind).length)).toEqual([8, 17, 14, 16, 12, 7]);
  expect(new Set(assetTypes.map(({ id }) => id)).size).toBe(74);
});

test('every id is a prefix and a slug, and its prefix tells its kind', () => {
  for (const { id, kind } of assetTypes) {
    expect(id).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
    expect(kindOfType(id)).toBe(kind);
  }
});

test('two ids never share a catalogue key', () => {
  expect(new Set(assetTypes.map(({ id }) => catalogueKey(id))).size).toBe(74);
});

test.each(assetTypes)('$id has an icon of lucide', ({ icon }) => {
  expect(Object.keys(icons)).toContain(icon);
});

test('within a kind no two types look the same', () => {
  for (const kind of assetKinds) {
    const ofKind = typesOfKind(kind).map(({ icon }) => icon);
    expect(new Set(ofKind).size).toBe(ofKind.length);
  }
});

test('what would give people away is marked', () => {
  expect(idsWith('sensitive')).toEqual([
    'ind.welcomer',
    'assoc.faith',
    'assoc.cultural',
    'assoc.peer',
    'assoc.identity',
    'assoc.campaign',
    'inst.gp',
    'inst.hospital',
    'inst.care',
    'inst.shelter',
    'inst.counselling',
    'place.worship',
    'exch.food-share',
  ]);
  expect(idsWith('mayBeConfidential')).toEqual(['assoc.peer', 'assoc.identity', 'inst.shelter']);
  expect(idsWith('oftenHome')).toEqual([
    'assoc.neighbourly',
    'assoc.social',
    'assoc.hobby',
    'exch.timebank',
    'exch.micro',
  ]);
  expect(idsWith('mainlyChildren')).toEqual([
    'assoc.family',
    'assoc.youth',
    'inst.school',
    'inst.family',
    'place.play',
  ]);
});

test('roles of people are never exported', () => {
  for (const { oruk } of typesOfKind('people')) expect(oruk).toEqual([]);
});

test('a known id and a register’s own type may be chosen', () => {
  for (const id of ['place.bench', 'local.pill.transporter-bridge', 'local.np20.x'])
    expect(v.is(assetTypeSchema, id)).toBe(true);
});

test.each([
  '',
  'bench',
  'place.',
  'place.nowhere',
  'Place.Bench',
  'local.pill',
  'local.pill.',
  'local..ferry',
  'local.pill.a b',
  'local.pill.<b>',
  `local.pill.${'a'.repeat(200)}`,
  'constructor',
  '__proto__',
  7,
  null,
])('%j is refused', (id) => {
  expect(v.is(assetTypeSchema, id)).toBe(false);
});

test('an id this app does not know is survived', () => {
  expect(findType('place.not-yet-invented')).toBeUndefined();
  expect(findType('local.pill.ferry')).toBeUndefined();
  expect(findType('__proto__')).toBeUndefined();
  expect(isLocalType('place.bench')).toBe(false);
});
