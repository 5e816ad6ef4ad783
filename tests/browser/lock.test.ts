import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectQuiet, shoot, untilKept } from './support/expectations.ts';
import { goToBehindLock, numbers, typeNewLock, unlock } from './support/lock-steps.ts';
import { findingsHere } from './support/looks.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { databaseNames, rawText } from './support/raw-storage.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { addAsset, assetRow, control, pageHeading, startRegister } from './support/steps.ts';

const secrets = ['Marram', 'Kestrel', 'Juniper'] as const;

let app: RunningApp;
let phone: Phone;

beforeAll(async () => {
  app = await startApp();
  phone = await openPhone({ reducedMotion: 'reduce' });
  await phone.page.goto(app.origin);
  await startRegister(phone.page);
  await untilKept(phone.page);
  await addAsset(phone.page, { kind: 'Places', name: 'Marram bench' });
  await addAsset(phone.page, { kind: 'People', name: 'Kestrel Rees', gift: 'mends radios' });
});
afterAll(async () => {
  await phone?.close();
  await app?.stop();
});

const goTo = async (path: string): Promise<void> => {
  await phone.page.goto(`${app.origin}${path}`);
  await phone.page.getByRole('heading', { level: 1 }).waitFor();
};

/** What a person with a cable reads: all of IndexedDB, past the app. */
async function everythingStored(): Promise<string> {
  const names = await databaseNames(phone.page);
  return (await Promise.all(names.map((name) => rawText(phone.page, name)))).join('\n');
}
const readable = async () => {
  const stored = await everythingStored();
  return secrets.filter((secret) => stored.includes(secret));
};

test('numbers that anyone would try first are refused', async () => {
  const { page } = phone;
  await goTo('/settings');
  await control(page, 'button', 'Set a lock').click();
  await typeNewLock(page, '123456');
  await page.getByText('These are the first that people try').waitFor();
  await typeNewLock(page, '12345');
  await page.getByText('Use six numbers or more').waitFor();
  await shoot(page, 'lock-choosing');
  expect(await findingsHere(page, 'choosing a lock')).toEqual([]);
});

test('a lock is set, and the book lies open as before', async () => {
  const { page } = phone;
  await typeNewLock(page);
  await page.getByText('The book is shut away when you lock it').waitFor();
  await shoot(page, 'lock-set');
  expect(await findingsHere(page, 'lock set')).toEqual([]);
  await page.getByRole('link', { name: 'List' }).click();
  await assetRow(page, 'Kestrel Rees').waitFor();
});

