import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knownRooms, roomLaw } from '../../support/architecture/import-law.ts';
import { root, tableRows, textOf } from './project-pages.ts';

const page = textOf('docs/architecture.md');
const told = tableRows(page)
  .filter(([room]) => /^`[a-z0-9/-]+`$/.test(room ?? ''))
  .map(([room = '', rooms = '', packages = '']) => ({
    room: room.replaceAll('`', ''),
    rooms,
    packages,
  }));
const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test('every room the page lists exists', () => {
  expect(told.length).toBeGreaterThan(15);
  const missing = told
    .map(({ room }) => room.replace(/\/x$/, ''))
    .filter((room) => !existsSync(join(root, 'src', room)));
  expect(missing).toEqual([]);
});

test('every folder of src is on the page', () => {
  const listed = told.map(({ room }) => room.replace(/\/x$/, ''));
  expect(folders.filter((folder) => !listed.includes(folder))).toEqual([]);
});

test('every room of the law is on the page, in README or here', () => {
  const elsewhere = ['service-worker', 'hub', 'tools'];
  const listed = told.map(({ room }) => room);
  expect(knownRooms.filter((room) => ![...listed, ...elsewhere].includes(room))).toEqual([]);
});

/** `all above but …` is told in words; the others name each room they may import. */
test('where the page names rooms, they are those of the law', () => {
  const plain = told.filter(
    ({ rooms }) => /^[a-z0-9, -]+$/.test(rooms) && !/all|every/.test(rooms),
  );
  expect(plain.length).toBeGreaterThan(10);
  for (const { room, rooms } of plain)
    expect(rooms.split(', ').sort(), room).toEqual([...(roomLaw(room)?.rooms ?? [])].sort());
});

test('README lists every room but app, which its own line names', () => {
  const readme = textOf('README.md');
  const missing = folders.filter((folder) => !readme.includes(`src/${folder}`));
  expect(missing).toEqual([]);
});
