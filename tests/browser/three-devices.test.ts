import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ref } from '#domain/record/values.ts';
import { wordsInFiles } from '../support/every-file.ts';
import { type NodeDevice, nodeDevice } from '../support/node-device.ts';
import { knockInNode } from '../support/node-knock.ts';
import { expectNoForeignRequests, shoot, untilKept } from './support/expectations.ts';
import {
  approve,
  complaintsOf,
  farTimeout,
  goTo,
  invite,
  letIn,
  personCard,
  pressAndSayYes,
  startShared,
  untilShared,
} from './support/neighbours.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { databaseNames, rawText } from './support/raw-storage.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { addAsset, assetRow, control, openCard } from './support/steps.ts';

/** Words that stand nowhere in the app itself: first said by Ann, then by Bo, then by Cai. */
const canaries = ['Zephyrbank', 'Fogmaiden', 'Umberlode'] as const;
const [gone, bos, cais] = canaries;
const stays = 'Harbour Choir';
const after = 'Copperjay shop';

const folder = mkdtempSync(join(tmpdir(), 'patchbook-three-'));
const dataFolder = join(folder, 'hub');
const caisFolder = join(folder, 'cai');

let app: RunningApp;
let ann: Phone;
let bo: Phone;
let cai: NodeDevice;

beforeAll(async () => {
  app = await startApp({ dataFolder });
  ann = await openPhone({ reducedMotion: 'reduce' });
  bo = await openPhone({ reducedMotion: 'reduce' });
  await startShared(ann, app.origin, { name: 'Quillhaven', yourName: 'Ann' });
});
afterAll(async () => {
  await ann?.close();
  await bo?.close();
  await app?.stop();
  rmSync(folder, { recursive: true });
});

const list = (phone: Phone) => goTo(phone, `${app.origin}/list`);

async function refOf(name: string): Promise<Ref> {
  const found = (await cai.places()).find((place) => place.name.startsWith(name));
  if (!found) throw new Error(`${name} is not there`);
  return { type: 'place', id: found.id };
}

async function rename({ page }: Phone, from: string, to: string): Promise<void> {
  await openCard(page, from);
  await control(page, 'button', 'Edit').click();
  await control(page, 'textbox', 'Name').fill(to);
  await control(page, 'button', 'Save').click();
  await page.getByRole('heading', { level: 1, name: to }).waitFor();
  await control(page, 'link', 'List').click();
}

const rowsOf = async ({ page }: Phone): Promise<string> => {
  const names = await databaseNames(page);
  return (await Promise.all(names.map((name) => rawText(page, name)))).join('\n');
};

const wordsOn = async (phone: Phone): Promise<readonly string[]> => {
  const rows = await rowsOf(phone);
  return canaries.filter((word) => rows.includes(word));
};

test('two phones and a device with LevelDB meet in one register, each by an invite of its own', async () => {
  await letIn(ann, app.origin, { phone: bo, name: 'Bo', role: 'Volunteer' });
  const link = await invite(ann, app.origin, 'Volunteer');
  const knock = await knockInNode(link, 'Cai');
  const [letInside] = await Promise.all([knock.letIn(), approve(ann, knock.words, 'Cai')]);
  cai = await nodeDevice(caisFolder, letInside);
  await list(ann);
  for (const name of [`${gone} bench`, `${stays} hall`])
    await addAsset(ann.page, { kind: 'Places', name, share: 'Members' });
  await untilShared(ann);
  await list(bo);
  await assetRow(bo.page, `${stays} hall`).waitFor(farTimeout);
  await untilShared(bo);
  expect(await cai.round()).toMatchObject({ circles: { members: { end: 'shared' } } });
  expect((await cai.places()).map(({ name }) => name).sort()).toEqual([
    `${stays} hall`,
    `${gone} bench`,
  ]);
});

