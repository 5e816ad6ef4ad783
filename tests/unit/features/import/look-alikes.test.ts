import { expect, it } from 'vitest';
import { lookAlikesOf } from '#features/import/look-alikes.ts';

const held = {
  id: 'held',
  kind: 'places',
  confirmed: true,
  name: 'Pill Library',
  lon: -2.99,
  lat: 51.58,
};
const found = (name: string, metresNorth: number, id = 'found') =>
  lookAlikesOf([{ id, name, lon: -2.99, lat: 51.58 + metresNorth / 111_320 }], [held]).length;

it('sees the same name near by, however it is written', () => {
  expect(found('Pill Library', 0)).toBe(1);
  expect(found('PILL LIBRARY ', 70)).toBe(1);
  expect(found('Pill-Library', 20)).toBe(1);
});

it('leaves alone what is further off, called otherwise, or the very same thing', () => {
  expect(found('Pill Library', 80)).toBe(0);
  expect(found('Pill Libraries', 0)).toBe(0);
  expect(found('Pill Library', 0, 'held')).toBe(0);
  expect(found('…', 0)).toBe(0);
});
