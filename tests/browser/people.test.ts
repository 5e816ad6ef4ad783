import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectNoForeignRequests, shoot, untilKept } from './support/expectations.ts';
import { hubAndPhones } from './support/hub-and-phones.ts';
import {
  askHub,
  hubKeyOf,
  hubLeaves,
  leavesSince,
  type RawHub,
  sealedOn,
  slipIn,
} from './support/hub-raw.ts';
import { findingsHere } from './support/looks.ts';
import {
  complaintsOf,
  farTimeout,
  goTo,
  letIn,
  personCard,
  pressAndSayYes,
  sharingLine,
  startShared,
  untilShared,
} from './support/neighbours.ts';
import type { Phone } from './support/open-phone.ts';
import { databaseNames, rawText } from './support/raw-storage.ts';
import type { RunningApp } from './support/start-app.ts';
import { addAsset, assetRow, control } from './support/steps.ts';

const stage = hubAndPhones('people');

let app: RunningApp;
let anns: Phone;
let bos: Phone;
/** As Ann's phone and as Bo's may ask it. */
let hub: RawHub;
let bosHub: RawHub;

beforeAll(async () => {
  app = await stage.start();
  anns = await stage.phone();
  bos = await stage.phone();
  await startShared(anns, app.origin, { name: 'Quillhaven', yourName: 'Ann' });
  await letIn(anns, app.origin, { phone: bos, name: 'Bo', role: 'Volunteer' });
  hub = { origin: app.origin, key: await hubKeyOf(anns, app.origin) };
  bosHub = { origin: app.origin, key: await hubKeyOf(bos, app.origin) };
});

const registerPage = (phone: Phone) => goTo(phone, `${app.origin}/register`);
const list = (phone: Phone) => goTo(phone, `${app.origin}/list`);

async function changeRole(name: string, role: string): Promise<void> {
  await registerPage(anns);
  await control(anns.page, 'button', `Change what ${name} does`).click();
  await control(anns.page.getByRole('dialog'), 'radio', role).check();
  await anns.page.getByRole('button', { name: 'Change it' }).click();
}

/** Epochs under which a circle is sealed at the hub, by key. */
const keysAt = async (circle: 'members' | 'team') =>
  new Map((await hubLeaves(hub, circle)).flatMap(({ k, e }) => (k && e ? [[k, e] as const] : [])));

describe('who belongs', () => {
  test('is shown with plain names for what each does, and the phones they have', async () => {
    await registerPage(anns);
    await personCard(anns, 'Bo').getByText('Volunteer', { exact: true }).waitFor(farTimeout);
    await personCard(anns, 'Ann (you)').getByText('Steward', { exact: true }).waitFor();
    await personCard(anns, 'Bo')
      .getByText(/^Phone · last heard of on/)
      .waitFor();
    await shoot(anns.page, 'people');
    expect(await findingsHere(anns.page, 'people')).toEqual([]);
    await registerPage(bos);
    await personCard(bos, 'Bo (you)').waitFor();
    await personCard(bos, 'Ann').getByText('Steward', { exact: true }).waitFor();
    expect(await personCard(bos, 'Ann').getByRole('button').count()).toBe(0);
  });

  test.each(['cy', 'ar-XB'])('fits in %s', async (locale) => {
    const { page } = anns;
    const whole = () => page.locator('#who-belongs').waitFor();
    await goTo(anns, `${app.origin}/register?locale=${locale}`);
    await whole();
    expect(await findingsHere(page, `people ${locale}`, whole)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 640 });
    await whole();
    await page.locator('#who-belongs').scrollIntoViewIfNeeded();
    await shoot(page, `people-${locale}`);
    await registerPage(anns);
  });

  test('whoever sees less from now on gets no new key of the team, and more again when they may', async () => {
    await list(anns);
    const before = await keysAt('team');
    await changeRole('Bo', 'Member');
    await anns.page.getByText('Bo is now: Member.').waitFor(farTimeout);
    expect((await askHub(bosHub, `/db/${hub.key.register}-team/`)).status).toBe(403);
    expect((await askHub(bosHub, `/db/${hub.key.register}-members/`)).status).toBe(200);
    await addTeamThing('Lanternwick');
    await untilShared(anns);
    const newest = Math.max(...(await keysAt('team')).values());
    expect(newest).toBeGreaterThan(Math.max(0, ...before.values()));
    await registerPage(bos);
    await personCard(bos, 'Bo (you)').getByText('Member', { exact: true }).waitFor(farTimeout);
    await list(bos);
    expect(await assetRow(bos.page, 'Lanternwick').count()).toBe(0);
    await changeRole('Bo', 'Volunteer');
    await anns.page.getByText('Bo is now: Volunteer.').waitFor(farTimeout);
    await list(bos);
    await assetRow(bos.page, 'Lanternwick').waitFor(farTimeout);
  });

  test('the last steward neither leaves nor becomes something else', async () => {
    await registerPage(anns);
    expect(await personCard(anns, 'Ann (you)').getByRole('button').count()).toBe(0);
    await pressAndSayYes(anns.page, 'Leave this register', 'Leave');
    await anns.page.getByText('Somebody must look after the register').waitFor(farTimeout);
    await shoot(anns.page, 'people-last-steward');
    await anns.page.getByRole('button', { name: 'Stay' }).click();
    expect(
      await control(anns.page, 'button', 'Invite someone')
        .or(control(anns.page, 'link', 'Invite someone'))
        .count(),
    ).toBe(1);
  });
});

