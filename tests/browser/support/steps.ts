import type { Locator, Page } from 'playwright';

/** Names are promised as beginnings: more may follow. */
export const starting = (words: string): RegExp =>
  new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

type Role = 'button' | 'link' | 'radio' | 'textbox' | 'searchbox' | 'checkbox' | 'combobox';

export const control = (page: Page | Locator, role: Role, words: string): Locator =>
  page.getByRole(role, { name: starting(words) });

/** `Start` is the beginning of `Start a register` too. */
const exactly = (page: Page, words: string): Locator =>
  page.getByRole('button', { name: words, exact: true });

export const pageHeading = (page: Page, words: string): Locator =>
  page.getByRole('heading', { level: 1, name: words, exact: true });

export interface NewRegister {
  readonly name: string;
  readonly yourName: string;
}

export const rivermouth: NewRegister = { name: 'Rivermouth', yourName: 'Mair' };

/** From the first page, or from `/start`, to the empty list. */
export async function startRegister(page: Page, { name, yourName } = rivermouth): Promise<void> {
  await control(page, 'button', 'Start a register').click();
  await control(page, 'textbox', 'Name of your neighbourhood').fill(name);
  await control(page, 'textbox', 'Your name').fill(yourName);
  await exactly(page, 'Start').click();
  await pageHeading(page, name).waitFor();
}

export type KindWords =
  | 'People'
  | 'Groups'
  | 'Organisations'
  | 'Places'
  | 'Sharing & trade'
  | 'Stories';

export interface NewAsset {
  readonly kind: KindWords;
  readonly name: string;
  /** What a person brings; asked of people only. */
  readonly gift?: string;
  readonly street?: string;
  /** Who may see it; without, what is proposed. */
  readonly share?: 'Only this phone' | 'The team' | 'Members' | 'Anyone';
}

export const assets = (page: Page): Locator => page.getByRole('list', { name: 'Assets' });

export const assetRow = (page: Page, name: string): Locator =>
  assets(page)
    .getByRole('listitem')
    .filter({ hasText: starting(name) });

/** From any screen with Add on it to a form that lacks nothing but Save. */
export async function fillIn(
  page: Page,
  { kind, name, gift, street, share }: NewAsset,
): Promise<void> {
  await control(page, 'button', 'Add').click();
  await control(page, 'radio', kind).click();
  if (gift) await control(page, 'textbox', 'In their own words').fill(gift);
  await control(page, 'textbox', 'Name').fill(name);
  if (street) {
    await control(page, 'button', 'Type an address').click();
    await control(page, 'textbox', 'Street').fill(street);
  } else {
    await control(page, 'button', 'Nowhere yet').click();
  }
  if (share) await control(page, 'radio', share).check();
}

/** Back to the list, with the new thing saved. */
export async function addAsset(page: Page, asset: NewAsset): Promise<void> {
  await fillIn(page, asset);
  await control(page, 'button', 'Save').click();
  await page.getByText(`Saved: ${asset.name}`).waitFor();
}

export async function openCard(page: Page, name: string): Promise<void> {
  await assetRow(page, name).getByRole('link').click();
  await pageHeading(page, name).waitFor();
}
