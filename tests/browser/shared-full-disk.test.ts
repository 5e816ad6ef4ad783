import { expect, test } from 'vitest';
import { expectNoForeignRequests, shoot } from './support/expectations.ts';
import { besidesFull, comeBackFull, lendRoom, saveUntil } from './support/full-phone.ts';
import { complaintsOf, farTimeout, goTo, sharingLine, untilShared } from './support/neighbours.ts';
import type { Phone } from './support/open-phone.ts';
import { expectEverywhere, leavesAtHub, sharedPair } from './support/shared-pair.ts';
import { addAsset, assetRow, control, fillIn } from './support/steps.ts';

const pair = sharedPair('shared-full-disk');
const before = 'Reading Room';
const refused = 'Chatty bench';
const theirs = ['Harbour Choir', 'Knitting Circle', 'Repair Group'];

test('row 2: a full phone that shares says so, still opens, keeps the words, and goes on once there is room', async () => {
  const { app, bos } = pair();
  const atHub = await leavesAtHub(pair());
  await addAsset(pair().anns.page, { kind: 'Places', name: before });
  await untilShared(pair().anns);

  pair().anns = await comeBackFull(pair().anns, app.origin, untilSharedList);
  const { page } = pair().anns;
  for (const name of theirs) await addAsset(bos.page, { kind: 'Groups', name });
  await untilShared(bos);
  await saysFull();
  await shoot(page, 'shared-full-list');

  await fillIn(page, { kind: 'Places', name: refused });
  await control(page, 'button', 'Save').click();
  await page.getByText('This phone is full. Your words are kept.').waitFor(farTimeout);
  expect(await control(page, 'textbox', 'Name').inputValue()).toBe(refused);

  await lendRoom(pair().anns, app.origin);
  await saveUntil(page, assetRow(page, refused));
  await expectEverywhere(pair(), [before, refused, ...theirs], atHub);
  expect(besidesFull(complaintsOf(pair().anns))).toEqual([]);
  expectNoForeignRequests(pair().anns);
});

async function untilSharedList(phone: Phone): Promise<void> {
  await goTo(phone, `${pair().app.origin}/list`);
  await untilShared(phone);
}

async function saysFull(): Promise<void> {
  const line = sharingLine(pair().anns);
  await line.getByText('This phone is full. Free some space to go on sharing.').waitFor(farTimeout);
  expect(await line.getByText('All shared').count()).toBe(0);
  await assetRow(pair().anns.page, before).waitFor();
}
