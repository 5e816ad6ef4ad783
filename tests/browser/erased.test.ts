import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { expectNoForeignRequests, shoot, untilKept } from './support/expectations.ts';
import { hubAndPhones } from './support/hub-and-phones.ts';
import { hubKeyOf, hubLeaves, leavesSince, type RawHub } from './support/hub-raw.ts';
import { findingsHere } from './support/looks.ts';
import {
  complaintsOf,
  farTimeout,
  goTo,
  letIn,
  pressAndSayYes,
  startShared,
  untilShared,
} from './support/neighbours.ts';
import type { Phone } from './support/open-phone.ts';
import { databaseNames, draftText, rawText } from './support/raw-storage.ts';
import type { RunningApp } from './support/start-app.ts';
import { addAsset, assetRow, control, openCard } from './support/steps.ts';

/** Words that stand nowhere in the app itself, so that a find is a find. */
const gone = 'Zephyrbank bench';
const draft = 'Umberlode';
const late = 'Fogmaiden';
const stays = 'Harbour Choir';

const stage = hubAndPhones('erased');

let app: RunningApp;
let anns: Phone;
let bos: Phone;
let hub: RawHub;
/** What stood of it at the hub, sealed. */
let sealed: readonly string[];
let oldBook: string;

beforeAll(async () => {
  app = await stage.start();
  anns = await stage.phone();
  bos = await stage.phone();
  await startShared(anns, app.origin, { name: 'Quillhaven', yourName: 'Ann' });
  await letIn(anns, app.origin, { phone: bos, name: 'Bo', role: 'Member' });
  hub = { origin: app.origin, key: await hubKeyOf(anns, app.origin) };
});

const list = (phone: Phone) => goTo(phone, `${app.origin}/list`);

async function everythingKept(page: Page): Promise<string> {
  const names = await databaseNames(page);
  return (await Promise.all(names.map((name) => rawText(page, name)))).join('\n');
}

/** Which words of the thing, and which sealed bodies, are still on a phone. */
async function tracesOn({ page }: Phone): Promise<readonly string[]> {
  const kept = await everythingKept(page);
  return [gone, draft, late, ...sealed].filter((words) => kept.includes(words));
}

async function edit({ page }: Phone, name: string): Promise<void> {
  await openCard(page, gone);
  await control(page, 'button', 'Edit').click();
  await control(page, 'textbox', 'Name')
    .fill(name)
    .finally(() => shoot(page, 'erased-edit'));
}

async function saveBook({ page }: Phone): Promise<string> {
  await goTo(anns, `${app.origin}/share`);
  await control(page, 'textbox', 'Words that open it').fill('seven herons stood still');
  const handing = page.waitForEvent('download');
  await control(page, 'button', 'Save the book').click();
  const path = join(stage.dataFolder, 'old.patchbook');
  await (await handing).saveAs(path);
  return path;
}

test('a thing is on both phones, at the hub and in a book; one phone goes away with words of its own on it', async () => {
  await list(anns);
  const before = await hubLeaves(hub, 'members');
  await addAsset(anns.page, { kind: 'Places', name: gone });
  const since = async () => leavesSince(before, await hubLeaves(hub, 'members'));
  await expect.poll(async () => (await since()).length, farTimeout).toBeGreaterThan(0);
  sealed = (await since()).flatMap(({ c }) => c ?? []);
  await addAsset(anns.page, { kind: 'Groups', name: stays });
  await untilShared(anns);
  oldBook = await saveBook(anns);
  await list(bos);
  await assetRow(bos.page, stays).waitFor(farTimeout);
  await goTo(bos, `${app.origin}/todo`);
  await control(bos.page, 'button', 'I have seen these').click();
  await bos.page.getByText('Good. From here on').waitFor();
  await list(bos);
  await assetRow(bos.page, gone).waitFor();
  await untilShared(bos);
  await untilKept(bos.page);
  await bos.context.setOffline(true);
  await edit(bos, `${late} bench`);
  await control(bos.page, 'button', 'Save').click();
  await bos.page.getByRole('heading', { level: 1, name: `${late} bench` }).waitFor();
  await control(bos.page, 'button', 'Edit').click();
  await control(bos.page, 'textbox', 'Name').fill(draft);
  await expect.poll(() => draftText(bos.page)).toContain(draft);
  await control(bos.page, 'link', 'List').click();
  expect(await tracesOn(bos)).toEqual([draft, late, ...sealed]);
});

