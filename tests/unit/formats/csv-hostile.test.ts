import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessColumns } from '#formats/csv-columns.ts';
import { rememberedGuess } from '#formats/csv-kinds.ts';
import { readTableThings } from '#formats/csv-things.ts';
import { readFile } from '#formats/read-file.ts';
import { runs } from '../../support/runs.ts';
import { englishTypeWords } from '../../support/type-words.ts';
import { words } from './error-words.ts';

const fixture = new URL('../../fixtures/import/made-up-council.csv', import.meta.url);
const council = [...readFileSync(fixture)];
const guess = rememberedGuess(englishTypeWords);
const now = '2026-11-22T10:00:00Z';

/** All the way, as the import goes; answers what came of it or the sentence a person reads. */
async function through(content: BlobPart): Promise<unknown> {
  const read = await readFile(new File([content], 'list.csv'));
  if (!read.ok) return words(read.error.kind);
  if (read.value.what !== 'table') return read.value.what;
  const { table } = read.value;
  const found = readTableThings(table, {
    matching: guessColumns(table),
    swapped: false,
    now,
    guess,
  });
  expect(found.things.length + found.refused.length).toBe(table.rows.length);
  return found;
}

function utf16(text: string, littleEnd: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1)
    bytes.setUint16(at * 2, text.charCodeAt(at), littleEnd);
  return new Uint8Array(bytes.buffer);
}

describe('letters of every age', () => {
  const text = 'Name,Town\r\nCaffi Tŷ Ŵyn,Pill\r\n';
  // Node 20 takes Windows-1252 for Latin-1; the letters between are read in a browser's test.
  const old = Uint8Array.from('Name,Town\r\nCaf\xe9 Ll\xeen,Pill\r\n', (letter) =>
    letter.charCodeAt(0),
  );
  it.each([
    ['UTF-8', text, 'Caffi Tŷ Ŵyn'],
    ['UTF-8 with its mark', `\uFEFF${text}`, 'Caffi Tŷ Ŵyn'],
    ['UTF-16, little end first', utf16(`\uFEFF${text}`, true), 'Caffi Tŷ Ŵyn'],
    ['UTF-16, big end first', utf16(`\uFEFF${text}`, false), 'Caffi Tŷ Ŵyn'],
    ['Windows-1252', old, 'Café Llîn'],
  ])('are read: %s', async (_, content, name) => {
    expect(await through(content)).toMatchObject({ things: [{ values: { name } }] });
  });
});

describe('a list meant to do harm', () => {
  const list = (cell: string) => `Name,Notes,Phone,Opening hours\nHall,${cell},${cell},${cell}\n`;
  it.each([
    ['a prototype for a heading', '__proto__,constructor,Name\na,b,Hall\n'],
    ['HTML', list('<img src=x onerror=alert(1)>')],
    ['a formula that calls out', list('=WEBSERVICE("https://evil.example")')],
    ['hours made to be slow', list('Mo-'.repeat(600))],
    ['a thousand phones', list('"01632 960123;'.repeat(100).replaceAll('"', ''))],
    ['halves of letters', utf16('\uFEFFName,Town\nHall \uD800,Pill\n', true)],
    ['marks that turn the writing round', list('\u202Etxet\u202C')],
    ['zeros past the first look', `Name,Notes\nHall,${'x'.repeat(5_000)}\0\0\n`],
    ['a hundred quotation marks', list(`"${'""'.repeat(100)}"`)],
  ])('does none: %s', async (_, content) => {
    expect(await through(content)).toMatchObject({ things: [{ type: 'place' }] });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('changed at any byte ends in rows and reasons, or in a sentence', async () => {
    const change = fc.record({
      at: fc.nat(council.length - 1),
      byte: fc.oneof(fc.nat(255), fc.constantFrom(...[...'",;\r\n\0'].map((c) => c.charCodeAt(0)))),
      cut: fc.nat(40),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const file = [...council];
        for (const { at, byte, cut } of changes) file.splice(at, cut, byte);
        expect(await through(Uint8Array.from(file))).toBeTruthy();
      }),
      runs(150),
    );
  });
});
