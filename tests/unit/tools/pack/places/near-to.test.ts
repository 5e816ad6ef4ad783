import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areWithin, type Line, type Spot } from '../../../../../tools/pack/places/lines.ts';
import { nearTo } from '../../../../../tools/pack/places/near-to.ts';
import { runs } from '../../../../support/runs.ts';

const spot = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 200 }))
  .map(([x, y]): Spot => [-3 + x / 10_000, 51.57 + y / 10_000]);
const line: fc.Arbitrary<Line> = fc.array(spot, { minLength: 1, maxLength: 4 });

/** Each with each, over and over until nothing more comes together. */
function plainly(all: readonly Line[], metres: number): number[][] {
  const groups = all.map((_, n) => [n]);
  for (let found = true; found; ) {
    found = false;
    for (let a = 0; a < groups.length && !found; a += 1)
      for (let b = a + 1; b < groups.length && !found; b += 1) {
        const near = (groups[a] ?? []).some((m) =>
          (groups[b] ?? []).some((n) => areWithin(metres, [all[m] ?? []], [all[n] ?? []])),
        );
        if (!near) continue;
        groups[a] = [...(groups[a] ?? []), ...(groups[b] ?? [])].sort((m, n) => m - n);
        groups.splice(b, 1);
        found = true;
      }
  }
  return groups;
}

test('by squares the same belongs together as by comparing each with each', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (all) => {
      const inOrder = (a: readonly number[], b: readonly number[]) => (a[0] ?? 0) - (b[0] ?? 0);
      const bySquares = nearTo(
        all.map((one) => [one]),
        200,
      );
      expect([...bySquares].sort(inOrder)).toEqual(plainly(all, 200).sort(inOrder));
    }),
    runs(200),
  );
});
