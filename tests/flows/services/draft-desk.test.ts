import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DeviceDb, openDeviceDb } from '#device/device-db.ts';
import { drafts } from '#device/drafts.ts';
import { createTab } from '#platform/tab.ts';
import { type DraftDesk, type DraftInHand, draftDesk } from '#services/draft-desk.ts';

let device: DeviceDb;
let clock = 0;
const inHand: DraftInHand[] = [];
const memories: Map<string, string>[] = [];

beforeEach(() => {
  device = openDeviceDb(`pb-device-test-${crypto.randomUUID()}`);
});
afterEach(async () => {
  for (const held of inHand.splice(0)) held.letGo(Promise.resolve());
  await device.delete();
});

const kept = () => drafts(device, () => ++clock, undefined);

/** A desk as a tab of its own would have it; with `memory`, one that was loaded again. */
function aTab(memory = new Map<string, string>()): DraftDesk {
  memories.push(memory);
  const stored = {
    getItem: (name: string) => memory.get(name) ?? null,
    setItem: (name: string, value: string) => void memory.set(name, value),
  };
  const tab = createTab(navigator.locks, stored);
  return draftDesk({ drafts: kept(), tab, newId: () => crypto.randomUUID() });
}

async function take(desk: DraftDesk, form: string, wanted?: string): Promise<DraftInHand> {
  const hasWords = (value: unknown) => value !== '';
  const held = await desk.take(form, { wanted, hasWords }, new AbortController().signal);
  if (!held) throw new Error('left at once');
  inHand.push(held);
  return held;
}

const letGo = async (desk: DraftDesk, held: DraftInHand): Promise<void> => {
  const told = new Promise<void>((resolve) => {
    desk.onLetGo(resolve);
  });
  held.letGo(Promise.resolve());
  await told;
};

describe('one draft, one form', () => {
  it('is never given to a second tab while the first has it', async () => {
    const form = `add:${crypto.randomUUID()}`;
    const first = await take(aTab(), form);
    await kept().write(first.key, 'bench');
    const second = await take(aTab(), form);
    expect(second.stored).toBeUndefined();
    expect(second.key).not.toBe(first.key);
    await kept().write(second.key, 'shop');
    expect(await kept().read(first.key)).toBe('bench');
    expect(await aTab().lying(form)).toEqual([]);
  });

  it('comes back to the tab that had it, loaded again before it let go', async () => {
    const form = `add:${crypto.randomUUID()}`;
    const memory = new Map<string, string>();
    const former = aTab(memory);
    const before = await take(former, form);
    await kept().write(before.key, 'bench');
    const other = aTab();
    const newer = await take(other, form);
    await kept().write(newer.key, 'shop');
    await letGo(other, newer);
    const again = take(aTab(memory), form);
    before.letGo(Promise.resolve());
    expect(await again).toMatchObject({ key: before.key, stored: 'bench' });
  });

  it('lies there for all once the tabs are gone, newest first, and each can be wanted', async () => {
    const form = `edit:${crypto.randomUUID()}`;
    for (const words of ['bench', 'shop', '']) {
      const desk = aTab();
      const held = await take(desk, form);
      await kept().write(held.key, words);
    }
    expect(await aTab().lying(form)).toEqual([]);
    const desk = aTab();
    for (const held of inHand.splice(0)) held.letGo(Promise.resolve());
    await expect.poll(async () => (await desk.lying(form)).length).toBe(3);
    const [, newest, oldest] = await desk.lying(form);
    expect([newest?.value, oldest?.value]).toEqual(['shop', 'bench']);
    expect((await take(desk, form, oldest?.key)).stored).toBe('bench');
    expect((await take(aTab(), form)).stored).toBe('shop');
  });

  it('waits for the last words of a form that was left', async () => {
    const form = `happens:${crypto.randomUUID()}`;
    const desk = aTab();
    const held = await take(desk, form);
    held.letGo(kept().write(held.key, 'last words'));
    expect((await take(desk, form)).stored).toBe('last words');
  });

  it('of another form is not mistaken for one of this', async () => {
    const form = `edit:${crypto.randomUUID()}`;
    await kept().write(`${form}0`, 'another');
    expect(await aTab().lying(form)).toEqual([]);
  });

  it('a form left while it waits holds nothing', async () => {
    const form = `add:${crypto.randomUUID()}`;
    const desk = aTab();
    const left = new AbortController();
    const taking = desk.take(form, {}, left.signal);
    left.abort();
    expect(await taking).toBeUndefined();
    expect((await take(aTab(), form)).key).toBe(form);
  });
});
