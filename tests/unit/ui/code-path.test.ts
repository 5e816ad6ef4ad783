import { expect, test } from 'vitest';
import { codePath } from '#ui/code-path.ts';

/** Colours the rectangles of a path in, as a browser would. */
function coloured(path: string, side: number): boolean[][] {
  const rows = Array.from({ length: side }, () => Array.from({ length: side }, () => false));
  const runs = path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g);
  let told = '';
  for (const [text, ...numbers] of runs) {
    const [x = 0, y = 0, length = 0, back = 0] = numbers.map(Number);
    expect(back).toBe(length);
    rows[y]?.fill(true, x, x + length);
    told += text;
  }
  expect(told).toBe(path);
  return rows;
}

const rows = (...lines: string[]) => lines.map((line) => [...line].map((sign) => sign === '#'));

test.each([
  { what: 'runs of one and of more', modules: rows('#.##', '.#..', '####', '....') },
  { what: 'a run to the edge', modules: rows('..#', '#..', '.##') },
  { what: 'nothing dark', modules: rows('..', '..') },
])('each dark module is drawn and no other: $what', ({ modules }) => {
  expect(coloured(codePath(modules), modules.length)).toEqual(modules);
});

test('what stands beside each other is one rectangle', () => {
  expect(codePath(rows('.###.'))).toBe('M1 0h3v1h-3z');
});
