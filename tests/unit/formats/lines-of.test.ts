import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from '#base/bytes.ts';
import { linesOf } from '#formats/lines-of.ts';
import { runs } from '../../support/runs.ts';

const budget = { bytesMost: 1_000, lineBytesMost: 100 };

const streamOf = (parts: readonly Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });

async function read(parts: readonly Uint8Array[], within = budget): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(streamOf(parts), within)) lines.push(line);
  return lines;
}

test('lines are the same wherever the bytes were parted, in the middle of a letter, too', async () => {
  const line = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => text.replaceAll('\n', ''));
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 6 }),
      fc.array(fc.nat(200), { maxLength: 8 }),
      async (lines, cuts) => {
        const bytes = utf8(lines.map((each) => `${each}\n`).join(''));
        const at = [...new Set(cuts.filter((cut) => cut < bytes.length))].sort((a, b) => a - b);
        const parts = [0, ...at].map((from, index) => bytes.subarray(from, at[index]));
        expect(await read(parts)).toEqual(lines);
      },
    ),
    runs(200),
  );
});

test('a last line needs no end', async () => {
  expect(await read([utf8('one\ntwo')])).toEqual(['one', 'two']);
});

test('more bytes than allowed, or one line without an end, stop it', async () => {
  await expect(read([new Uint8Array(600).fill(10), new Uint8Array(600).fill(10)])).rejects.toThrow(
    RangeError,
  );
  await expect(read([new Uint8Array(101).fill(97)])).rejects.toThrow(RangeError);
});
