import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { expectNoForeignRequests, shoot } from './support/expectations.ts';
import { hubAndPhones } from './support/hub-and-phones.ts';
import { findingsHere } from './support/looks.ts';
import {
  complaintsOf,
  farTimeout,
  goTo,
  letIn,
  pressAndSayYes,
  sharingLine,
  startShared,
  untilShared,
} from './support/neighbours.ts';
import type { Phone } from './support/open-phone.ts';
import type { RunningApp } from './support/start-app.ts';
import { addAsset, assetRow, control, openCard } from './support/steps.ts';

const stage = hubAndPhones('photos');
const { dataFolder } = stage;
const bench = 'Chatty bench';

let app: RunningApp;
let anns: Phone;
let bos: Phone;

beforeAll(async () => {
  app = await stage.start();
  anns = await stage.phone();
  bos = await stage.phone();
  await startShared(anns, app.origin, { name: 'Quillhaven', yourName: 'Ann' });
  await letIn(anns, app.origin, { phone: bos, name: 'Bo', role: 'Member' });
});

const photo = ({ page }: Phone) => page.getByRole('img', { name: `Photo 1 of ${bench}` });
const addressOf = (phone: Phone) => photo(phone).getAttribute('src');

/** A picture drawn by the browser, as a camera would hand it over. */
async function takePicture({ page }: Phone): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 900;
    canvas.height = 600;
    const pen = canvas.getContext('2d');
    for (let at = 0; pen && at < 600; at += 1) {
      pen.fillStyle = `hsl(${at} 70% 50%)`;
      pen.fillRect((at * 37) % 900, (at * 53) % 600, 60, 40);
    }
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  });
  return Buffer.from(base64, 'base64');
}

