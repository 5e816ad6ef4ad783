import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectQuiet, shoot } from './support/expectations.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import {
  addAsset,
  assetRow,
  assets,
  control,
  openCard,
  pageHeading,
  startRegister,
} from './support/steps.ts';

let app: RunningApp;
let phone: Phone;
let page: Page;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

beforeEach(async () => {
  phone = await openPhone();
  page = phone.page;
  await page.goto(app.origin);
  await startRegister(page);
});
afterEach(() => phone.close());

describe('a new user', () => {
  test('adds the first thing in four taps besides typing, and finds it', async () => {
    let taps = 0;
    const tap = async (role: 'button' | 'radio', words: string): Promise<void> => {
      await control(page, role, words).tap();
      taps += 1;
    };
    await tap('button', 'Add');
    await tap('radio', 'Places');
    await expect
      .poll(() =>
        control(page, 'textbox', 'Name').evaluate((box) => box === document.activeElement),
      )
      .toBe(true);
    await page.keyboard.type('Chatty bench by the canal');
    await shoot(page, 'journey-add');
    await tap('button', 'Nowhere yet');
    await tap('button', 'Save');
    await assetRow(page, 'Chatty bench by the canal').waitFor();
    expect(taps).toBe(4);
    expect(await assets(page).getByRole('listitem').count()).toBe(1);
    await shoot(page, 'journey-list');

    await addAsset(page, { kind: 'Groups', name: 'Harbour Choir' });
    await control(page, 'searchbox', 'Search').fill('chaty bensh');
    await assetRow(page, 'Harbour Choir').waitFor({ state: 'detached' });
    await assetRow(page, 'Chatty bench').waitFor();
    await shoot(page, 'journey-search');
    expectQuiet(phone);
  });

  test('takes back what was just saved', async () => {
    await addAsset(page, { kind: 'Places', name: 'Second thoughts' });
    await assetRow(page, 'Second thoughts').waitFor();
    await control(page, 'button', 'Undo').click();
    await assetRow(page, 'Second thoughts').waitFor({ state: 'detached' });
    expectQuiet(phone);
  });
});

describe('a card', () => {
  beforeEach(async () => {
    await addAsset(page, { kind: 'Places', name: 'Old Reading Room' });
    await openCard(page, 'Old Reading Room');
  });

  test('shows what one can do without opening a menu', async () => {
    for (const words of ['Still true', 'Connect', 'Edit', 'History', 'Remove']) {
      expect(await control(page, 'button', words).count(), words).toBe(1);
      await control(page, 'button', words).waitFor();
    }
    await control(page, 'button', 'Still true').click();
    await page.getByText('Thank you. Old Reading Room is still true.').waitFor();
    await shoot(page, 'journey-card');
    expectQuiet(phone);
  });

  test('is changed, and put back from its history', async () => {
    await control(page, 'button', 'Edit').click();
    await control(page, 'textbox', 'Name').fill('New Reading Room');
    await control(page, 'button', 'Save').click();
    await pageHeading(page, 'New Reading Room').waitFor();
    await control(page, 'button', 'History').click();
    await shoot(page, 'journey-history');
    const before = page
      .getByRole('list', { name: 'History' })
      .getByRole('listitem')
      .filter({ hasText: 'Old Reading Room' });
    await control(before, 'button', 'Put back').click();
    await pageHeading(page, 'History of Old Reading Room').waitFor();
    await control(page, 'link', 'List').click();
    await assetRow(page, 'Old Reading Room').waitFor();
    expectQuiet(phone);
  });

  test('is removed, and comes back with Undo', async () => {
    await control(page, 'button', 'Remove').click();
    await pageHeading(page, 'Rivermouth').waitFor();
    await assetRow(page, 'Old Reading Room').waitFor({ state: 'detached' });
    await control(page, 'button', 'Undo').click();
    await assetRow(page, 'Old Reading Room').waitFor();
    expectQuiet(phone);
  });

  test('is connected with another, and both say so', async () => {
    await control(page, 'link', 'List').click();
    await addAsset(page, { kind: 'Groups', name: 'Harbour Choir' });
    await openCard(page, 'Harbour Choir');
    await control(page, 'button', 'Connect').click();
    await control(page, 'searchbox', 'Search').fill('reading');
    await control(page, 'button', 'Old Reading Room').click();
    await control(page, 'radio', 'Harbour Choir meets at Old Reading Room').click();
    await shoot(page, 'journey-connect');
    await control(page, 'button', 'Save').click();
    await pageHeading(page, 'Harbour Choir').waitFor();
    await control(page, 'link', 'meets at Old Reading Room').click();
    await pageHeading(page, 'Old Reading Room').waitFor();
    await control(page, 'link', 'hosts meetings of Harbour Choir').waitFor();
    await control(page, 'link', 'Connections').click();
    await page.getByText('Old Reading Room').first().waitFor();
    await shoot(page, 'journey-connections');
    expectQuiet(phone);
  });
});

describe('people', () => {
  test('stay on this phone, and the form says why', async () => {
    await control(page, 'button', 'Add').click();
    await control(page, 'radio', 'People').click();
    const levels = page.getByRole('group', { name: 'Who may see this' });
    expect(await control(levels, 'radio', 'Only this phone').isChecked()).toBe(true);
    for (const shut of ['The team', 'Members', 'Anyone']) {
      expect(await control(levels, 'radio', shut).isDisabled(), shut).toBe(true);
    }
    await page.getByText('People stay on this phone.').waitFor();
    await shoot(page, 'journey-person');
    await control(page, 'textbox', 'In their own words').fill('fixes any bike');
    await control(page, 'textbox', 'Name').fill('Dai');
    await control(page, 'button', 'Nowhere yet').click();
    await control(page, 'button', 'Save').click();
    await openCard(page, 'Dai');
    await page.getByText('Only this phone has this.').waitFor();
    const connect = control(page, 'button', 'Connect');
    expect(await connect.getAttribute('aria-disabled')).toBe('true');
    await page.getByText('they cannot be connected yet').waitFor();
    expectQuiet(phone);
  });
});

describe('several registers', () => {
  test('live on one phone, one open at a time', async () => {
    await addAsset(page, { kind: 'Places', name: 'Old Reading Room' });
    await control(page, 'link', 'More').click();
    await control(page, 'link', 'This register').click();
    await control(page, 'link', 'Start another register').click();
    await startRegister(page, { name: 'Uphill', yourName: 'Mair' });
    expect(await assets(page).count()).toBe(0);
    await addAsset(page, { kind: 'Places', name: 'Windmill' });
    await assetRow(page, 'Windmill').waitFor();
    expect(await assets(page).getByRole('listitem').count()).toBe(1);

    await page.goto(`${app.origin}/register`);
    await shoot(page, 'journey-register');
    await control(page, 'button', 'Rivermouth').click();
    await control(page, 'link', 'List').click();
    await pageHeading(page, 'Rivermouth').waitFor();
    await assetRow(page, 'Old Reading Room').waitFor();
    expect(await assetRow(page, 'Windmill').count()).toBe(0);
    expectQuiet(phone);
  });
});
