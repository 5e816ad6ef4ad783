import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientVersion } from '#base/client-version.ts';
import { buildVersion } from './support/build-version.ts';
import { expectNoForeignRequests, shoot } from './support/expectations.ts';
import { hubAndPhones } from './support/hub-and-phones.ts';
import { unlock } from './support/lock-steps.ts';
import {
  complaintsOf,
  farTimeout,
  goTo,
  letIn,
  sharingLine,
  startShared,
  untilShared,
} from './support/neighbours.ts';
import type { Phone } from './support/open-phone.ts';
import type { RunningApp } from './support/start-app.ts';
import { addAsset, assetRow, control } from './support/steps.ts';

const stage = hubAndPhones('old-app');
const waiting = ['Lanternwick', 'Umberlode'];
const builds: string[] = [];

let app: RunningApp;
let anns: Phone;
let bos: Phone;

beforeAll(async () => {
  for (const health of ['works', 'newer'] as const)
    builds.push(await buildVersion(`app-${health}`, health));
  app = await stage.start(builds[0]);
  anns = await stage.phone();
  bos = await stage.phone();
  await startShared(anns, app.origin, { name: 'Quillhaven', yourName: 'Ann' });
  await letIn(anns, app.origin, { phone: bos, name: 'Bo', role: 'Member' });
});
afterAll(() => {
  for (const folder of builds) rmSync(folder, { recursive: true });
});

const writes = () =>
  app.requests.filter(({ method, url }) => method !== 'GET' && /_bulk_docs|photos/.test(url));

test('row 15: an app kept from before is turned away by its hub, says so, and sends nothing half', async () => {
  await goTo(anns, `${app.origin}/list`);
  await untilShared(anns);
  await app.release(builds[1] ?? '', { lowestClient: clientVersion + 1 });
  app.forgetRequests();
  for (const name of waiting) await addAsset(anns.page, { kind: 'Places', name, share: 'Members' });
  await sharingLine(anns).getByText('2 waiting').waitFor(farTimeout);
  await goTo(anns, `${app.origin}/share`);
  await sharingLine(anns).getByText('Update Patchbook to go on sharing.').waitFor(farTimeout);
  await shoot(anns.page, 'old-app');
  expect(writes()).toEqual([]);
});

test('changed over, it sends all that waited, and others have it once they have changed too', async () => {
  const { page } = anns;
  // It has looked for a newer one by itself.
  await control(page, 'button', 'Change to it now').click();
  await expect
    .poll(() => page.evaluate(() => document.documentElement.dataset['build']))
    .toBe('app-newer');
  await unlock(page);
  await goTo(anns, `${app.origin}/list`);
  await untilShared(anns);
  await goTo(bos, `${app.origin}/list`);
  await control(bos.page, 'button', 'Change to it now').click();
  for (const name of waiting) await assetRow(bos.page, name).waitFor(farTimeout);
  for (const phone of [anns, bos]) {
    expect(complaintsOf(phone)).toEqual([]);
    expectNoForeignRequests(phone);
  }
});