/** Bytes of the whole picture as this phone shows it. */
const shownBytes = async (phone: Phone): Promise<Buffer> => {
  const base64 = await photo(phone).evaluate(async (img) => {
    const canvas = document.createElement('canvas');
    const { naturalWidth, naturalHeight } = img as HTMLImageElement;
    canvas.width = naturalWidth;
    canvas.height = naturalHeight;
    canvas.getContext('2d')?.drawImage(img as HTMLImageElement, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  return Buffer.from(base64, 'base64');
};

/** The picture itself, from a phone that has no lock. */
const keptOn = async ({ page }: Phone): Promise<Buffer> => {
  const base64 = await page.evaluate(async () => {
    const done = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const db = await done(indexedDB.open('pb-device'));
    const rows = await done(db.transaction('photos').objectStore('photos').getAll());
    db.close();
    const bytes = new Uint8Array(await (rows[0] as { blob: Blob }).blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  return Buffer.from(base64, 'base64');
};

/** Every byte the hub keeps, as letters. */
const everyFile = (): string =>
  readdirSync(dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

const filesAtHub = (): readonly string[] => {
  if (!existsSync(join(dataFolder, 'photos'))) return [];
  const folders = readdirSync(join(dataFolder, 'photos'));
  return folders.flatMap((folder) =>
    readdirSync(join(dataFolder, 'photos', folder)).map((name) =>
      join(dataFolder, 'photos', folder, name),
    ),
  );
};

test('one that the hub has no room for stays here alone, says so, and goes once there is room', async () => {
  const { page, context } = anns;
  const full = { status: 507, json: { error: 'full' } };
  await context.route('**/api/registers/*/photos/*', (route) => route.fulfill(full));
  await takeFirst();
  await untilShared(anns);
  await goTo(anns, `${app.origin}/share`);
  await page.getByText('1 photo can’t be sent.').waitFor(farTimeout);
  await page.getByText(`${bench}: the hub has no room for more photos.`).waitFor();
  await sharingLine(anns).getByText('All shared but 1 photo').waitFor(farTimeout);
  await page.getByText('1 photo can’t be sent.').scrollIntoViewIfNeeded();
  await shoot(page, 'photo-parked');
  expect(await findingsHere(page, 'parked photo')).toEqual([]);
  expect(filesAtHub()).toEqual([]);
  await context.unroute('**/api/registers/*/photos/*');
  await control(page, 'button', 'Try again').click();
  await expect.poll(() => filesAtHub().length, farTimeout).toBe(1);
  await page.getByText('1 photo can’t be sent.').waitFor({ state: 'detached', ...farTimeout });
  await sharingLine(anns).getByText('All shared', { exact: true }).waitFor(farTimeout);
});

async function takeFirst(): Promise<void> {
  const { page } = anns;
  await goTo(anns, `${app.origin}/list`);
  await addAsset(page, { kind: 'Places', name: bench, share: 'Members' });
  await openCard(page, bench);
  await control(page, 'button', 'Edit').click();
  const picture = { name: 'bench.jpg', mimeType: 'image/jpeg', buffer: await takePicture(anns) };
  await page.locator('input[type=file]').first().setInputFiles(picture);
  await page.getByText('Photo kept on this phone.').waitFor(farTimeout);
  await control(page, 'button', 'Save').click();
  await photo(anns).waitFor(farTimeout);
  await expect.poll(() => addressOf(anns), farTimeout).toMatch(/^blob:/);
}

test('a photo taken on one phone lies sealed at the hub', async () => {
  await goTo(anns, `${app.origin}/list`);
  await openCard(anns.page, bench);
  await photo(anns).waitFor(farTimeout);
  await expect.poll(() => addressOf(anns), farTimeout).toMatch(/^blob:/);
  expect(filesAtHub()).toHaveLength(1);
  await untilShared(anns);
});

test('the other sees the small one at once, and the whole one after a tap', async () => {
  const { page } = bos;
  await goTo(bos, `${app.origin}/list`);
  await assetRow(page, bench).waitFor(farTimeout);
  await openCard(page, bench);
  await photo(bos).waitFor();
  expect(await addressOf(bos)).toMatch(/^data:/);
  const press = control(page, 'button', 'See the whole photo');
  await press.waitFor();
  await shoot(page, 'photo-small');
  expect(await findingsHere(page, 'small photo')).toEqual([]);
  await bos.context.setOffline(true);
  await press.click();
  await page.getByText('No network now.').waitFor();
  expect(await addressOf(bos)).toMatch(/^data:/);
  await bos.context.setOffline(false);
  await press.click();
  await expect.poll(() => addressOf(bos), farTimeout).toMatch(/^blob:/);
  await shoot(page, 'photo-whole');
  expect(await press.count()).toBe(0);
  expect((await shownBytes(bos)).equals(await shownBytes(anns))).toBe(true);
});

test('the hub’s folder holds no sixteen bytes of it', async () => {
  const clear = (await keptOn(bos)).toString('latin1');
  const disk = everyFile();
  expect(clear.length).toBeGreaterThan(1_000);
  expect(disk.length).toBeGreaterThan(clear.length);
  const parts = Array.from({ length: Math.floor(clear.length / 16) }, (_, at) =>
    clear.slice(at * 16, at * 16 + 16),
  );
  expect(parts.filter((part) => disk.includes(part))).toEqual([]);
});

test('erased, it is gone from both phones and from the hub', async () => {
  const { page } = anns;
  await pressAndSayYes(page, 'Erase everywhere', 'Erase it for good');
  await page.getByText(`Erased: ${bench}`).waitFor(farTimeout);
  await expect
    .poll(() => filesAtHub().map((path) => path.endsWith('.removed')), farTimeout)
    .toEqual([true]);
  expect(filesAtHub().map((path) => readFileSync(path).length)).toEqual([0]);
  await photo(bos).waitFor({ state: 'detached', ...farTimeout });
  for (const phone of [anns, bos]) {
    expect(complaintsOf(phone)).toEqual([]);
    expectNoForeignRequests(phone);
  }
});
