import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectQuiet, shoot } from './support/expectations.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { control, startRegister } from './support/steps.ts';

const small = new URL('../fixtures/maps/small.pmtiles', import.meta.url);
const { size } = statSync(small);

let folder: string;
let app: RunningApp;
let phone: Phone;
let other: Server | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchbook-packs-'));
  mkdirSync(join(folder, 'packs'));
  copyFileSync(small, join(folder, 'packs/small.pmtiles'));
  const line = { name: 'Madeup', bytes: size, bounds: [-3, 51.57, -2.98, 51.59] };
  const list = [
    { ...line, file: 'small.pmtiles' },
    { ...line, file: '../../secret.pmtiles', name: 'Not yours' },
  ];
  writeFileSync(join(folder, 'packs/index.json'), JSON.stringify(list));
  app = await startApp({ dataFolder: folder });
  phone = await openPhone();
  await phone.page.goto(app.origin);
  await startRegister(phone.page);
  await phone.page.goto(`${app.origin}/packs`);
});

afterEach(async () => {
  await phone?.close();
  await app?.stop();
  other?.close();
  other = undefined;
  rmSync(folder, { recursive: true });
});

const said = (words: string) => phone.page.getByText(words).filter({ visible: true }).first();
const press = (name: string) => control(phone.page, 'button', name).click();
const type = (address: string) => control(phone.page, 'textbox', 'Map pack address').fill(address);

const keptHere = () =>
  phone.page.getByRole('list', { name: 'Kept on this phone' }).getByRole('listitem');

test('the list of this hub: asked for by a press, its size first, then kept', async () => {
  app.forgetRequests();
  await press('See the map packs here');
  await said('Madeup').waitFor();
  const asked = app.requests.map(({ url }) => url).filter((url) => url.startsWith('/api'));
  expect(asked).toEqual(['/api/packs']);
  expect(await said('Not yours').count()).toBe(0);
  await shoot(phone.page, 'packs-of-the-hub');
  await press('Fetch Madeup');
  await press('Keep on this phone');
  await said('is kept on this phone').waitFor();
  expect(await keptHere().count()).toBe(1);
  expectQuiet(phone);
});

/** A server of somebody else, which breaks off after half of the file, once. */
async function halfway(): Promise<{ address: string; asked: (string | undefined)[] }> {
  const bytes = readFileSync(small);
  const asked: (string | undefined)[] = [];
  let breaks = true;
  other = createServer(({ headers, method }, answer) => {
    answer.setHeader('access-control-allow-origin', '*');
    answer.setHeader('access-control-expose-headers', 'content-range, content-length, etag');
    // A range alone is no reason to ask first: many servers would say no.
    if (method === 'OPTIONS') return answer.writeHead(403).end();
    const [, from = '0', to] = /bytes=(\d+)-(\d*)/.exec(headers.range ?? '') ?? [];
    const part = bytes.subarray(Number(from), to ? Number(to) + 1 : undefined);
    asked.push(headers.range);
    answer.setHeader('etag', '"one"');
    answer.setHeader('content-length', part.length);
    if (headers.range)
      answer.setHeader('content-range', `bytes ${from}-${bytes.length - 1}/${bytes.length}`);
    answer.writeHead(headers.range ? 206 : 200);
    if (to || !breaks) return answer.end(part);
    breaks = false;
    answer.write(part.subarray(0, part.length / 2), () => setTimeout(() => answer.destroy(), 300));
    return undefined;
  });
  await new Promise<void>((begun) => other?.listen(0, 'localhost', begun));
  const at = other.address();
  const port = typeof at === 'object' && at ? at.port : 0;
  return { address: `http://localhost:${port}/far.pmtiles`, asked };
}

test('an address that breaks off halfway goes on from there, and no other host is asked', async () => {
  const { address, asked } = await halfway();
  await type(address);
  await press('Look how big it is');
  await said('The pack is').waitFor();
  await press('Fetch it');
  await said('are here already').waitFor();
  await shoot(phone.page, 'packs-broken-off');
  await press('Carry on');
  await press('Keep on this phone');
  await said('is kept on this phone').waitFor();
  expect(asked).toEqual(['bytes=0-126', 'bytes=0-', `bytes=${Math.floor(size / 2)}-`]);
  expect(phone.foreignHosts).toEqual([]);
});

test('what came of it is there after the browser was killed, and is not fetched again', async () => {
  const { address, asked } = await halfway();
  await type(address);
  await press('Look how big it is');
  await press('Fetch it');
  await said('of 24 kB are here already').waitFor();
  phone = await phone.kill();
  await phone.page.goto(`${app.origin}/packs`);
  await said('of 24 kB are here already').waitFor();
  await shoot(phone.page, 'packs-half-fetched');
  await press('Carry on with far.pmtiles');
  await said('Madeup, a small neighbourhood').waitFor();
  expect(asked.at(-1)).toBe(`bytes=${Math.floor(size / 2)}-`);
  // Not kept yet: it is here whole, and nobody is asked for it again.
  await phone.page.goto(`${app.origin}/packs`);
  await press('Carry on with far.pmtiles');
  await press('Keep on this phone');
  await said('is kept on this phone').waitFor();
  expect(asked).toHaveLength(3);
  await phone.page.goto(`${app.origin}/packs`);
  await expect.poll(() => keptHere().count()).toBe(1);
  expect(await said('are here already').count()).toBe(0);
  expect(phone.foreignHosts).toEqual([]);
});

test('what came of it can be thrown away', async () => {
  const { address } = await halfway();
  await type(address);
  await press('Look how big it is');
  await press('Fetch it');
  await said('of 24 kB are here already').waitFor();
  await phone.page.goto(`${app.origin}/packs`);
  await press('Throw away far.pmtiles');
  await said('is gone from this phone').waitFor();
  expect(await said('are here already').count()).toBe(0);
});

test.each([
  ['not an address', 'http://', 'Please check the web address'],
  ['one that is not safe', 'http://example.org/x.pmtiles', 'This address is not safe'],
  ['where nothing is', '/api/packs/none.pmtiles', 'There is no map pack at this address'],
])('an address: %s', async (_name, address, words) => {
  await type(address.startsWith('/') ? `${app.origin}${address}` : address);
  await press('Look how big it is');
  await said(words).waitFor();
  expect(await keptHere().count()).toBe(0);
});

test('a file that is no pack is refused in words', async () => {
  writeFileSync(join(folder, 'packs/small.pmtiles'), 'PMTiles and nothing else of use'.repeat(9));
  await press('See the map packs here');
  await press('Fetch Madeup');
  await phone.page
    .getByText(/damaged|not a map pack|cannot/i)
    .first()
    .waitFor();
  expect(await keptHere().count()).toBe(0);
});
