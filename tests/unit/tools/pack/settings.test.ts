import { describe, expect, test } from 'vitest';
import { readSettings, usage } from '../../../../tools/pack/settings.ts';
import { fileNameFor } from '../../../../tools/pack/words.ts';

const good = [
  'a.osm.pbf',
  '--bbox',
  '-3.0037,51.5698,-2.9747,51.5878',
  '--name',
  'Pill, Casnewydd',
];
const read = (args: readonly string[]) => readSettings(args, '/data/packs');

describe('what is asked for', () => {
  test('an extract, a box that begins with a minus, and a name', () => {
    expect(read(good)).toEqual({
      extract: 'a.osm.pbf',
      box: [-3.0037, 51.5698, -2.9747, 51.5878],
      name: 'Pill, Casnewydd',
      out: { folder: '/data/packs', file: 'pill-casnewydd.pmtiles' },
      postcodes: [],
    });
  });

  test('a folder or a file to write to, and lists of postcodes', () => {
    expect(read([...good, '--out', '/x'])).toMatchObject({
      out: { folder: '/x', file: 'pill-casnewydd.pmtiles' },
    });
    expect(read([...good, '--out', '/x/y.pmtiles'])).toMatchObject({
      out: { folder: '/x', file: 'y.pmtiles' },
    });
    expect(read([...good, '--out', 'y.pmtiles'])).toMatchObject({ out: { folder: '.' } });
    expect(read([...good, '--postcodes', 'a.csv', '--postcodes', 'b.csv'])).toMatchObject({
      postcodes: ['a.csv', 'b.csv'],
    });
  });

  test('help', () => {
    expect(read(['--help'])).toBe(usage);
  });
});

describe('what is wrong is said in a sentence', () => {
  const withBox = (box: string) => ['a.osm', '--name', 'A', `--bbox=${box}`];
  test.each([
    [[], 'Say which extract'],
    [['a.osm', '--name', 'A'], 'Say which box'],
    [good.slice(0, 3), 'Say what the neighbourhood is called'],
    [[...good.slice(0, 3), '--name', ' \u0007 '], 'Say what the neighbourhood is called'],
    [[...good.slice(0, 3), '--name', 'x'.repeat(81)], 'longer than 80 letters'],
    [[...good, 'b.osm'], 'One extract at a time'],
    [[...good, '--colour', 'red'], '--colour'],
    [['a.osm', '--name', 'A', '--bbox'], '--bbox'],
    [[...good, '--out', '/x/Old Pill.pmtiles'], 'cannot be handed out'],
    [[...good, '--out', '/x/.pmtiles'], 'cannot be handed out'],
    [withBox('1,2,3'), 'is not four numbers'],
    [withBox('1,2,,3'), 'is not four numbers'],
    [withBox('a,b,c,d'), 'is not four numbers'],
    [withBox('1,2,3,Infinity'), 'is not four numbers'],
    [withBox('-2.9747,51.5878,-3.0037,51.5698'), 'west must be less than east'],
    [withBox('179,51,181,52'), 'not on this map'],
    [withBox('-4,51,-3,52'), 'A neighbourhood is between'],
    [withBox('-3,51,-2.9999,51.0001'), 'A neighbourhood is between'],
  ])('%j', (args, sentence) => {
    const said = read(args);
    expect(typeof said === 'string' ? said : '').toContain(sentence);
  });
});

test.each([
  ['Pill, Newport', 'pill-newport.pmtiles'],
  ['Tŷ Ddu – Ŵyn', 'ty-ddu-wyn.pmtiles'],
  ['../../etc/passwd', 'etc-passwd.pmtiles'],
  ['東京', 'neighbourhood.pmtiles'],
])('%s is kept as %s', (name, file) => {
  expect(fileNameFor(name)).toBe(file);
});