test('what is locked can be read by nobody, and what was being typed is kept', async () => {
  const { page } = phone;
  await control(page, 'button', 'Add').click();
  await control(page, 'radio', 'Stories').click();
  await control(page, 'textbox', 'Name').fill('Juniper lane in the snow');
  await page.getByRole('link', { name: 'More' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  expect(await readable()).toEqual(['Marram', 'Kestrel']);
  await control(page, 'button', 'Lock now').click();
  await pageHeading(page, 'Patchbook is locked').waitFor();
  await expect.poll(readable).toEqual([]);
  await shoot(page, 'lock-shut');
  expect(await findingsHere(page, 'locked')).toEqual([]);
  await unlock(page);
  await pageHeading(page, 'Settings').waitFor();
  await page.getByRole('link', { name: 'List' }).click();
  await assetRow(page, 'Kestrel Rees').waitFor();
  await assetRow(page, 'Marram bench').waitFor();
  await control(page, 'button', 'Add').click();
  const name = control(page, 'textbox', 'Name');
  await expect.poll(() => name.inputValue()).toBe('Juniper lane in the snow');
});

test('a phone that dies while it is open comes back locked, and leaves no list behind', async () => {
  phone = await phone.kill();
  const { page } = phone;
  await page.goto(`${app.origin}/list`);
  await pageHeading(page, 'Patchbook is locked').waitFor();
  await expect.poll(readable).toEqual([]);
  await unlock(page);
  await assetRow(page, 'Marram bench').waitFor();
});

test('one tab locks the other', async () => {
  const other = await phone.context.newPage();
  await goToBehindLock(other, `${app.origin}/list`);
  await assetRow(other, 'Marram bench').waitFor();
  await assetRow(phone.page, 'Marram bench').waitFor();
  await other.getByRole('link', { name: 'More' }).click();
  await other.getByRole('link', { name: 'Settings' }).click();
  await control(other, 'button', 'Lock now').click();
  await pageHeading(other, 'Patchbook is locked').waitFor();
  await pageHeading(phone.page, 'Patchbook is locked').waitFor();
  await expect.poll(readable).toEqual([]);
  await other.close();
});

test('the phone’s own fingerprint opens it too, and no other’s', async () => {
  const own = await openPhone({ reducedMotion: 'reduce' });
  const { page, context } = own;
  try {
    // A web page at a number has no passkeys: WebAuthn asks for a name.
    const origin = app.origin.replace('127.0.0.1', 'localhost');
    const cdp = await context.newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        hasPrf: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto(origin);
    await startRegister(page);
    await addAsset(page, { kind: 'Places', name: 'Marram bench' });
    await page.getByRole('link', { name: 'More' }).click();
    await page.getByRole('link', { name: 'Settings' }).click();
    await control(page, 'button', 'Set a lock').click();
    await typeNewLock(page);
    await control(page, 'button', 'Open it with fingerprint or face too').click();
    await control(page, 'textbox', 'What opens it now').fill(numbers);
    await control(page, 'button', 'Open it with fingerprint or face too').click();
    await page.getByText('Fingerprint or face opens it too.').waitFor();
    await shoot(page, 'lock-passkey-on');
    await control(page, 'button', 'Lock now').click();
    await control(page, 'button', 'Use fingerprint or face').click();
    await pageHeading(page, 'Settings').waitFor();
    await control(page, 'button', 'Lock now').click();
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await control(page, 'button', 'Use fingerprint or face').click();
    await page.getByText('The phone did not open it').waitFor();
    await shoot(page, 'lock-refused');
    await unlock(page);
    await pageHeading(page, 'Settings').waitFor();
    await control(page, 'button', 'Stop opening it with fingerprint or face').click();
    await control(page, 'button', 'Lock now').click();
    await pageHeading(page, 'Patchbook is locked').waitFor();
    await control(page, 'textbox', 'Your numbers').waitFor();
    expect(await control(page, 'button', 'Use fingerprint or face').count()).toBe(0);
  } finally {
    await own.close();
  }
});

test('other numbers open it once they are changed, and the old ones no more; what is nobody else’s may go without', async () => {
  const { page } = phone;
  await unlock(page);
  await page.getByRole('link', { name: 'More' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await control(page, 'button', 'Change what opens it').click();
  await control(page, 'textbox', 'What opens it now').fill(numbers);
  await typeNewLock(page, '739164');
  await page.getByText('From now on the new ones open it.').waitFor();
  await control(page, 'button', 'Lock now').click();
  await unlock(page, numbers);
  await page.getByText('That did not open it').waitFor();
  await unlock(page, '739164');
  await control(page, 'button', 'Take the lock off').click();
  await control(page, 'textbox', 'What opens it now').fill('739164');
  await control(page, 'button', 'Take the lock off').click();
  await control(page, 'button', 'Set a lock').waitFor();
  expect(await readable()).toEqual(['Marram', 'Kestrel', 'Juniper']);
  await control(page, 'button', 'Set a lock').click();
  await typeNewLock(page);
  await control(page, 'button', 'Lock now').click();
  await pageHeading(page, 'Patchbook is locked').waitFor();
});

test('a phone that nobody touches warns, and locks; a touch keeps it open', async () => {
  const { page } = phone;
  await page.clock.install();
  await unlock(page);
  await page.getByRole('link', { name: 'More' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: '1 minute' }).check();
  const warning = page.getByText('Locking in half a minute');
  // The watch hears of the choice from the disk: time goes on until it has.
  const untilWarned = () =>
    expect
      .poll(
        async () => {
          await page.clock.fastForward(5_000);
          return warning.count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
  await untilWarned();
  await shoot(page, 'lock-idle');
  await control(page, 'button', 'Keep it open').click();
  await warning.waitFor({ state: 'detached' });
  await untilWarned();
  expect(await pageHeading(page, 'Patchbook is locked').count()).toBe(0);
  await page.clock.fastForward(35_000);
  await pageHeading(page, 'Patchbook is locked').waitFor();
});

test('after three tries in vain even the right numbers have to wait', async () => {
  const { page } = phone;
  for (const wrong of ['111222', '222111', '121212']) {
    await unlock(page, wrong);
    await page.getByText(/did not open it|tried too often/).waitFor();
    await page.getByText('Opening the book').waitFor({ state: 'detached' });
  }
  await page.getByText('That was tried too often').waitFor();
  await unlock(page, numbers);
  await page.getByText('Opening the book').waitFor({ state: 'detached' });
  await page.getByText('That was tried too often').waitFor();
  await shoot(page, 'lock-wait');
  expect(await findingsHere(page, 'waiting')).toEqual([]);
});

test('who has forgotten it starts afresh, with nothing of the book left', async () => {
  const { page } = phone;
  await page.getByText('Forgotten it?').click();
  await page.getByRole('checkbox', { name: 'I know that it will be lost' }).check();
  await shoot(page, 'lock-forgotten');
  expect(await findingsHere(page, 'forgotten')).toEqual([]);
  await control(page, 'button', 'Empty this phone and start afresh').click();
  await control(page, 'button', 'Start a register').waitFor();
  expect(await readable()).toEqual([]);
  const names = await databaseNames(page);
  expect(names.filter((name) => /pb-[0-9a-f]{32}/.test(name))).toEqual([]);
  expectQuiet(phone);
});
