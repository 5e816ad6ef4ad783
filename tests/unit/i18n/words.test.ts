import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json } from '#base/json.ts';
import { americanWords, deficitWords } from './unwanted-words.ts';

const folder = new URL('../../../src/i18n/en-GB/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const listed = readFileSync(new URL('../../../src/i18n/namespaces.ts', import.meta.url), 'utf8');

interface Sentence {
  readonly key: string;
  readonly text: string;
}

function leaves(words: Json, path = ''): Sentence[] {
  if (!isJsonObject(words)) return [{ key: path, text: words as string }];
  return Object.entries(words).flatMap(([key, value]) =>
    leaves(value, path ? `${path}.${key}` : key),
  );
}

const wordsOf = (file: string): Sentence[] =>
  leaves(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Json);

const said = (text: string): string => text.replace(/<\/?[a-z]+>/g, '');
/** Search words are single words people type, in any spelling; they are never shown as a sentence. */
const isSynonyms = (key: string): boolean => /(^|\.)(synonyms?|search)(\.|$|_)/i.test(key);

const longest = (text: string): number =>
  Math.max(
    ...said(text)
      .split(/[.!?…:;](?:\s|$)|\n/)
      .map((s) => s.split(/\s+/).filter((w) => /\p{L}|\d/u.test(w)).length),
  );

const containing = (unwanted: readonly string[], { text }: Sentence): string[] =>
  unwanted.filter((word) => new RegExp(`\\b${word}\\b`, 'i').test(said(text)));

describe('the catalogues', () => {
  it('are read, and all listed', () => {
    expect(files.length).toBeGreaterThanOrEqual(5);
    expect(files.flatMap(wordsOf).length).toBeGreaterThan(80);
    for (const file of files) expect(listed).toContain(`./en-GB/${file}'`);
  });

  it('would be caught: the checks find what they look for', () => {
    expect(longest(`${'word '.repeat(21)}. Short.`)).toBe(21);
    expect(containing(deficitWords, { key: '', text: 'Our clients are here' })).toEqual([
      'clients?',
    ]);
    expect(containing(americanWords, { key: '', text: 'Choose a color' })).toEqual(['colors?']);
  });
});

describe.each(files)('%s', (file) => {
  const sentences = wordsOf(file);
  const shown = sentences.filter(({ key }) => !isSynonyms(key));

  it('holds only words', () => {
    for (const { key, text } of sentences) expect(typeof text, key).toBe('string');
    expect(sentences.filter(({ text }) => text.trim() === '' || text !== text.trim())).toEqual([]);
  });

  it('has no sentence over 20 words', () => {
    expect(shown.filter(({ text }) => longest(text) > 20)).toEqual([]);
  });

  it('is written in British English', () => {
    expect(shown.filter((sentence) => containing(americanWords, sentence).length > 0)).toEqual([]);
  });

  it('speaks of strengths, never of people as needs', () => {
    expect(shown.filter((sentence) => containing(deficitWords, sentence).length > 0)).toEqual([]);
  });

  it('closes every variable and tag, and gives both forms of what is counted', () => {
    const keys = new Set(sentences.map(({ key }) => key));
    for (const { key, text } of sentences) {
      expect(text.replace(/\{\{\w+\}\}/g, ''), key).not.toMatch(/[{}]/);
      expect(text.replace(/<([a-z]+)>[^<]*<\/\1>/g, ''), key).not.toMatch(/<[a-z/]/);
      const [, base, form] = /^(.*)_(one|other)$/.exec(key) ?? [];
      if (base) expect(keys.has(`${base}_${form === 'one' ? 'other' : 'one'}`), key).toBe(true);
    }
  });
});
