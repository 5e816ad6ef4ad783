import { expect, test } from 'vitest';
import { expectNoForeignRequests, shoot } from './support/expectations.ts';
import { findingsHere } from './support/looks.ts';
import { complaintsOf, farTimeout, goTo, letIn, untilShared } from './support/neighbours.ts';
import { expectMoreAtHub, expectOnBoth, leavesAtHub, sharedPair } from './support/shared-pair.ts';
import { addAsset, control } from './support/steps.ts';

const pair = sharedPair('shared-cleared');
const sent = ['Harbour Choir', 'Knitting Circle'];

const onBos = (words: string) => pair().bos.page.getByText(words);
const gone = () => onBos('This phone has no copy any more.');

test('row 3: what waits on a phone that may clear it is warned of, and what is shared is not', async () => {
  const { app, bos } = pair();
  const { page } = bos;
  const alone = onBos('1 entry is on this phone alone.');
  const before = await leavesAtHub(pair());
  expect(await page.evaluate(() => navigator.storage.persisted())).toBe(false);
  for (const name of sent) await addAsset(page, { kind: 'Groups', name });
  await untilShared(bos);
  await expectMoreAtHub(pair(), before, sent.length);
  await goTo(bos, `${app.origin}/share`);
  await onBos('All shared').first().waitFor(farTimeout);
  expect(await alone.count()).toBe(0);

  await bos.context.setOffline(true);
  await goTo(bos, `${app.origin}/list`);
  await addAsset(page, { kind: 'Groups', name: 'Never sent' });
  await goTo(bos, `${app.origin}/share`);
  await alone.waitFor();
  await shoot(page, 'shared-not-kept');
  await control(page, 'button', 'Ask the phone to keep it safe').click();
  await onBos('Your phone has not agreed yet.').waitFor();
  expect(await findingsHere(page, 'not kept')).toEqual([]);
});

test('cleared by its browser it says so until somebody is let in again, and all that was shared comes back', async () => {
  const { app, anns, bos } = pair();
  const { page } = bos;
  await clearDatabases();
  await bos.context.setOffline(false);
  await page.goto(app.origin);
  await gone().waitFor(farTimeout);
  await shoot(page, 'shared-cleared');
  expect(await findingsHere(page, 'cleared')).toEqual([]);
  await page.reload();
  await gone().waitFor(farTimeout);
  await control(page, 'button', 'Join a register').waitFor();

  await letIn(anns, app.origin, { phone: bos, name: 'Bo again', role: 'Member' });
  await goTo(anns, `${app.origin}/list`);
  expect(await expectOnBoth(pair(), sent)).toBe(sent.length);
  await page.goto(`${app.origin}/start`);
  await control(page, 'button', 'Start a register').waitFor();
  expect(await gone().count()).toBe(0);
  for (const phone of [anns, bos]) {
    expect(complaintsOf(phone)).toEqual([]);
    expectNoForeignRequests(phone);
  }
});

/** As a browser short of room does between two visits: of the page's storage the databases go. */
async function clearDatabases(): Promise<void> {
  const { page, context } = pair().bos;
  await page.goto('about:blank');
  const debug = await context.newCDPSession(page);
  const { origin } = pair().app;
  await debug.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
}
