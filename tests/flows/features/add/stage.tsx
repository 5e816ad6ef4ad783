import type { ReactNode } from 'react';
import { page, userEvent } from 'vitest/browser';
import type { Json } from '#base/json.ts';
import { AddScreen } from '#features/add/add-screen.tsx';
import { addDraftKey } from '#features/add/use-answers.ts';
import { Frame } from '#ui/frame.tsx';
import { DoorOpen, ListIcon, MapIcon, Menu, Waypoints } from '#ui/icons.ts';
import {
  eventually,
  type Looks,
  openTestRegister,
  type TestRegister,
} from '../../../support/open-test-register.tsx';

let held: TestRegister | undefined;

export const theRegister = (): TestRegister => {
  if (!held) throw new Error('no register is open');
  return held;
};

export async function openRegister(wishes?: Parameters<typeof openTestRegister>[0]): Promise<void> {
  held = await openTestRegister(wishes);
  history.replaceState(null, '', '/add');
  await page.viewport(360, 640);
}

export async function closeRegister(): Promise<void> {
  await held?.close();
  held = undefined;
}

const places = [
  { href: '/list', label: 'List', icon: ListIcon, current: true },
  { href: '/map', label: 'Map', icon: MapIcon, current: false },
  { href: '/door', label: 'Door', icon: DoorOpen, current: false },
  { href: '/connections', label: 'Connections', icon: Waypoints, current: false },
  { href: '/more', label: 'More', icon: Menu, current: false },
];

/** The five places round a screen, as in the app: they take their room too. */
export const Framed = ({ children }: { readonly children: ReactNode }) => (
  <Frame label="Main" places={places}>
    <div style={{ blockSize: 48 }} />
    {children}
  </Frame>
);

export async function showAdd(looks?: Looks, around?: (screen: ReactNode) => ReactNode) {
  const screen = <AddScreen />;
  await theRegister().show(<Framed>{around ? around(screen) : screen}</Framed>, looks);
  await eventually('the form', () => document.getElementById('add-name'));
}

export const radio = (name: string) => page.getByRole('radio', { name });
export const button = (name: string) => page.getByRole('button', { name });
export const box = (name: string) => page.getByRole('textbox', { name });

export const type = (words: string) => userEvent.keyboard(words);

/** What a killed tab would find. */
export const draftOnDisk = (): Promise<Json | undefined> =>
  theRegister().opened.drafts.read(addDraftKey(theRegister().register));

export const draftHolds = (words: string): Promise<unknown> =>
  eventually(`“${words}” on disk`, async () =>
    JSON.stringify(await draftOnDisk())?.includes(words),
  );

/** The rows the list would show. */
export const rows = async () =>
  (await theRegister().opened.catalogue.things.toArray()).filter(({ kind }) => Boolean(kind));
