import type { Locator, Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { expectNoForeignRequests, shoot } from './support/expectations.ts';
import { hubAndPhones } from './support/hub-and-phones.ts';
import { chooseLock, goToBehindLock } from './support/lock-steps.ts';
import { findingsHere } from './support/looks.ts';
import type { Phone } from './support/open-phone.ts';
import type { RunningApp } from './support/start-app.ts';
import { addAsset, assetRow, control, startRegister } from './support/steps.ts';

const stage = hubAndPhones('sharing');

let app: RunningApp;
let anns: Phone;
let bos: Phone;

beforeAll(async () => {
  app = await stage.start();
  anns = await stage.phone();
  bos = await stage.phone();
});

const goTo = (page: Page, path: string): Promise<void> =>
  goToBehindLock(page, `${app.origin}${path}`);
/** Chromium calls every answer but a yes an error: a place nobody has kept yet, a mailbox that is shut. */
const isOfTheNetwork = (complaint: string): boolean =>
  complaint.startsWith('console: Failed to load resource');
const sharing = (page: Page) => page.getByRole('status', { name: 'Sharing' });

/** True until the register is shared, and no longer. */
const staysHere = 'Nothing leaves this phone by itself';

test('a register is given a place at the hub, and all of it is shared', async () => {
  const { page } = anns;
  await page.goto(app.origin);
  await startRegister(page);
  await addAsset(page, { kind: 'Places', name: 'Chatty bench' });
  await sharing(page).getByText('Saved on this phone only').waitFor();
  await goTo(page, '/share');
  expect(await control(page, 'textbox', 'Hub address').inputValue()).toBe(app.origin);
  await page.getByText(staysHere).waitFor();
  await shoot(page, 'sharing-set-up');
  expect(await findingsHere(page, 'set up')).toEqual([]);
  await control(page, 'button', 'Set up sharing').click();
  await chooseLock(page);
  await sharing(page).getByText('All shared').waitFor();
  expect(await page.getByText(staysHere).count()).toBe(0);
  await shoot(page, 'sharing-shared');
  expect(await findingsHere(page, 'shared')).toEqual([]);
});

let link: string;

/** All of it, without a finger's help. */
const isInSight = (part: Locator): Promise<boolean> =>
  part.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

test('an invite is made, with a link that holds no key', async () => {
  const { page } = anns;
  await page.getByRole('radio', { name: 'Volunteer' }).check();
  await control(page, 'button', 'Invite someone').click();
  const shown = control(page, 'textbox', 'Invite link');
  await shown.waitFor();
  const code = page.getByRole('img', { name: 'Invite to this register as a code' });
  await expect.poll(() => isInSight(code)).toBe(true);
  link = await shown.inputValue();
  expect(link).toMatch(new RegExp(`^${app.origin}/join#v=1&`));
  await shoot(page, 'sharing-invite');
  expect(await findingsHere(page, 'invite')).toEqual([]);
});

test('whoever has the link knocks, reads out four words, and is let in', async () => {
  const { page } = bos;
  await page.goto(link);
  await control(page, 'textbox', 'Your name').fill('Bo');
  await shoot(page, 'joining-asked');
  expect(await findingsHere(page, 'join')).toEqual([]);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page
    .getByText('Read these words to them')
    .waitFor()
    .finally(() => shoot(page, 'joining-waits'));
  await shoot(page, 'joining-words');
  expect(await findingsHere(page, 'words')).toEqual([]);
  const words = (await page.locator('[lang=en][dir=ltr]').textContent()) ?? '';
  const mine = anns.page.getByRole('radio', { name: words.split(' ').join(' · ') });
  await mine.waitFor();
  await shoot(anns.page, 'sharing-choosing');
  expect(await findingsHere(anns.page, 'choosing')).toEqual([]);
  await mine.check();
  await control(anns.page, 'button', 'Let them in').click();
  await anns.page.getByText('Bo is in.').waitFor();
  await chooseLock(page);
  await page.getByText('You are in.').waitFor();
  await control(page, 'button', 'Open the register').click();
  await assetRow(page, 'Chatty bench').waitFor();
  await sharing(page).getByText('All shared').waitFor();
  await shoot(page, 'joined-list');
});

test('what one writes the other sees', async () => {
  await addAsset(bos.page, { kind: 'Groups', name: 'Harbour Choir' });
  await goTo(anns.page, '/list');
  await assetRow(anns.page, 'Harbour Choir').waitFor();
  for (const phone of [anns, bos]) {
    expect(phone.complaints.filter((each) => !isOfTheNetwork(each))).toEqual([]);
    expectNoForeignRequests(phone);
  }
});