async function addTeamThing(name: string): Promise<void> {
  await list(anns);
  await addAsset(anns.page, { kind: 'Places', name, share: 'The team' });
}

describe('a phone that is taken out', () => {
  const unsent = 'Fogmaiden bench';
  const alsoUnsent = 'Fogmaiden swing';
  const later = 'Copperjay shop';

  test('is shut out at once, whether or not it knows', async () => {
    await list(bos);
    await untilKept(bos.page);
    await bos.context.setOffline(true);
    await addAsset(bos.page, { kind: 'Places', name: unsent });
    await control(bos.page, 'link', 'List').click();
    await addAsset(bos.page, { kind: 'Places', name: alsoUnsent });
    await registerPage(anns);
    await control(personCard(anns, 'Bo'), 'button', 'Take out: Phone, Bo').click();
    await shoot(anns.page, 'people-take-out-phone');
    expect(await findingsHere(anns.page, 'take out')).toEqual([]);
    await anns.page
      .getByRole('dialog')
      .getByRole('button', { name: 'Take out: Phone, Bo' })
      .click();
    await anns.page.getByText('Taken out: Phone, Bo.').waitFor(farTimeout);
    for (const circle of ['members', 'team'])
      expect((await askHub(bosHub, `/db/${hub.key.register}-${circle}/`)).status).toBe(401);
  });

  test('and nothing written since is under a key that it holds', async () => {
    await list(anns);
    await untilShared(anns);
    const before = { members: await hubLeaves(hub, 'members'), team: await hubLeaves(hub, 'team') };
    const held = new Set([...before.members, ...before.team].map(({ k }) => k));
    await addAsset(anns.page, { kind: 'Sharing & trade', name: later });
    await addTeamThing('Bramblewick');
    await untilShared(anns);
    for (const circle of ['members', 'team'] as const) {
      const sinceThen = async () => leavesSince(before[circle], await hubLeaves(hub, circle));
      await expect.poll(async () => (await sinceThen()).length, farTimeout).toBeGreaterThan(0);
      const fresh = await sinceThen();
      expect(fresh.filter(({ k }) => held.has(k))).toEqual([]);
    }
  });

  test('says why at its next contact, and only reads', async () => {
    const { page, context } = bos;
    await context.setOffline(false);
    await page.getByText('You can read this register on this phone').waitFor(farTimeout);
    await shoot(page, 'out-list');
    expect(await findingsHere(page, 'out, list')).toEqual([]);
    await sharingLine(bos).getByText('To read only').waitFor();
    await assetRow(page, unsent).waitFor();
    expect(await control(page, 'button', 'Add').count()).toBe(0);
    await goTo(bos, `${app.origin}/add`);
    await page.getByText('To read only').first().waitFor();
    await registerPage(bos);
    await page.getByText('This phone was taken out of the register').waitFor();
    await page.getByText('2 entries never reached the others').waitFor();
    await page.getByText('To be let in again, ask Ann for a new invite.').waitFor();
    await shoot(page, 'out-register');
    expect(await findingsHere(page, 'out, register')).toEqual([]);
  });

  test('keeps what it had not sent in a copy of its own', async () => {
    const { page } = bos;
    await control(page, 'link', 'Save my copy').click();
    const handing = page.waitForEvent('download');
    await control(page, 'button', 'Save').click();
    const path = await (await handing).path();
    expect(readFileSync(path, 'utf8')).toContain(unsent);
  });

  test('is never told what the others write', async () => {
    await list(bos);
    await assetRow(bos.page, unsent).waitFor();
    expect(await assetRow(bos.page, later).count()).toBe(0);
    const names = await databaseNames(bos.page);
    const texts = await Promise.all(names.map((name) => rawText(bos.page, name)));
    expect(texts.join('\n')).toContain(unsent);
    expect(texts.join('\n')).not.toContain(later);
    const fresh = (await hubLeaves(hub, 'members')).filter(
      ({ c }) => c && texts.join().includes(c),
    );
    expect(fresh.length).toBeGreaterThan(0);
    await list(anns);
    expect(await assetRow(anns.page, unsent).count()).toBe(0);
  });

  test('brings in nothing under the key that it holds, even where the hub plays along', async () => {
    const there = await hubLeaves(hub, 'members');
    const onPhone = await sealedOn(bos, hub.key.register, 'members');
    const known = new Set(there.map(({ _id }) => _id));
    const own = onPhone.filter(({ _id, _rev }) => !known.has(_id) && _rev.startsWith('1-'));
    expect(own).toHaveLength(2);
    expect((await slipIn(hub, 'members', own.slice(0, 1))).status).toBe(201);
    await registerPage(anns);
    await anns.page.getByText('1 change came with an old key').waitFor(farTimeout);
    await shoot(anns.page, 'people-set-aside');
    await list(anns);
    await untilShared(anns);
    for (const name of [unsent, alsoUnsent])
      expect(await assetRow(anns.page, name).count()).toBe(0);
    await assetRow(anns.page, later).waitFor();
  });

  test('nor by a book of its own that somebody opens', async () => {
    await goTo(bos, `${app.origin}/share`);
    await control(bos.page, 'textbox', 'Words that open it').fill('river chair apple lamp');
    const handing = bos.page.waitForEvent('download');
    await control(bos.page, 'button', 'Save the book').click();
    const path = await (await handing).path();
    await goTo(anns, `${app.origin}/share`);
    await anns.page.getByLabel('Open a book', { exact: true }).setInputFiles(path);
    await anns.page.getByText('The book is joined with yours').waitFor(farTimeout);
    await registerPage(anns);
    await anns.page.getByText('2 changes came with an old key').waitFor(farTimeout);
    await list(anns);
    await untilShared(anns);
    for (const name of [unsent, alsoUnsent])
      expect(await assetRow(anns.page, name).count()).toBe(0);
  });

  test('leaves its holder without one, who is taken out as well', async () => {
    await registerPage(anns);
    await personCard(anns, 'Bo').getByText('No phone in this register now').waitFor();
    await pressAndSayYes(anns.page, 'Take out Bo', 'Take out Bo');
    await anns.page.getByText('Bo is taken out.').waitFor(farTimeout);
    await personCard(anns, 'Bo').waitFor({ state: 'detached' });
  });

  test('may be let in anew, and then sends what it had kept', async () => {
    const bo = { phone: bos, name: 'Bo', role: 'Volunteer', hasLock: true } as const;
    await letIn(anns, app.origin, bo);
    bosHub = { origin: app.origin, key: await hubKeyOf(bos, app.origin) };
    await list(anns);
    for (const name of [unsent, alsoUnsent]) await assetRow(anns.page, name).waitFor(farTimeout);
    await list(bos);
    await assetRow(bos.page, later).waitFor(farTimeout);
    expect(await control(bos.page, 'button', 'Add').count()).toBe(1);
    await registerPage(bos);
    await personCard(bos, 'Bo (you)').waitFor();
    expect(await bos.page.getByText('Kept, but not shown').count()).toBe(0);
  });
});

