import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { expectNoForeignRequests, shoot, untilKept } from './support/expectations.ts';
import { hubAndPhones } from './support/hub-and-phones.ts';
import { askHub, type HubKey, hubKeyOf } from './support/hub-raw.ts';
import { findingsHere } from './support/looks.ts';
import {
  complaintsOf,
  farTimeout,
  goTo,
  letIn,
  personCard,
  startShared,
  untilShared,
} from './support/neighbours.ts';
import type { Phone } from './support/open-phone.ts';
import { databaseNames, draftText, rawText } from './support/raw-storage.ts';
import type { RunningApp } from './support/start-app.ts';
import { addAsset, assetRow, control, openCard } from './support/steps.ts';

/** Words that stand nowhere in the app itself, so that a find is a find. */
const planted = {
  register: 'Quillhaven',
  holder: 'Bronwyddo',
  choir: 'Larkspurrow',
  corner: 'Umberlode',
  friend: 'Dafyddon',
  gift: 'whistlecarving',
  unfinished: 'Fogmaiden',
  changed: 'Copperjay',
} as const;

const stage = hubAndPhones('lost');

let app: RunningApp;
let anns: Phone;
let bos: Phone;
let lost: HubKey;

beforeAll(async () => {
  app = await stage.start();
  anns = await stage.phone();
  bos = await stage.phone();
  await startShared(anns, app.origin, { name: planted.register, yourName: 'Ann' });
  await letIn(anns, app.origin, { phone: bos, name: planted.holder, role: 'Member' });
});

/** All that this browser keeps for the app, but for the app itself. */
async function everythingKept(page: Page): Promise<string> {
  const names = await databaseNames(page);
  const texts = await Promise.all(names.map((name) => rawText(page, name)));
  const small = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  );
  return [...texts, small].join('\n').toLowerCase();
}

const wordsIn = async (page: Page): Promise<readonly string[]> => {
  const kept = await everythingKept(page);
  return Object.values(planted).filter((word) => kept.includes(word.toLowerCase()));
};

async function fillBosPhone(): Promise<void> {
  const { page } = bos;
  await addAsset(page, { kind: 'Groups', name: `${planted.choir} Choir` });
  await addAsset(page, { kind: 'Places', name: `${planted.corner} corner` });
  await addAsset(page, { kind: 'People', name: planted.friend, gift: planted.gift });
  await untilShared(bos);
  await openCard(page, `${planted.choir} Choir`);
  await control(page, 'button', 'Edit').click();
  await control(page, 'textbox', 'Name').fill(`${planted.changed} Choir`);
  await expect.poll(() => draftText(page)).toContain(planted.changed);
  await goTo(bos, `${app.origin}/add`);
  await control(page, 'radio', 'Places').click();
  await control(page, 'textbox', 'Name').fill(planted.unfinished);
  await expect.poll(() => draftText(page)).toContain(planted.unfinished);
  await goTo(bos, `${app.origin}/list`);
  await untilKept(page);
}

test('a phone full of words is said to be lost', async () => {
  await fillBosPhone();
  lost = await hubKeyOf(bos, app.origin);
  expect(await wordsIn(bos.page)).toEqual(Object.values(planted));
  await bos.context.setOffline(true);
  const { page } = anns;
  await goTo(anns, `${app.origin}/register`);
  const press = `Take out: Phone, ${planted.holder}`;
  await control(personCard(anns, planted.holder), 'button', press).click();
  await control(page, 'checkbox', 'It is lost').check();
  await page.getByText('it takes this register off itself').waitFor();
  await shoot(page, 'lost-asked');
  await page.getByRole('dialog').getByRole('button', { name: press }).click();
  await page.getByText(`Taken out: Phone, ${planted.holder}.`).waitFor(farTimeout);
  await assetRow(bos.page, `${planted.choir} Choir`).waitFor();
});

test('at its next contact it empties itself, and says so on its first page', async () => {
  const { page, context } = bos;
  await context.setOffline(false);
  await page.getByText(`“${planted.register}” was taken off this phone.`).waitFor(farTimeout);
  await page.getByText('Somebody who may do so had said that this phone was lost.').waitFor();
  await control(page, 'button', 'Start a register').waitFor();
  await shoot(page, 'lost-emptied');
  expect(await findingsHere(page, 'emptied')).toEqual([]);
});

test('nothing of what was on it is left', async () => {
  const { page } = bos;
  await page.goto(app.origin);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await wordsIn(page)).toEqual([planted.register]);
  await control(page, 'button', 'All right').click();
  await expect.poll(() => wordsIn(page)).toEqual([]);
  expect(await databaseNames(page)).toEqual(['pb-device']);
  const kept = await rawText(page, 'pb-device');
  for (const trace of Object.values(lost)) expect(kept).not.toContain(trace);
});

test('the same farewell, told again by a hub to whoever was let in anew, empties nothing', async () => {
  const { page } = bos;
  const hub = { origin: app.origin, key: lost };
  const path = `/api/registers/${lost.register}`;
  const told = await askHub(hub, `${path}/farewell`);
  const { farewell } = (await told.json()) as { farewell: string };
  expect(farewell.length).toBeGreaterThan(100);
  await letIn(anns, app.origin, { phone: bos, name: planted.holder, role: 'Member' });
  await assetRow(page, `${planted.choir} Choir`).waitFor(farTimeout);
  const { account } = await hubKeyOf(bos, app.origin);
  const asHub = await hubKeyOf(anns, app.origin);
  const ended = await fetch(`${app.origin}${path}/accounts/${account}`, {
    method: 'DELETE',
    headers: {
      Authorization: `Bearer ${asHub.account}.${asHub.token}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ farewell }),
  });
  expect(ended.status).toBe(200);
  await goTo(bos, `${app.origin}/register`);
  await page.getByText('The hub no longer lets this phone in', { exact: true }).waitFor(farTimeout);
  await page.getByText('Nobody has signed why.').waitFor();
  await shoot(page, 'out-not-let-in');
  expect(await findingsHere(page, 'not let in')).toEqual([]);
  await goTo(bos, `${app.origin}/list`);
  await assetRow(page, `${planted.choir} Choir`).waitFor();
  for (const phone of [anns, bos]) {
    expect(complaintsOf(phone)).toEqual([]);
    expectNoForeignRequests(phone);
  }
});
