import { describe, expect, test } from 'vitest';
import { codeBytesMost, qrCode, quietModules } from '#formats/qr-code.ts';
import { readCode } from '#formats/read-code.ts';
import { codePicture } from '../../support/code-picture.ts';
import { inviteLink } from '../../support/invite-link.ts';

const upright = (modules: ReturnType<typeof qrCode>, pixelsEach = 4) =>
  readCode(codePicture(modules, { side: modules.length * pixelsEach, fills: 1 }));

describe('a code to show', () => {
  test('is a square with four light modules all round it', () => {
    const rows = qrCode(inviteLink());
    const edge = quietModules;
    expect(rows.every((row) => row.length === rows.length)).toBe(true);
    const isEdge = (at: number) => at < edge || at >= rows.length - edge;
    const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [[x, y]] : [])));
    expect(dark.length).toBeGreaterThan(1000);
    expect(dark.filter(([x = 0, y = 0]) => isEdge(x) || isEdge(y))).toEqual([]);
    // The corner of the first eye, so the edge is no wider than it must be.
    expect(rows[edge]?.[edge]).toBe(true);
  });

  test.each([
    'a',
    inviteLink(1),
    inviteLink(4),
    'Tŷ Cymunedol Pill · ½',
    'x'.repeat(codeBytesMost),
  ])('says what was written: %.40s', (text) => {
    expect(upright(qrCode(text))).toBe(text);
  });

  test('fits a phone 320 px wide with 3 px a module, with up to four heads', () => {
    expect(qrCode(inviteLink(4)).length * 3).toBeLessThanOrEqual(320 - 2 * 16);
  });

  test('is read though a tenth of it is hidden, as by a thumb or a scratch', () => {
    const text = inviteLink(2);
    const rows = qrCode(text);
    const [from, to] = [Math.round(rows.length * 0.34), Math.round(rows.length * 0.62)];
    const isHidden = (at: number) => at >= from && at < to;
    const scratched = rows.map((row, y) =>
      row.map((isDark, x) => (isHidden(x) && isHidden(y) ? false : isDark)),
    );
    expect(upright(scratched)).toBe(text);
  });

  test('longer than any code can be is a bug', () => {
    expect(() => qrCode('x'.repeat(codeBytesMost + 1))).toThrow(RangeError);
  });
});
