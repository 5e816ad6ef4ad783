import axe from 'axe-core';
import { type ReactNode, StrictMode, Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { giftWords } from '#app/finder-words.ts';
import { reach } from '#app/reach.ts';
import { type Failure, ok, type Result } from '#base/result.ts';
import { openDeviceDb } from '#device/device-db.ts';
import type { LocaleId } from '#i18n/locale.ts';
import { showLocale } from '#i18n/shown-locale.ts';
import type { Tab } from '#platform/tab.ts';
import { createSealer } from '#seal/bulk.ts';
import { createFinder } from '#search/finder.ts';
import { createServices, type Lent, type Opened } from '#services/create-services.ts';
import { draftDesk } from '#services/draft-desk.ts';
import { makeRegisterKeys } from '#services/register-keys.ts';
import type { Fix } from '#services/services.ts';
import { writeFirstRecords } from '#services/start-register.ts';
import { OpenedContext } from '#services/use-services.ts';
import { walksOf } from '#services/walks-of.ts';
import { applyTheme, type Theme } from '#ui/theme.ts';
import { Toasts } from '#ui/toasts.tsx';
import { finderInChannel } from './finder-in-channel.ts';
import { mortalTabs } from './mortal-tabs.ts';
import '#ui/base.css';

interface Wishes {
  /** What the phone answers when asked where it is; by default it will not say. */
  readonly locate?: () => Promise<Result<Fix, Failure>>;
  readonly recentFix?: () => Fix | undefined;
}

export interface Looks {
  readonly locale?: LocaleId;
  readonly theme?: Theme;
}

/** A register in this browser's own IndexedDB, with every room real but the search worker's thread. */
export interface TestRegister {
  readonly opened: Opened;
  readonly register: string;
  /** Renders a screen with the register around it, as the app does. */
  show(screen: ReactNode, looks?: Looks): Promise<void>;
  /** As when a tab is killed: nothing on screen gets to say goodbye. */
  kill(): void;
  /** Leaves the screen as by going to another one. */
  leave(): void;
  /** Closes all and deletes every database of it. */
  close(): Promise<void>;
}

const lentFor = ({ locate, recentFix }: Wishes, tab: Tab): Lent => ({
  now: () => Date.now(),
  newId: () => crypto.randomUUID(),
  lock: (name, work) => navigator.locks.request(name, work) as ReturnType<typeof work>,
  channel: { post: () => {}, listen: () => () => {} },
  tab,
  locate: locate ?? (async () => ({ ok: false, error: { kind: 'location-unavailable' } })),
  recentFix: recentFix ?? (() => undefined),
  spawnPlaces: () =>
    new Worker(new URL('../../src/services/places-worker.ts', import.meta.url), { type: 'module' }),
  reach: async () => reach,
  shrink: async () => ({ ok: false, error: { kind: 'not-right' } }),
});

const deleted = (name: string): Promise<void> =>
  new Promise((settle) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => settle();
    request.onerror = () => settle();
    request.onblocked = () => settle();
  });

function createStage(around: (screen: ReactNode) => ReactNode, die: () => void) {
  let root: Root | undefined;
  const leave = () => {
    root?.unmount();
    root = undefined;
    document.body.replaceChildren();
  };
  const show = async (screen: ReactNode, { locale = 'en-GB', theme = 'light' }: Looks = {}) => {
    leave();
    await showLocale(locale);
    applyTheme(theme);
    const box = document.body.appendChild(document.createElement('div'));
    document.title = 'Patchbook';
    root = createRoot(box);
    root.render(
      <StrictMode>
        {around(<Suspense fallback={<p data-waiting>…</p>}>{screen}</Suspense>)}
      </StrictMode>,
    );
  };
  const killed: Root[] = [];
  const kill = () => {
    // React never hears of it, so no effect is cleaned up and nothing is flushed.
    if (root) killed.push(root);
    root = undefined;
    document.body.replaceChildren();
    die();
  };
  const bury = () => {
    leave();
    for (const each of killed) each.unmount();
  };
  return { show, leave, kill, bury };
}

/** The register as a tab of its own has it open: a killed one goes on in this document. */
const inTab = (opened: Opened, tab: Tab): Opened => {
  const newId = () => crypto.randomUUID();
  return { ...opened, draftDesk: draftDesk({ drafts: opened.drafts, tab, newId }) };
};

export async function openTestRegister(wishes: Wishes = {}): Promise<TestRegister> {
  const deviceName = `pb-device-test-${crypto.randomUUID()}`;
  const device = openDeviceDb(deviceName);
  const about = { name: 'Pillgwenlly', yourName: 'Mair' };
  const memberId = crypto.randomUUID();
  const keys = await makeRegisterKeys(device, undefined, {
    name: about.name,
    memberId,
    now: Date.now(),
  });
  if (!keys.ok) throw new Error(keys.error.kind);
  const { register } = keys.value;
  const finder = createFinder(() => finderInChannel(undefined, walksOf), {
    typeWords: async () => ({}),
    giftWords,
  });
  const tabs = mortalTabs();
  const lent = lentFor(wishes, tabs.born());
  const parts = { device, safe: undefined, makeSealer: async () => createSealer(), finder, lent };
  const opening = await createServices(register, {
    ...parts,
    openRegister: async () => {},
    takeOff: async () => {},
  });
  if (!opening.ok) throw new Error(opening.error.kind);
  const opened = opening.value;
  const first = await writeFirstRecords(opened.services.book, about);
  if (!first.ok) throw new Error(first.error.kind);
  const stage = createStage(
    (screen) => (
      <OpenedContext value={inTab(opened, tabs.born())}>
        <Toasts>{screen}</Toasts>
      </OpenedContext>
    ),
    tabs.die,
  );
  const { bury, ...onStage } = stage;
  return {
    ...onStage,
    opened,
    register,
    close: async () => {
      bury();
      finder.close();
      await opened.close();
      device.close();
      const all = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
      await Promise.all(
        [deviceName, ...all.filter((each) => each.includes(register))].map(deleted),
      );
    },
  };
}

export const fixAt = (lon: number, lat: number, accuracyM: number): Result<Fix, Failure> =>
  ok({ lon, lat, accuracyM, at: Date.now() });

/** What axe finds wrong with all that is on the page. */
export async function axeTroubles(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Waits until `read` gives something; fails after ten seconds with what it waited for. */
export async function eventually<T>(
  what: string,
  read: () => T | Promise<T>,
): Promise<NonNullable<T>> {
  const until = performance.now() + 10_000;
  for (;;) {
    const found = await read();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > until) throw new Error(`never came: ${what}`);
    await new Promise(requestAnimationFrame);
  }
}
