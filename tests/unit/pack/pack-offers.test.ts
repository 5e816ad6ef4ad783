import { expect, test } from 'vitest';
import { packOffersIn } from '#pack/pack-offers.ts';

const line = {
  file: 'pill.pmtiles',
  name: 'Pill',
  bytes: 900_000,
  bounds: [-3.01, 51.56, -2.97, 51.59],
  day: '2026-08-22',
};

test('what a hub has to give is read line by line', () => {
  const { bounds: _, ...offer } = line;
  expect(packOffersIn([line, { ...line, name: ' <b>Pill</b>\n' }])).toEqual([offer, offer]);
});

test.each([
  ['a way out of the folder', { file: '../pill.pmtiles' }],
  ['an address', { file: 'https://evil.example/x.pmtiles' }],
  ['no size', { bytes: null }],
  ['a size nothing has', { bytes: 1e12 }],
  ['an area off this earth', { bounds: [0, 0, 0, 900] }],
  ['a day that is none', { day: 'soon' }],
])('a line with %s is left out', (_name, change) => {
  expect(packOffersIn([{ ...line, ...change }])).toEqual([]);
});

test.each([[null], [{}], ['all'], [7]])('%j is no list', (told) => {
  expect(packOffersIn(told)).toEqual([]);
});

test('a list without end has an end', () => {
  expect(packOffersIn(Array.from({ length: 5_000 }, () => line))).toHaveLength(200);
});