test('all three edit the same records offline, and converge', async () => {
  for (const phone of [ann, bo]) {
    await list(phone);
    await untilKept(phone.page);
    await phone.context.setOffline(true);
  }
  await rename(ann, `${stays} hall`, 'What Ann calls it');
  await rename(bo, `${gone} bench`, `${gone} bench, ${bos}`);
  await rename(bo, `${stays} hall`, 'What Bo calls it');
  await cai.change(await refOf(stays), { name: 'What Cai calls it', summary: 'Open on Fridays' });
  await cai.change(await refOf(gone), { summary: cais });

  await ann.context.setOffline(false);
  await bo.context.setOffline(false);
  await cai.round();
  for (const phone of [ann, bo]) {
    await assetRow(phone.page, 'What Cai calls it').waitFor(farTimeout);
    await assetRow(phone.page, `${gone} bench, ${bos}`).waitFor(farTimeout);
    await untilShared(phone);
  }
  await expect
    .poll(async () => {
      const report = await cai.round();
      return { end: report.circles, names: (await cai.places()).map(({ name }) => name).sort() };
    }, farTimeout)
    .toMatchObject({
      end: { members: { end: 'shared', pulled: 0, pushed: 0 }, team: { end: 'shared' } },
      names: ['What Cai calls it', `${gone} bench, ${bos}`],
    });
  await openCard(bo.page, 'What Cai calls it');
  await bo.page.getByText('Open on Fridays').first().waitFor();
  await shoot(bo.page, 'three-converged');
  await list(bo);
  for (const phone of [ann, bo])
    await expect.poll(() => wordsOn(phone), farTimeout).toEqual(canaries);
});

test('moved to the team by one, and back to all members, it is still there on every phone', async () => {
  const ref = await refOf('What Cai calls it');
  for (const [share, words] of [
    ['team', 'Closed on Fridays'],
    ['members', 'Open on Sundays'],
  ] as const) {
    await cai.change(ref, { share, summary: words });
    await cai.round();
    await list(bo);
    await openCard(bo.page, 'What Cai calls it');
    await bo.page.getByText(words).first().waitFor(farTimeout);
  }
  for (const phone of [ann, bo]) {
    await list(phone);
    await untilShared(phone);
    await assetRow(phone.page, 'What Cai calls it').waitFor();
  }
  expect(await cai.round()).toMatchObject({ circles: { members: { end: 'shared' } } });
  expect(await cai.read(ref)).toMatchObject({ share: 'members', summary: 'Open on Sundays' });
  await list(bo);
});

test('one is lost and taken out: it empties itself, and the third reads on under the new key', async () => {
  await goTo(ann, `${app.origin}/register`);
  await control(personCard(ann, 'Bo'), 'button', 'Take out: Phone, Bo').click();
  await control(ann.page, 'checkbox', 'It is lost').check();
  await ann.page.getByRole('dialog').getByRole('button', { name: 'Take out: Phone, Bo' }).click();
  await ann.page.getByText('Taken out: Phone, Bo.').waitFor(farTimeout);
  await bo.page.getByText('“Quillhaven” was taken off this phone.').waitFor(farTimeout);
  await control(bo.page, 'button', 'All right').click();
  await expect.poll(() => wordsOn(bo)).toEqual([]);
  await list(ann);
  await addAsset(ann.page, { kind: 'Places', name: after, share: 'Members' });
  await untilShared(ann);
  await expect
    .poll(async () => {
      await cai.round();
      return (await cai.places()).map(({ name }) => name);
    }, farTimeout)
    .toContain(after);
});

test('one record is erased: all who belong say so, and no row of any phone holds a word of it', async () => {
  await list(ann);
  await openCard(ann.page, `${gone} bench, ${bos}`);
  await pressAndSayYes(ann.page, 'Erase everywhere', 'Erase it for good');
  await ann.page.getByText(`Erased: ${gone} bench, ${bos}`).waitFor(farTimeout);
  await untilShared(ann);
  await goTo(ann, `${app.origin}/register`);
  await expect
    .poll(async () => {
      await cai.round();
      return ann.page.getByText('Gone from all 2 phones.').count();
    }, farTimeout)
    .toBe(1);
  await shoot(ann.page, 'three-erased');
  await list(ann);
  await untilShared(ann);
  for (const phone of [ann, bo]) expect(await wordsOn(phone)).toEqual([]);
  expect((await cai.places()).map(({ name }) => name).sort()).toEqual([after, 'What Cai calls it']);
  for (const phone of [ann, bo]) {
    expect(complaintsOf(phone)).toEqual([]);
    expectNoForeignRequests(phone);
  }
});

/** A browser tidies the files of its databases when it likes; their rows were read above. */
const isOwnTidying = (found: string): boolean => / in Default\/IndexedDB\//.test(found);

test('after all have closed, no byte of it is at the hub, with Cai, or in what a browser keeps by itself', async () => {
  await cai.close();
  await ann.context.close();
  await bo.context.close();
  await app.stop();
  for (const path of [dataFolder, caisFolder]) expect(wordsInFiles(path, canaries)).toEqual([]);
  for (const { storage } of [ann, bo])
    expect(wordsInFiles(storage, canaries).filter((found) => !isOwnTidying(found))).toEqual([]);
});
