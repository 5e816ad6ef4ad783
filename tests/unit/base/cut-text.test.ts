import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutText } from '#base/cut-text.ts';

it('is the beginning of the text, as long as may be, and whole letters', () => {
  const letters = fc.array(fc.constantFrom('a', 'é', '😀'), { maxLength: 12 });
  fc.assert(
    fc.property(letters, fc.nat(20), (many, most) => {
      const text = many.join('');
      const cut = cutText(text, most);
      expect(text.startsWith(cut)).toBe(true);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, most) - 1);
      expect(cut.length).toBeLessThanOrEqual(most);
    }),
  );
});
