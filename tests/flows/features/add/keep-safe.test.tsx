import '#ui/base.css';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { KeepSafe } from '#features/add/keep-safe.tsx';
import { useChoice } from '#features/add/use-choice.ts';
import type { InstallAnswer, Installer, InstallState } from '#platform/install.ts';
import type { KeptStorage } from '#platform/storage.ts';
import { useSavedCount } from '#services/use-saved-count.ts';
import { axeTroubles, eventually } from '../../../support/open-test-register.tsx';
import { button, closeRegister, openRegister, rows, theRegister } from './stage.tsx';

beforeEach(() => openRegister());
afterEach(closeRegister);

const installerThat = (state: InstallState, answer: InstallAnswer = 'accepted') => {
  let now = state;
  const listeners = new Set<() => void>();
  return {
    state: () => now,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ask: vi.fn(async () => {
      now = 'unavailable';
      for (const listener of listeners) listener();
      return answer;
    }),
  } satisfies Installer;
};

const storageThat = (agrees: boolean, persisted = false) =>
  ({
    persist: vi.fn(async () => agrees),
    persisted: async () => persisted,
    room: async () => undefined,
  }) satisfies KeptStorage;

async function save(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    const { book } = theRegister().opened.services;
    const done = await book.add('place', { name: `Bench ${n}`, assetType: 'place.bench' });
    if (!done.ok) throw new Error(done.error.kind);
  }
  await eventually('the rows', async () => (await rows()).length >= count);
}

const show = (installer: Installer, storage: KeptStorage) =>
  theRegister().show(
    <main>
      <h1>List</h1>
      <KeepSafe installer={installer} storage={storage} />
      <Settled />
    </main>,
  );

/** Asks what the card asks, after it: once this knows, the card has said what it wants to say. */
function Settled() {
  const count = useSavedCount();
  const [keepOver] = useChoice('keep-asked');
  const [installOver] = useChoice('install-asked');
  const isKnown = count !== undefined && keepOver !== undefined && installOver !== undefined;
  return <output>{isKnown ? `${count} counted` : ''}</output>;
}

const quiet = async (count: number) => {
  await expect.element(page.getByText(`${count} counted`)).toBeVisible();
  return document.querySelector('main')?.textContent.replace(`${count} counted`, '');
};

describe('keeping it safe', () => {
  it('is not spoken of before something is worth it', async () => {
    const storage = storageThat(true);
    await show(installerThat('ready'), storage);
    expect(await quiet(0)).toBe('List');
    expect(storage.persist).not.toHaveBeenCalled();
  });

  it('is not spoken of for what came with a file', async () => {
    const items = [1, 2, 3].map((n) => ({
      id: crypto.randomUUID(),
      type: 'place' as const,
      values: { name: `Bench ${n}`, assetType: 'place.bench' },
    }));
    const { book } = theRegister().opened.services;
    const about = { fileName: 'benches.geojson', from: 'import-geojson' as const };
    const done = await book.bringIn(items, about, () => {});
    expect(done).toMatchObject({ ok: true, value: { added: 3 } });
    await show(installerThat('ready'), storageThat(true));
    expect(await quiet(0)).toBe('List');
    await save(1);
    await expect.element(page.getByText('Keep it safe on this phone?')).toBeVisible();
  });

  it('after the first save asks in words, asks the phone on a press only, and shows its answer', async () => {
    await save(1);
    const storage = storageThat(true);
    await show(installerThat('ready'), storage);
    await expect.element(page.getByText('Keep it safe on this phone?')).toBeVisible();
    expect(storage.persist).not.toHaveBeenCalled();
    expect(await axeTroubles()).toEqual([]);
    await button('Keep it safe').click();
    await expect.element(page.getByText('Your phone agreed')).toBeVisible();
    await show(installerThat('ready'), storage);
    expect(await quiet(1)).toBe('List');
  });

  it('a phone that does not agree leaves another way', async () => {
    await save(1);
    await show(installerThat('unavailable'), storageThat(false));
    await button('Keep it safe').click();
    await expect.element(page.getByText('has not agreed yet')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'Save a copy' }))
      .toHaveAttribute('href', '/export');
  });

  it('sent away it stays away', async () => {
    await save(1);
    await show(installerThat('ready'), storageThat(true));
    await button('Do not ask again').click();
    await expect.element(page.getByText('Keep it safe on this phone?')).not.toBeInTheDocument();
    await eventually('that it is kept', () =>
      theRegister().opened.device.preferences.get('keep-asked'),
    );
    await show(installerThat('ready'), storageThat(true));
    expect(await quiet(1)).toBe('List');
  });
});

describe('the home screen', () => {
  it('after the third save is offered with its reason, and once', async () => {
    await save(3);
    const installer = installerThat('ready');
    await show(installer, storageThat(true, true));
    await expect.element(page.getByText('works with no signal')).toBeVisible();
    await button('Put it there').click();
    await expect.element(page.getByText('Look for Patchbook among your apps')).toBeVisible();
    expect(installer.ask).toHaveBeenCalledOnce();
    await show(installerThat('ready'), storageThat(true, true));
    expect(await quiet(3)).toBe('List');
  });

  it('on an iPhone is drawn, with a word about the copy to take along', async () => {
    await save(3);
    await show(installerThat('by-hand'), storageThat(true, true));
    await expect.element(page.getByRole('figure')).toBeVisible();
    await expect.element(page.getByText('Save a copy first')).toBeVisible();
    expect(await axeTroubles()).toEqual([]);
  });
});
