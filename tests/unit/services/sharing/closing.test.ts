import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomBytes, toBase64, toHex } from '#base/bytes.ts';
import { wholeList } from '#services/sharing/closing.ts';
import { closes } from '#trust/closing-list.ts';
import { runs } from '../../../support/runs.ts';

const partsOf = (list: Uint8Array<ArrayBuffer>, length: number) => {
  const parts = Math.max(1, Math.ceil(list.length / length));
  return Array.from({ length: parts }, (_, part) => ({
    ...{ part, parts },
    marks: toBase64(list.slice(part * length, (part + 1) * length)),
  }));
};

describe('the parts of a closing list', () => {
  test('make the list again in any order, each however often', async () => {
    const lists = fc.uint8Array({ minLength: 1, maxLength: 64 });
    await fc.assert(
      fc.asyncProperty(lists, fc.integer({ min: 1, max: 24 }), async (bytes, length) => {
        const list = new Uint8Array(bytes);
        const parts = partsOf(list, length);
        const told = [...parts].reverse().concat(parts.slice(0, 1));
        const whole = await wholeList(told, await closes(list));
        expect(toHex(whole ?? new Uint8Array())).toBe(toHex(list));
      }),
      runs(50),
    );
  });

  test('are no list while one is missing', async () => {
    const list = randomBytes(64);
    expect(await wholeList(partsOf(list, 16).slice(1), await closes(list))).toBeUndefined();
    expect(await wholeList([], await closes(list))).toBeUndefined();
  });

  test('of a circle that held nothing need not come', async () => {
    const nothing = new Uint8Array();
    expect(await wholeList([], await closes(nothing))).toEqual(nothing);
  });

  test('are found among others that claim to be of it', async () => {
    const list = randomBytes(64);
    const forged = Array.from({ length: 8 }, () => partsOf(randomBytes(64), 32)).flat();
    const whole = await wholeList([...forged, ...partsOf(list, 32)], await closes(list));
    expect(toHex(whole ?? new Uint8Array())).toBe(toHex(list));
  });

  test('that claim to be a hundred thousand are not tried', async () => {
    const told = [{ part: 0, parts: 100_000, marks: '' }];
    expect(await wholeList(told, await closes(randomBytes(8)))).toBeUndefined();
  });
});
