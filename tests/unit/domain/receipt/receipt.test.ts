import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bytes, toHex } from '#base/bytes.ts';
import { type Counted, countDocuments, noBuckets, rootOf } from '#domain/receipt/receipt.ts';
import { runs } from '../../../support/runs.ts';

const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(createHash('sha256').update(bytes).digest());

const bucketsOf = async (documents: readonly Counted[]) => {
  const buckets = noBuckets();
  await countDocuments(buckets, documents, sha256);
  return buckets;
};

/** Shorter to compare, and to read where it is wrong. */
const inHex = async (documents: readonly Counted[]): Promise<string> =>
  toHex(await bucketsOf(documents));

const someDocuments = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[0-9a-f]{4}$/),
    leaves: fc.uniqueArray(fc.stringMatching(/^[1-9]-[0-9a-f]{4}$/), { maxLength: 4 }),
  }),
  { maxLength: 12, selector: ({ id }) => id },
);

describe('a receipt', () => {
  test('is the same on every machine, for ever', async () => {
    const digest = createHash('sha256').update('ab\n1-aa\n2-bb').digest();
    const buckets = await bucketsOf([{ id: 'ab', leaves: ['2-bb', '1-aa'] }]);
    const start = Number(digest[0]) * 32;
    expect(toHex(buckets.slice(start, start + 32))).toBe(digest.toString('hex'));
    expect(buckets.filter((byte) => byte !== 0).length).toBeLessThanOrEqual(32);
    expect(toHex(await rootOf(buckets, sha256))).toBe(
      createHash('sha256').update(buckets).digest('hex'),
    );
  });

  test('of nothing is nothing, and a document without leaves is none', async () => {
    expect(await bucketsOf([])).toEqual(noBuckets());
    expect(await bucketsOf([{ id: 'ab', leaves: [] }])).toEqual(noBuckets());
  });

  test('knows no order, and what is counted twice is gone', () =>
    fc.assert(
      fc.asyncProperty(someDocuments, async (documents) => {
        const buckets = await bucketsOf(documents);
        const turned = documents.map(({ id, leaves }) => ({ id, leaves: leaves.toReversed() }));
        expect(await inHex(turned.toReversed())).toBe(toHex(buckets));
        await countDocuments(buckets, documents, sha256);
        expect(toHex(buckets)).toBe(await inHex([]));
      }),
      runs(200),
    ));

  test('kept along is a receipt made anew', () =>
    fc.assert(
      fc.asyncProperty(someDocuments, someDocuments, async (before, after) => {
        const buckets = await bucketsOf(before);
        await countDocuments(buckets, before, sha256);
        await countDocuments(buckets, after, sha256);
        expect(toHex(buckets)).toBe(await inHex(after));
      }),
      runs(200),
    ));

  test('differs as soon as one leaf does', async () => {
    const some = [{ id: 'ab', leaves: ['1-aa'] }];
    const other = [{ id: 'ab', leaves: ['1-ab'] }];
    const more = [{ id: 'ab', leaves: ['1-aa', '1-ab'] }];
    const roots = await Promise.all(
      [some, other, more].map(async (documents) =>
        toHex(await rootOf(await bucketsOf(documents), sha256)),
      ),
    );
    expect(new Set(roots).size).toBe(3);
  });
});