describe('whoever leaves', () => {
  const unsent = 'Larkspur choir';

  test('hears first what only this phone holds', async () => {
    const { page, context } = bos;
    await list(bos);
    await untilShared(bos);
    await context.setOffline(true);
    await addAsset(page, { kind: 'Groups', name: unsent });
    await control(page, 'link', 'More').click();
    await control(page, 'link', 'This register').click();
    await control(page, 'button', 'Leave this register').click();
    await page.getByText('1 entry is on this phone only').waitFor();
    await shoot(page, 'people-leave');
    expect(await findingsHere(page, 'leave')).toEqual([]);
  });

  test('sends that, and is out: here and by all the others', async () => {
    const { page, context } = bos;
    await context.setOffline(false);
    await page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByText('You have left this register').waitFor(farTimeout);
    await shoot(page, 'left-register');
    await list(anns);
    await assetRow(anns.page, unsent).waitFor(farTimeout);
    await registerPage(anns);
    await personCard(anns, 'Ann (you)').waitFor();
    await personCard(anns, 'Bo').waitFor({ state: 'detached', ...farTimeout });
    await expect
      .poll(
        async () => (await askHub(bosHub, `/db/${hub.key.register}-members/`)).status,
        farTimeout,
      )
      .toBe(401);
  });

  test('takes it off this phone, which says so', async () => {
    const { page } = bos;
    await registerPage(bos);
    await pressAndSayYes(page, 'Take it off this phone', 'Take it off');
    await page.getByText('“Quillhaven” is no longer on this phone.').waitFor(farTimeout);
    await shoot(page, 'left-first-page');
    expect(await databaseNames(page)).toEqual(['pb-device']);
    for (const phone of [anns, bos]) {
      expect(complaintsOf(phone)).toEqual([]);
      expectNoForeignRequests(phone);
    }
  });
});