test('erased on one, it is told where it is gone and where not yet', async () => {
  const { page } = anns;
  await list(anns);
  await openCard(page, gone);
  const dialog = page.getByRole('dialog');
  // Another width builds the card anew.
  const ask = async () => {
    if (await dialog.isVisible()) return;
    await control(page, 'button', 'Erase everywhere').click();
    await dialog.waitFor();
  };
  await ask();
  await shoot(page, 'erase-asked');
  expect(await findingsHere(page, 'erase', ask)).toEqual([]);
  await ask();
  await page.getByRole('button', { name: 'Erase it for good' }).click();
  await page.getByText(`Erased: ${gone}`).waitFor(farTimeout);
  await untilShared(anns);
  await goTo(anns, `${app.origin}/register`);
  await page.getByText('Gone from 1 of 2 phones.').waitFor(farTimeout);
  await page.getByText(/^Phone of Bo · last heard of on/).waitFor();
  await page.getByRole('heading', { name: 'Erased' }).scrollIntoViewIfNeeded();
  await shoot(page, 'erased-some');
  expect(await findingsHere(page, 'erased, some')).toEqual([]);
  expect(await tracesOn(anns)).toEqual([]);
  const left = (await hubLeaves(hub, 'members')).flatMap(({ c }) => c ?? []);
  expect(left.filter((c) => sealed.includes(c))).toEqual([]);
});

test('a phone that comes back with an old copy, newer words and a draft lets go of them all', async () => {
  const { page, context } = bos;
  await context.setOffline(false);
  await assetRow(page, `${late} bench`).waitFor({ state: 'detached', ...farTimeout });
  await assetRow(page, stays).waitFor();
  await expect.poll(() => tracesOn(bos), farTimeout).toEqual([]);
  await control(page, 'searchbox', 'Search').fill(late);
  await page.getByText('Nothing in the book says that yet').waitFor();
  await anns.page.getByText('Gone from all 2 phones.').waitFor(farTimeout);
  await shoot(anns.page, 'erased-all');
  await list(anns);
  await untilShared(anns);
  expect(await tracesOn(anns)).toEqual([]);
  expect(await assetRow(anns.page, `${late} bench`).count()).toBe(0);
});

test('what somebody else erased is told, without its name', async () => {
  await goTo(bos, `${app.origin}/todo`);
  const news = bos.page.getByText('Something that is not on this phone any more');
  await news.waitFor();
  await shoot(bos.page, 'erased-news');
  await goTo(anns, `${app.origin}/todo`);
  await anns.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await anns.page.getByText('Something that is not on this phone any more').count()).toBe(0);
});

test('a book from before brings it back on neither', async () => {
  for (const phone of [anns, bos]) {
    await goTo(phone, `${app.origin}/share`);
    await phone.page.getByLabel('Open a book').setInputFiles(oldBook);
    await phone.page.getByText('Everything in it was here already.').waitFor(farTimeout);
    await list(phone);
    await assetRow(phone.page, stays).waitFor();
    expect(await assetRow(phone.page, gone).count()).toBe(0);
    expect(await tracesOn(phone)).toEqual([]);
    await untilShared(phone);
  }
  const left = (await hubLeaves(hub, 'members')).flatMap(({ c }) => c ?? []);
  expect(left.filter((c) => sealed.includes(c))).toEqual([]);
});

test('what hangs in an opened card goes with it', async () => {
  await list(anns);
  await openCard(anns.page, stays);
  await list(bos);
  await openCard(bos.page, stays);
  await pressAndSayYes(anns.page, 'Erase everywhere', 'Erase it for good');
  await anns.page.getByText(`Erased: ${stays}`).waitFor(farTimeout);
  await bos.page
    .getByRole('heading', { level: 1, name: stays })
    .waitFor({ state: 'detached', ...farTimeout });
  await shoot(bos.page, 'erased-open-card');
  for (const phone of [anns, bos]) {
    expect(complaintsOf(phone)).toEqual([]);
    expectNoForeignRequests(phone);
  }
});
