import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFile, writePackList, writeWhole } from '../../../../tools/pack/pack-list.ts';
import { passingFolder } from '../../../support/made-up-extract.ts';

const small = join(import.meta.dirname, '../../../fixtures/maps/small.pmtiles');

test('lists the packs of a folder by name of file, and nothing that is none', async () => {
  const folder = passingFolder();
  for (const file of ['b.pmtiles', 'a.pmtiles', '.half.pmtiles', 'a.txt'])
    copyFileSync(small, join(folder, file));
  writeFileSync(join(folder, 'broken.pmtiles'), 'PMTiles');
  const list = await writePackList(folder);
  expect(list).toEqual(JSON.parse(readFileSync(join(folder, listFile), 'utf8')));
  expect(list.map(({ file }) => file)).toEqual(['a.pmtiles', 'b.pmtiles']);
  expect(list[0]).toEqual({
    file: 'a.pmtiles',
    name: 'Madeup, a small neighbourhood',
    bytes: readFileSync(small).length,
    bounds: [-3, 51.574, expect.closeTo(-2.9892, 6), expect.closeTo(51.5806, 6)],
    attribution: '© nobody, all made up',
  });
});

test('a folder, a link to nowhere and a name no app asks for are passed over', async () => {
  const folder = passingFolder();
  mkdirSync(join(folder, 'old.pmtiles'));
  symlinkSync(join(folder, 'gone'), join(folder, 'link.pmtiles'));
  copyFileSync(small, join(folder, 'Old Pill.pmtiles'));
  copyFileSync(small, join(folder, 'pill.pmtiles'));
  expect((await writePackList(folder)).map(({ file }) => file)).toEqual(['pill.pmtiles']);
});

test('is made anew each time', async () => {
  const folder = passingFolder();
  writeFileSync(join(folder, listFile), 'rubbish');
  expect(await writePackList(folder)).toEqual([]);
  expect(readFileSync(join(folder, listFile), 'utf8')).toBe('[]\n');
});

test('a file is written whole or not at all, and nothing is left beside it', async () => {
  const folder = join(passingFolder(), 'new', 'folder');
  await writeWhole(folder, 'a.txt', 'one');
  await writeWhole(folder, 'a.txt', 'two');
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('two');
  await expect(writeWhole(folder, 'nowhere/b.txt', 'three')).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['a.txt']);
});
