import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isClosed, joinLines } from '../../../../../tools/pack/ground/join-lines.ts';
import { runs } from '../../../../support/runs.ts';

describe('lines that may be turned', () => {
  test('a ring in pieces of any direction is closed', () => {
    const [ring, ...others] = joinLines(
      [
        [1, 2, 3],
        [5, 4, 3],
        [5, 6, 1],
      ],
      true,
    );
    expect(others).toEqual([]);
    expect(ring).toHaveLength(7);
    expect(isClosed(ring ?? [])).toBe(true);
  });

  test('two rings that touch at a node stay two', () => {
    const rings = joinLines(
      [
        [1, 2, 3, 1],
        [1, 4, 5, 1],
      ],
      true,
    );
    expect(rings.map((ring) => [...ring].sort())).toEqual([
      [1, 1, 2, 3],
      [1, 1, 4, 5],
    ]);
  });

  test('a ring with a gap stays open, from one end to the other', () => {
    const [line] = joinLines(
      [
        [3, 4],
        [1, 2, 3],
        [4, 5],
      ],
      true,
    );
    expect([line?.[0], line?.at(-1)].sort()).toEqual([1, 5]);
  });

  test('any ring, cut and shuffled and turned, is closed again', () => {
    const cut = fc.tuple(
      fc.integer({ min: 4, max: 40 }),
      fc.array(fc.nat(39), { maxLength: 8 }),
      fc.infiniteStream(fc.boolean()),
    );
    fc.assert(
      fc.property(cut, ([size, cuts, coins]) => {
        const nodes = Array.from({ length: size }, (_, n) => n);
        const places = [...new Set(cuts.map((at) => at % size))].sort((a, b) => a - b);
        const from = places.length > 0 ? places : [0];
        const lines = from.map((start, n) => {
          const end = (from[n + 1] ?? (from[0] ?? 0) + size) - start;
          const line = Array.from(
            { length: end + 1 },
            (_, step) => nodes[(start + step) % size] ?? 0,
          );
          return coins.next().value ? line.reverse() : line;
        });
        const joined = joinLines(lines.reverse(), true);
        expect(joined).toHaveLength(1);
        expect(new Set(joined[0]).size).toBe(size);
        expect(joined[0]).toHaveLength(size + 1);
      }),
      runs(200),
    );
  });
});

describe('lines with a direction', () => {
  test('are joined from the first, whichever is found first, and never turned', () => {
    expect(
      joinLines(
        [
          [3, 4],
          [1, 2, 3],
          [9, 4],
        ],
        false,
      ),
    ).toEqual([
      [1, 2, 3, 4],
      [9, 4],
    ]);
  });
});
