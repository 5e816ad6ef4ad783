import '#ui/base.css';
import type { ReactNode } from 'react';
import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ImportScreen } from '#features/import/import-screen.tsx';
import { type Step, useImportSession } from '#features/import/import-session.ts';
import { openTestRegister } from '../../../support/open-test-register.tsx';

export const button = (name: string | RegExp) => page.getByRole('button', { name });
export const tick = (name: string | RegExp) => page.getByRole('checkbox', { name });

export const fileOf = (name: string, text: BlobPart) =>
  new File([text], name, { type: 'application/geo+json' });

/** A map of benches with names, one every few metres. */
export const benches = (count: number, from = 1): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: Array.from({ length: count }, (_, n) => ({
      type: 'Feature',
      id: `node/${from + n}`,
      properties: { amenity: 'bench', name: `Bench ${from + n}` },
      geometry: { type: 'Point', coordinates: [-2.99 + n / 1e5, 51.58] },
    })),
  });

const at = (): Step['at'] => useImportSession.getState().step.at;
/** Patient: hundreds of things are sealed and written meanwhile, on whatever machine this is. */
export const isAt = (...wanted: readonly Step['at'][]) =>
  expect.poll(() => wanted.includes(at()), { timeout: 120_000 }).toBe(true);

export const says = (words: string | RegExp) => page.getByText(words);

/** A register with the import screen on it, and a hand that chooses files. */
export async function openImport() {
  const register = await openTestRegister();
  useImportSession.getState().clear(register.register);
  const show = (screen: ReactNode) => register.show(<main>{screen}</main>);
  await show(<ImportScreen />);
  const choose = (file: File) => userEvent.upload(page.getByLabelText('File to import'), file);
  const check = async (file: File) => {
    await choose(file);
    await button('Check file').click();
    await isAt('review', 'failed');
  };
  const bringIn = async () => {
    await button(/^Import/).click();
    await isAt('done', 'failed');
  };
  const { book, finder } = register.opened.services;
  const names = async () => {
    const rows = await register.opened.catalogue.things.where('kind').above('').toArray();
    return rows.map(({ name }) => name).sort();
  };
  /** Lets what still reads come to its end before the databases close. */
  const close = async () => {
    register.leave();
    await new Promise(requestAnimationFrame);
    await book.readAll(() => {});
    await register.close();
  };
  return { ...register, show, close, book, finder, choose, check, bringIn, names };
}
