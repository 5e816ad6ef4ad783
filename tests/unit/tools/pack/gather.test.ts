import { expect, test } from 'vitest';
import type { Extract, Tags, Visitor } from '../../../../tools/pack/extract/elements.ts';
import { createNodePlaces } from '../../../../tools/pack/extract/node-places.ts';
import { gather } from '../../../../tools/pack/gather.ts';
import { extractBox, quiet } from '../../../support/made-up-extract.ts';

const none: Tags = new Map();
const inBox = [-29_950_000, 515_770_000] as const;

/** An extract that says whatever a test wants. */
const saying = (say: (visitor: Visitor) => void): Extract => ({
  read: async (visitor) => say(visitor),
  day: () => undefined,
  close: async () => undefined,
});
const refused = (say: (visitor: Visitor) => void) =>
  expect(gather(saying(say), extractBox, quiet)).rejects;

test('six million nodes in and around a box are too many', { timeout: 60_000 }, async () => {
  await refused(({ node }) => {
    for (let id = 1; node && id <= 6_000_001; id += 1) node(id, inBox, () => none);
  }).toThrow('more in this box than a pack can hold');
});

test('so are four million words', async () => {
  const many: Tags = new Map(Array.from({ length: 1000 }, (_, n) => [`key ${n}`, 'value']));
  await refused(({ node }) => {
    for (let id = 1; node && id <= 4001; id += 1) node(id, inBox, () => many);
  }).toThrow('more in this box than a pack can hold');
});

test('and words of a hundred million letters', async () => {
  const long: Tags = new Map([['note', 'x'.repeat(1_000_000)]]);
  await refused(({ node }) => {
    for (let id = 1; node && id <= 200; id += 1) node(id, inBox, () => long);
  }).toThrow('more in this box than a pack can hold');
});

test('and a way of four million nodes', async () => {
  const refs = new Array<number>(4_000_001).fill(1);
  await refused((visitor) => {
    visitor.node?.(1, inBox, () => none);
    visitor.way?.(1, refs, () => none);
  }).toThrow('more in this box than a pack can hold');
});

test('what does not lie near is neither kept nor looked into', async () => {
  const far = [100_000_000, 100_000_000] as const;
  const never = (): Tags => {
    throw new Error('looked into');
  };
  const { nodes, points, ways } = await gather(
    saying((visitor) => {
      visitor.node?.(1, inBox, () => none);
      for (let id = 2; id < 1000; id += 1) visitor.node?.(id, far, never);
      visitor.way?.(1, [2, 3], never);
    }),
    extractBox,
    quiet,
  );
  expect(nodes.has(2)).toBe(false);
  expect([points.length, ways.size]).toEqual([0, 0]);
});

test('places of nodes are found in any order, also of those with large and negative ids', () => {
  const nodes = createNodePlaces();
  const ids = [7, -3, 12_345_678_901, 1 << 24, 0, 7 + (1 << 24)];
  for (const [n, id] of ids.entries()) nodes.add(id, n, -n);
  for (const [n, id] of ids.entries()) expect(nodes.at(id)).toEqual([n, n === 0 ? 0 : -n]);
  expect([1, -7, 12_345_678_902].map(nodes.has)).toEqual([false, false, false]);
});

test('a hundred thousand nodes in falling order are all found', () => {
  const nodes = createNodePlaces();
  for (let id = 100_000; id > 0; id -= 1) nodes.add(id, id, 0);
  for (let id = 1; id <= 100_000; id += 997) expect(nodes.at(id)).toEqual([id, 0]);
  expect(nodes.count).toBe(100_000);
});
