import { describe, expect, it } from 'vitest';
import { chooseLocale } from '#i18n/locale.ts';

const choose = (search: string, preference?: string, languages: readonly string[] = []) =>
  chooseLocale({ search, preference, languages }).id;

describe('the language shown', () => {
  it('is asked for in the address first, then chosen, then the phone’s', () => {
    expect(choose('?locale=ar-XB', 'en-XA', ['en-GB'])).toBe('ar-XB');
    expect(choose('', 'en-XA', ['en-GB'])).toBe('en-XA');
    expect(choose('', undefined, ['cy', 'en-US'])).toBe('cy');
    expect(choose('', undefined, ['de', 'en-US', 'cy'])).toBe('en-GB');
  });

  it('is English where nothing fits, and never guesses a made-up one', () => {
    expect(choose('?locale=tlh', 'nonsense', ['ar-EG', 'x'])).toBe('en-GB');
    expect(choose('', undefined, ['ar'])).toBe('en-GB');
    expect(choose('?locale=__proto__')).toBe('en-GB');
  });
});
