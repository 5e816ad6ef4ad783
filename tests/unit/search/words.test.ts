import { describe, expect, test } from 'vitest';
import { fold, wordsOf } from '#base/fold.ts';
import { swapsOf, variantsOf } from '#search/word-variants.ts';
import { termsOf } from '#search/words.ts';

describe('folding', () => {
  test.each([
    ['Tŷ’r Dŵr', 'tyr dwr'],
    ['Siân, LLŶR & Angharad', 'sian, llyr & angharad'],
    ["St John's", 'st johns'],
    ['Café ÅSE Straße Łódź smørrebrød', 'cafe ase strasse lodz smorrebrod'],
    ['ﬁne ①', 'fine 1'],
    ['İstanbul', 'istanbul'],
    ['Dŵr typed as d, w, circumflex: Dw\u0302r', 'dwr typed as d, w, circumflex: dwr'],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('words are letters and digits, whatever stands between', () => {
    expect(wordsOf('  NP20 2DW — “food-bank” (Mon./Tue.)\t🌳x')).toEqual(
      'np20 2dw food bank mon tue x'.split(' '),
    );
    expect(wordsOf('מתנ״ס שכונתי')).toEqual(['מתנ', 'ס', 'שכונתי']);
    expect(wordsOf('🌳 !!! ---')).toEqual([]);
  });

  test('what is typed is cut to ten different words', () => {
    expect(termsOf('a b a c d e f g h i j k l')).toHaveLength(10);
    expect(termsOf('x'.repeat(1_000_000))).toEqual(['x'.repeat(40)]);
  });
});

describe('other forms of a word', () => {
  test.each([
    ['choirs', 'choir'],
    ['libraries', 'library'],
    ['library', 'libraries'],
    ['churches', 'church'],
    ['children', 'child'],
    ['street', 'st'],
    ['stre', 'st'],
    ['saint', 'st'],
    ['road', 'rd'],
    ['knitting', 'knit'],
    ['cycling', 'cycle'],
    ['baker', 'bake'],
    ['walkers', 'walk'],
  ])('%s is also %s', (term, other) => {
    expect(variantsOf(term)).toContain(other);
  });

  test('a short form stands for all its long ones', () => {
    expect(variantsOf('st')).toEqual(['street', 'saint']);
  });

  test.each(['bus', 'glass', 'gas', 'constructor', '__proto__'])('%s has none', (term) => {
    expect(variantsOf(term)).toEqual([]);
  });

  test('neighbouring letters swapped, never equal ones', () => {
    expect(swapsOf('hcoir')).toContain('choir');
    expect(swapsOf('aab')).toEqual(['aba']);
  });
});
