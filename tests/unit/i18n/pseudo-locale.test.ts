import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentedWords, mirroredWords, wordsIn } from '#i18n/pseudo-locale.ts';

describe('the accented locale', () => {
  it('marks words, lengthens them, and leaves what the machine reads alone', () => {
    expect(accentedWords('Save {{count}} <b>now</b>')).toMatch(
      /^⟦Šávé {{count}} <b>ñöŵ<\/b>( ~)+⟧$/,
    );
  });

  it('is at least 40 % longer than the words', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z ]{1,60}$/), (text) => {
        expect([...accentedWords(text)].length).toBeGreaterThanOrEqual(text.length * 1.4);
      }),
    );
  });

  it('keeps every variable, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^[a-z]{1,8}$/), fc.string(), (a, name, b) => {
        expect(accentedWords(`${a}{{${name}}}${b}`)).toContain(`{{${name}}}`);
      }),
    );
  });
});

describe('the mirrored locale', () => {
  it('keeps the words and begins and ends from the right', () => {
    expect(mirroredWords('List')).toBe('\u200F⟧List⟦\u200F');
  });
});

describe('a whole catalogue', () => {
  const words = { do: { save: 'Save' }, ask: 'Where?' };

  it('is changed to its leaves', () => {
    expect(wordsIn('ar-XB', words)).toEqual({
      do: { save: mirroredWords('Save') },
      ask: mirroredWords('Where?'),
    });
  });

  it('stays as written in a real language', () => {
    expect(wordsIn('en-GB', words)).toBe(words);
  });
});
