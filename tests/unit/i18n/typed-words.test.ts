import { describe, expect, it } from 'vitest';
import { loadWords } from '#i18n/words.ts';

/** The compiler is the first judge here: each `@ts-expect-error` fails `npm run check` if it compiles. */
describe('words asked for by key', () => {
  it('says the sentence of a key, with its values', async () => {
    const t = await loadWords('en-GB', 'common');
    expect(t('do.save')).toBe('Save');
    expect(t('distance.metres', { amount: 600 })).toBe('about 600 m');
  });

  it('takes the plural form that the number needs', async () => {
    const t = await loadWords('en-GB', 'common');
    expect(t('form.problems', { count: 1 })).toBe('One answer needs a change');
    expect(t('form.problems', { count: 3 })).toBe('3 answers need a change');
  });

  it('shows names as typed: React escapes, the words do not', async () => {
    const t = await loadWords('en-GB', 'common');
    expect(t('form.optional', { label: '<b>Tom & Jo</b> $t(do.save) {{x}}' })).toContain(
      '<b>Tom & Jo</b> $t(do.save)',
    );
  });

  it('finds words for keys that come from data, and nothing for unknown ones', async () => {
    const t = await loadWords('en-GB', 'errors');
    expect(t.find('disk-full')).toContain('full');
    for (const key of [
      'nowhere',
      '',
      '__proto__',
      'constructor',
      'toString.name',
      'disk-full.length',
    ]) {
      expect(t.find(key), key).toBeUndefined();
    }
  });

  it('does not compile with a key, namespace or count that is wrong', async () => {
    const t = await loadWords('en-GB', 'common');
    // @ts-expect-error no such key
    const unknownKey = () => t('do.fly');
    // @ts-expect-error a branch is not a sentence
    const branch = () => t('do');
    // @ts-expect-error the number decides the form
    const noCount = () => t('form.problems');
    // @ts-expect-error forms are asked for by their base
    const oneForm = () => t('form.problems_one');
    // @ts-expect-error no such catalogue
    const noFile = () => loadWords('en-GB', 'nowhere');
    expect([unknownKey, branch, noCount, oneForm, noFile]).toHaveLength(5);
  });
});
