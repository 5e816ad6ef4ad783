import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import { parseRecord } from '#domain/record/record.ts';
import { type Copy, inBringingOrder, readCopy, writeCopy } from '#formats/copy.ts';
import { allGood } from '../../support/record-fixtures.ts';

const parsed = (values: JsonObject): AnyRecord => {
  const record = parseRecord(values);
  if (!record.ok) throw new Error(JSON.stringify(record.error));
  return record.value;
};
const records = allGood().map(parsed);
const head = {
  register: { id: '0123456789abcdef'.repeat(2), name: 'Made-up Street' },
  madeAt: '2026-11-22T10:00:00.000Z',
};
const photoId = '0198f3a0-0000-7000-8000-00000000f070';
const whole: Copy = { ...head, records, photos: new Map([[photoId, 'UklGRgAA']]) };
const textOf = (copy: Copy) => [...writeCopy(copy)].join('');
const back = (text: string) => {
  const copy = readCopy(JSON.parse(text));
  if (!copy.ok) throw new Error(copy.error.kind);
  return copy.value;
};

describe('a copy of a book', () => {
  it('says what it is and comes in pieces', () => {
    expect(JSON.parse(textOf(whole))).toMatchObject({ patchbook: 'copy', version: 1, ...head });
    expect([...writeCopy(whole)].length).toBeGreaterThan(records.length);
  });

  it('comes back as it went, with every kind, field and picture', () => {
    expect(new Set(records.map(({ type }) => type)).size).toBeGreaterThanOrEqual(13);
    const copy = back(textOf(whole));
    expect(copy.records).toEqual(records);
    expect([...copy.photos]).toEqual([...whole.photos]);
    expect(copy).toMatchObject({ ...head, keptOut: {}, photosKeptOut: 0 });
  });

  it('comes back as it went, whichever records it holds and in whichever order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(records), fc.string(), (some, words) => {
        const renamed = some.map((record) =>
          'summary' in record && words.trim() !== ''
            ? parsed({ ...(record as unknown as JsonObject), summary: `x${words}` })
            : record,
        );
        expect(back(textOf({ ...whole, records: renamed })).records).toEqual(renamed);
      }),
    );
  });

  it('that is empty is a copy too', () => {
    const copy = back(textOf({ ...head, records: [], photos: new Map() }));
    expect(copy.records).toEqual([]);
  });

  it('with a broken record keeps out that one alone, with its reason', () => {
    const text = JSON.stringify({
      ...JSON.parse(textOf(whole)),
      records: [...records, { type: 'place' }, { type: 'dragon' }, records[0]],
      kinds: { place: 1 },
    });
    const copy = back(text);
    expect(copy.records).toEqual(records);
    expect(copy.keptOut).toEqual({ broken: 1, 'unknown-kind': 1, twice: 1 });
  });

  it('of a newer kind keeps those records out and says so', () => {
    const text = JSON.stringify({ ...JSON.parse(textOf(whole)), kinds: { place: 99 } });
    const places = records.filter(({ type }) => type === 'place').length;
    expect(back(text).keptOut).toEqual({ newer: places });
  });

  it.each([
    ['no picture', 'aGVsbG8='],
    ['no base64', 'UklGR***'],
    ['too long', `UklGR${'A'.repeat(300_001)}`],
    ['no text', 7],
  ])('keeps out a photo that is %s', (_, photo) => {
    const text = JSON.stringify({ ...JSON.parse(textOf(whole)), photos: { [photoId]: photo } });
    expect(back(text)).toMatchObject({ photosKeptOut: 1, records });
  });

  it('brings things before what ties them, and no bookkeeping', () => {
    const order = inBringingOrder(records).map(({ type }) => type);
    expect(order.indexOf('connection')).toBeGreaterThan(order.lastIndexOf('person'));
    expect(order.indexOf('activity')).toBeGreaterThan(order.lastIndexOf('group'));
    expect(order.indexOf('confirmation')).toBeGreaterThan(order.lastIndexOf('activity'));
    expect(order).not.toContain('import-batch');
    expect(order).not.toContain('notice');
  });
});
