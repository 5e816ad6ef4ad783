import type { Locator, Page } from 'playwright';
import { chooseLock, goToBehindLock, unlock } from './lock-steps.ts';
import type { Phone } from './open-phone.ts';
import { control, startRegister } from './steps.ts';

/** What has to go to the hub and back may take as long as two people do. */
export const farTimeout = { timeout: 120_000 } as const;

/** Several people's phones at one hub. */
export interface Newcomer {
  readonly phone: Phone;
  readonly name: string;
  readonly role: 'Volunteer' | 'Member' | 'Coordinator' | 'Steward';
  /** From an earlier time in a register. */
  readonly hasLock?: true;
}

export const goTo = ({ page }: Phone, address: string): Promise<void> =>
  goToBehindLock(page, address);

export const sharingLine = ({ page }: Phone): Locator =>
  page.getByRole('status', { name: 'Sharing' });

export const untilShared = (phone: Phone): Promise<void> =>
  sharingLine(phone).getByText('All shared').waitFor(farTimeout);

/** A register of its own on this phone, with a place at the hub. */
export async function startShared(
  phone: Phone,
  origin: string,
  named?: Parameters<typeof startRegister>[1],
): Promise<void> {
  await phone.page.goto(origin);
  await startRegister(phone.page, named);
  await goTo(phone, `${origin}/share`);
  await control(phone.page, 'button', 'Set up sharing').click();
  await chooseLock(phone.page);
  await untilShared(phone);
}

/** The link of a new invite, made on this phone. */
export async function invite(
  inviter: Phone,
  origin: string,
  role: Newcomer['role'],
): Promise<string> {
  await goTo(inviter, `${origin}/share`);
  await control(inviter.page, 'radio', role).check();
  await control(inviter.page, 'button', 'Invite someone').click();
  const link = control(inviter.page, 'textbox', 'Invite link').last();
  await link.waitFor();
  return link.inputValue();
}

/** Picks the words that somebody read out, and says yes. */
export async function approve(
  { page }: Phone,
  words: readonly string[],
  name: string,
): Promise<void> {
  const read = page.getByRole('radio', { name: words.join(' · ') });
  await read.waitFor(farTimeout);
  await read.check();
  await control(page, 'button', 'Let them in').click();
  await page.getByText(`${name} is in.`).waitFor(farTimeout);
}

/** From the invite to both being in one register, each told so. */
export async function letIn(inviter: Phone, origin: string, newcomer: Newcomer): Promise<void> {
  const { phone, name, role } = newcomer;
  const link = await invite(inviter, origin, role);
  await phone.page.goto('about:blank');
  await phone.page.goto(link);
  if (newcomer.hasLock) await unlock(phone.page);
  await control(phone.page, 'textbox', 'Your name').fill(name);
  await phone.page.getByRole('button', { name: 'Join', exact: true }).click();
  await phone.page.getByText('Read these words to them').waitFor(farTimeout);
  const words = (await phone.page.locator('[lang=en][dir=ltr]').textContent()) ?? '';
  await approve(inviter, words.split(' '), name);
  if (role !== 'Member' && !newcomer.hasLock) await chooseLock(phone.page);
  await phone.page.getByText('You are in.').waitFor(farTimeout);
  await control(inviter.page, 'button', 'Put away').click();
  await control(phone.page, 'button', 'Open the register').click();
  await untilShared(phone);
}

/** The card of one who belongs, on the page of the register. */
export const personCard = ({ page }: Phone, name: string): Locator =>
  page
    .getByRole('list', { name: 'Who belongs' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name }) });

/** Presses a button that asks first, and says yes. */
export async function pressAndSayYes(page: Page, words: string, yes: string): Promise<void> {
  await control(page, 'button', words).click();
  await page.getByRole('dialog').getByRole('button', { name: yes, exact: true }).click();
}

/** Chromium calls every answer but a yes an error: a place nobody has kept yet, a shut door. */
export const complaintsOf = ({ complaints }: Phone): readonly string[] =>
  complaints.filter((each) => !each.startsWith('console: Failed to load resource'));
