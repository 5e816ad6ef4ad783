import { describe, expect, test } from 'vitest';
import type { Gathered } from '../../../../../tools/pack/gather.ts';
import { drawGround, middle } from '../../../../../tools/pack/ground/draw.ts';
import { extractBox, gathered } from '../../../../support/made-up-extract.ts';

/** The made-up neighbourhood with other tags on some of its ways. */
async function retagged(tags: Readonly<Record<number, readonly (readonly [string, string])[]>>) {
  const all = await gathered();
  const ways = new Map(all.ways);
  for (const [id, pairs] of Object.entries(tags)) {
    const way = ways.get(Number(id));
    if (way) ways.set(way.id, { ...way, tags: new Map(pairs) });
  }
  return { ...all, ways };
}
const areas = (all: Gathered, kind: string) =>
  drawGround(all, extractBox).drawn.filter(({ properties }) => properties['kind'] === kind);

/** The hole is made the park's outside, so that it closes alone. */
async function withRingOutside(): Promise<Gathered> {
  const all = await retagged({ 106: [['leisure', 'park']] });
  const relations = all.relations.map((relation) => ({
    ...relation,
    members: [{ type: 'way' as const, id: 106, role: 'outer' }],
  }));
  return { ...all, relations };
}

test('a house of three hundred thousand corners has a middle', () => {
  const corners = Array.from({ length: 300_000 }, (_, n) => [n, n % 2]);
  expect(middle(corners)).toEqual([149_999.5, 0.5]);
});

describe('an area', () => {
  test('whose way round says the same is drawn once', async () => {
    expect(areas(await withRingOutside(), 'park')).toHaveLength(1);
  });

  test('whose hole is something else shows both, the smaller one last', async () => {
    const all = await retagged({ 106: [['natural', 'scrub']] });
    const { drawn } = drawGround(all, extractBox);
    const kinds = drawn.map(({ properties }) => properties['kind']);
    expect(kinds).toContain('park');
    expect(kinds.indexOf('scrub')).toBeGreaterThan(kinds.indexOf('park'));
  });

  test('that the extract cuts off is counted, and not drawn', async () => {
    const all = await gathered();
    const ways = new Map([...all.ways].filter(([id]) => id !== 105));
    const ground = drawGround({ ...all, ways }, extractBox);
    expect(ground.cutAreas).toBe(1);
    expect(ground.drawn.map(({ properties }) => properties['kind'])).not.toContain('park');
  });
});
