import { expect, test } from 'vitest';
import {
  assetKinds,
  kindOfRecordType,
  kindOfType,
  prefixOfKind,
  recordTypeOfKind,
} from '#domain/taxonomy/kinds.ts';

test('the six kinds have a record and a prefix each, no two the same', () => {
  expect(assetKinds).toEqual([
    'people',
    'groups',
    'organisations',
    'places',
    'exchange',
    'stories',
  ]);
  expect(new Set(Object.values(recordTypeOfKind)).size).toBe(6);
  expect(new Set(Object.values(prefixOfKind)).size).toBe(6);
  for (const kind of assetKinds) expect(kindOfRecordType(recordTypeOfKind[kind])).toBe(kind);
});

test('records that are no assets have no kind', () => {
  expect(kindOfRecordType('activity')).toBeUndefined();
  expect(kindOfRecordType('register')).toBeUndefined();
});

test('a type keeps its kind even when a newer app invented it', () => {
  expect(kindOfType('place.bench')).toBe('places');
  expect(kindOfType('exch.not-yet-invented')).toBe('exchange');
});

test('own types and nonsense have no kind of their own', () => {
  for (const id of ['local.pill.ferry', '', 'place', 'places.bench', 'constructor'])
    expect(kindOfType(id)).toBeUndefined();
});
