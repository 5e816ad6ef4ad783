import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { PacksScreen } from '#features/packs/packs-screen.tsx';
import {
  axeTroubles,
  openTestRegister,
  type TestRegister,
} from '../../support/open-test-register.tsx';

let register: TestRegister;
let small: File;

beforeAll(async () => {
  register = await openTestRegister();
  const base64 = await commands.readFile('tests/fixtures/maps/small.pmtiles', 'base64');
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  small = new File([bytes], 'small.pmtiles');
});

afterEach(() => {
  register.leave();
  vi.restoreAllMocks();
});

afterAll(() => register.close());

const show = () =>
  register.show(
    <main>
      <PacksScreen />
    </main>,
  );
const input = () => page.getByLabelText('Map pack file');
const keep = () => page.getByRole('button', { name: 'Keep on this phone' });
const kept = () => register.opened.services.packs.list();

test('a pack is looked into, kept when asked, listed and taken away again', async () => {
  await show();
  await userEvent.upload(input(), small);
  await expect.element(page.getByText('24 kB')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Madeup, a small' })).toBeVisible();
  await expect.element(page.getByText('© nobody, all made up')).toBeVisible();
  expect(await kept()).toEqual([]);
  await userEvent.click(keep());
  await expect.element(page.getByText('“Madeup, a small neighbourhood” is kept')).toBeVisible();
  const [pack] = await kept();
  expect(pack?.blob.size).toBe(small.size);
  const list = page.getByRole('list', { name: 'Kept on this phone' });
  await expect.element(list.getByText('24 kB')).toBeVisible();
  expect(await axeTroubles()).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Remove Madeup' }));
  await expect.element(page.getByText('is gone from this phone')).toBeVisible();
  expect(await kept()).toEqual([]);
});

test('the same pack twice is kept once, and said so before', async () => {
  await show();
  await userEvent.upload(input(), small);
  await userEvent.click(keep());
  await expect.element(page.getByText(/is kept on this phone/)).toBeVisible();
  await userEvent.upload(input(), new File([small], 'another-name.pmtiles'));
  await expect.element(page.getByText('This pack is on this phone already')).toBeVisible();
  await userEvent.click(keep());
  await expect.element(page.getByText(/is kept on this phone/)).toBeVisible();
  const packs = await kept();
  expect(packs.length).toBe(1);
  await register.opened.services.packs.remove(packs[0]?.id ?? '');
});

test('a file that is no pack is told in words beside the field', async () => {
  await show();
  await userEvent.upload(input(), new File(['<h1>Not a map</h1>'], 'map.pmtiles'));
  await expect.element(page.getByText('This file is not a map pack.')).toBeVisible();
  expect(input().element().getAttribute('aria-invalid')).toBe('true');
  expect(keep().query()).toBeNull();
});

test('a full phone is told in words and nothing is half kept', async () => {
  vi.spyOn(register.opened.device.packs, 'put').mockRejectedValue(
    new DOMException('', 'QuotaExceededError'),
  );
  await show();
  await userEvent.upload(input(), small);
  await userEvent.click(keep());
  await expect.element(page.getByText('This phone is full.')).toBeVisible();
  expect(await kept()).toEqual([]);
});
