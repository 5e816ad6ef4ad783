import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fail } from '#base/result.ts';
import { readFiles } from '#features/look-around/read-files.ts';

const shipped = (name: string): Blob =>
  new Blob([
    new Uint8Array(readFileSync(new URL(`../../../../public/demo/${name}`, import.meta.url))),
  ]);
const records = shipped('pont-dychmyg.json');
const pack = shipped('pont-dychmyg.pmtiles');

test('what ships is read whole', async () => {
  const read = await readFiles({ records, pack });
  expect(read.ok && read.value.copy.keptOut).toEqual({});
  expect(read.ok && read.value.facts.parts).toHaveProperty('graph');
});

test.each([
  ['a page in its place', '<!doctype html><title>Welcome</title>'],
  ['half of it', '{"patchbook":"copy","version":1,"records":['],
  ['a copy of nothing', '{"patchbook":"copy","version":1}'],
])('is not believed: %s', async (_name, text) => {
  expect(await readFiles({ records: new Blob([text]), pack })).toEqual(fail('not-it'));
});

test('nor is a map that is none', async () => {
  expect(await readFiles({ records, pack: new Blob(['PMTiles']) })).toEqual(fail('not-it'));
});

test('what a newer app made asks for an update', async () => {
  const newer = new Blob(['{"patchbook":"copy","version":2}']);
  expect(await readFiles({ records: newer, pack })).toEqual(fail('copy-newer'));
});
