import { afterEach, describe, expect, test, vi } from 'vitest';
import type { TabTalk } from '#sync/ask-leader.ts';
import { openSharer, type Sharer, type SharerParts } from '#sync/sharer.ts';
import type { SharerState } from '#sync/sharer-state.ts';
import { jsonSaying } from '../../support/fault-proxy.ts';
import type { TestPhone } from '../../support/sync-phones.ts';
import { syncStage } from '../../support/sync-stage.ts';
import { handTimers } from '../../unit/sync/support/hand-timers.ts';

const stage = syncStage();
const open: Sharer[] = [];
afterEach(() => {
  for (const sharer of open.splice(0)) sharer.stop();
});

/** Looks again and again; only what never comes takes long. */
const soon = (isSo: () => unknown) => vi.waitFor(isSo, { timeout: 60_000, interval: 5 });

/** As `holdLeadership`: one leads, the next one when that one steps down. */
function leadership() {
  const waiting: ((signal: AbortSignal) => void)[] = [];
  let leader: AbortController | undefined;
  const next = () => {
    if (leader && !leader.signal.aborted) return;
    const first = waiting.shift();
    leader = first && new AbortController();
    if (first && leader) first(leader.signal);
  };
  const lead: SharerParts['lead'] = (_, onLead) => {
    let mine: AbortSignal | undefined;
    const take = (signal: AbortSignal) => {
      mine = signal;
      onLead(signal);
    };
    waiting.push(take);
    next();
    return () => {
      if (waiting.includes(take)) waiting.splice(waiting.indexOf(take), 1);
      if (mine && mine === leader?.signal) leader.abort();
      next();
    };
  };
  return lead;
}

/** As the browser's channel between tabs: no tab hears itself. */
function tabsTogether(): () => TabTalk {
  const all = new Set<Set<(words: string) => void>>();
  return () => {
    const mine = new Set<(words: string) => void>();
    all.add(mine);
    return {
      say: (words) => {
        for (const heard of [...all].filter((each) => each !== mine))
          for (const listener of heard) listener(words);
      },
      listen: (listener) => {
        mine.add(listener);
        return () => mine.delete(listener);
      },
    };
  };
}

function sharing(
  phone: TestPhone,
  lead = leadership(),
  tabs = tabsTogether()(),
  onTextGone?: SharerParts['onTextGone'],
) {
  const hand = handTimers();
  const states: SharerState[] = [];
  let online = () => {};
  const sharer = openSharer({
    ...{ timers: hand.timers, now: hand.now, lead, tabs },
    line: phone.plainLine,
    register: stage.register.id,
    stores: { members: () => phone.store },
    erased: async () => new Set(),
    onPulled: async () => {},
    lock: (_, work) => work(),
    random: () => 1,
    onOnline: (work) => {
      online = work;
      return () => {};
    },
    onState: (state) => states.push(state),
    ...(onTextGone && { onTextGone }),
  });
  open.push(sharer);
  /** Time goes on, a tenth of a second at each look, until it is so. */
  const until = (isSo: (state: SharerState) => boolean) =>
    soon(() => {
      hand.advance(100);
      expect(isSo(sharer.state()), JSON.stringify(sharer.state())).toBe(true);
    });
  return { sharer, states, until, hand, online: () => online() };
}

const isShared = ({ kind }: SharerState) => kind === 'shared';
const asked = () => stage.proxy.passed.length;
const linesOpened = () => {
  const address = `/api/registers/${stage.register.id}/moved`;
  return stage.proxy.passed.filter(({ path }) => path === address).length;
};

describe('a sharer', () => {
  test('shares at the start and after a save, and says what waits', async () => {
    const phone = await stage.phone();
    for (let at = 0; at < 3; at += 1) await phone.say(at, {});
    const { sharer, states, until, hand } = sharing(phone);
    await until(isShared);
    expect(sharer.state()).toMatchObject({
      waiting: 0,
      denied: 0,
      lastSharedAt: expect.any(Number),
    });
    expect(states.map(({ kind }) => kind)).toContain('working');
    await phone.say(9, {});
    sharer.nudge();
    await soon(() => expect(sharer.state()).toMatchObject({ kind: 'waiting', waiting: 1 }));
    hand.advance(1_000);
    await until(isShared);
    expect(await stage.hubRoot()).not.toBe('');
  });

  test('tells whoever leads when text has gone, and goes on at once while more is to do', async () => {
    const phone = await stage.phone();
    await phone.say(1, {});
    const before = await stage.hubRoot();
    const told: { circles: readonly string[]; waiting: number; root: string }[] = [];
    let left = 2;
    const tabs = tabsTogether();
    const lead = leadership();
    const first = sharing(phone, lead, tabs(), async (circles) => {
      const { waiting } = first.sharer.state();
      told.push({ circles, waiting, root: await stage.hubRoot() });
      left -= 1;
      return left > 0;
    });
    const second = sharing(phone, lead, tabs(), async () => {
      throw new Error('does not lead');
    });
    await first.until(() => told.length === 2);
    const root = await stage.hubRoot();
    expect(root).not.toBe(before);
    expect(told).toEqual([1, 2].map(() => ({ circles: ['members'], waiting: 0, root })));
    await soon(() => expect(first.hand.next()).toBeGreaterThan(1_000));
    expect(second.sharer.state().kind).not.toBe('working');
  });

  test('goes on when what comes after text has failed, and asks for none where text has not gone', async () => {
    const phone = await stage.phone();
    stage.proxy.faults = () => jsonSaying({ error: 'trouble' }, 500);
    let times = 0;
    const { until, hand } = sharing(phone, leadership(), tabsTogether()(), async () => {
      times += 1;
      return false;
    });
    await until(({ failure }) => failure?.kind === 'hub-trouble');
    expect(times).toBe(0);
    stage.proxy.faults = () => undefined;
    hand.advance(600_000);
    await until(isShared);
    await soon(() => expect(times).toBe(1));
  });

  test('says that the phone is full where not even what it remembers can be written, and goes on', async () => {
    const phone = await stage.phone();
    await phone.say(1, {});
    const { db } = phone.store;
    let isFull = true;
    const use: typeof db.use = (work) =>
      isFull ? Promise.reject(new DOMException('no room', 'QuotaExceededError')) : db.use(work);
    const full = { ...phone, store: { ...phone.store, db: { ...db, use } } };
    const { sharer, states, until, hand } = sharing(full);
    await until(({ failure }) => failure?.kind === 'disk-full');
    sharer.nudge();
    await until(({ kind }) => kind === 'waiting');
    expect(states.filter(isShared)).toEqual([]);
    isFull = false;
    hand.advance(600_000);
    await until(isShared);
    expect(sharer.state()).toMatchObject({ waiting: 0, failure: undefined });
  });

  test('asks once a minute, and with nothing new for one thing only', async () => {
    const phone = await stage.phone();
    await phone.say(1, {});
    const { until, hand } = sharing(phone);
    await until(isShared);
    await soon(() => expect(hand.next()).toBeGreaterThan(0));
    stage.proxy.passed.length = 0;
    for (let minute = 1; minute <= 3; minute += 1) {
      hand.advance(60_000);
      await soon(() => expect(asked()).toBe(minute));
      await until(isShared);
    }
  });

  test('says why it cannot, tries again by itself, and at once when the network is back', async () => {
    const phone = await stage.phone();
    await phone.say(1, {});
    stage.proxy.faults = () => 'break';
    const { sharer, until, online, hand } = sharing(phone);
    await until(({ failure }) => failure?.kind === 'no-answer');
    expect(sharer.state()).toMatchObject({ kind: 'waiting', waiting: 1 });
    await soon(() => expect(hand.next()).toBeGreaterThan(0));
    stage.proxy.faults = () => undefined;
    online();
    expect(hand.next()).toBe(0);
    await until(isShared);
    expect(sharer.state().failure).toBeUndefined();
  });

  test('waits as long as the hub asks', async () => {
    const phone = await stage.phone();
    stage.proxy.faults = () => ({
      instead: {
        status: 429,
        headers: { 'retry-after': '75', 'content-type': 'application/json' },
        body: '{"error":"slow-down"}',
      },
    });
    const { sharer, until, hand } = sharing(phone);
    await until(({ failure }) => failure?.kind === 'slow-down');
    await soon(() => expect(hand.next()).toBeGreaterThan(60_000));
    const before = asked();
    sharer.nudge();
    hand.advance(60_000);
    expect(asked()).toBe(before);
  });

  test.each([
    ['not-allowed', jsonSaying({ error: 'unauthorized' }, 401)],
    ['closed', jsonSaying({ error: 'closed' }, 410)],
    ['update-app', jsonSaying({ error: 'too-old' }, 426)],
  ])('%s: stops, and goes on only when asked', async (kind, fault) => {
    const phone = await stage.phone();
    await phone.say(1, {});
    stage.proxy.faults = () => fault;
    const { sharer, until, hand, online } = sharing(phone);
    sharer.setOnScreen(true);
    await until((state) => state.kind === 'stopped');
    expect(sharer.state()).toMatchObject({ waiting: 1, failure: { kind } });
    const before = asked();
    sharer.nudge();
    online();
    hand.advance(3 * 3_600_000);
    await phone.store.db.use(async (db) => db.info());
    // The line that tells what moves is tried once by itself, when it is found shut.
    expect(asked() - before).toBeLessThanOrEqual(1);
    expect(hand.next()).toBeUndefined();
    stage.proxy.faults = () => undefined;
    await sharer.syncNow();
    await until(isShared);
  });

  test('hears on screen what another phone says, over one line', async () => {
    const [phone, other] = [await stage.phone(), await stage.phone()];
    const { sharer, until, hand } = sharing(phone);
    await until(isShared);
    sharer.setOnScreen(true);
    sharer.setOnScreen(true);
    await soon(() => expect(linesOpened()).toBe(1));
    for (let at = 0; at < 3; at += 1) {
      await other.say(at, { summary: `heard ${at}` });
      await other.round();
      const isHeard = async () => {
        // Only what is due at once: no minute passes.
        hand.advance(0);
        expect(await phone.read(at)).toContain(`heard ${at}`);
      };
      await soon(isHeard);
    }
    expect(linesOpened()).toBe(1);
  });

  test('opens the line anew at once when another network is there', async () => {
    const phone = await stage.phone();
    const { sharer, until, online } = sharing(phone);
    await until(isShared);
    sharer.setOnScreen(true);
    await soon(() => expect(linesOpened()).toBe(1));
    online();
    await soon(() => expect(linesOpened()).toBe(2));
  });

  test('hears on screen that it was taken out, before a minute has passed', async () => {
    const account = await stage.account();
    const phone = await stage.phone(account);
    const { sharer, until, hand } = sharing(phone);
    await until(isShared);
    sharer.setOnScreen(true);
    await soon(() => expect(linesOpened()).toBe(1));
    // The round that follows the opening is over, and nothing else is due.
    const before = asked();
    await soon(() => {
      hand.advance(0);
      expect(asked()).toBeGreaterThan(before);
      expect(isShared(sharer.state()) && hand.next()).toBeGreaterThan(0);
    });
    const { ask, id } = stage.register;
    await ask('DELETE', `/api/registers/${id}/accounts/${account.id}`);
    await soon(() => {
      // Only what is due at once.
      hand.advance(0);
      expect(sharer.state()).toMatchObject({ kind: 'stopped', failure: { kind: 'not-allowed' } });
    });
  });

  test('of two tabs one asks; the other tells what waits, and takes over', async () => {
    const phone = await stage.phone();
    const lead = leadership();
    const [first, second] = [sharing(phone, lead), sharing(phone, lead)];
    await first.until(isShared);
    stage.proxy.passed.length = 0;
    second.hand.advance(600_000);
    await phone.say(1, {});
    second.sharer.nudge();
    await soon(() => expect(second.sharer.state().waiting).toBe(1));
    expect(asked()).toBe(0);
    first.sharer.stop();
    await second.until(isShared);
    expect(asked()).toBeGreaterThan(0);
  });

  test('asked in a tab that does not lead, the one that does shares at once', async () => {
    const phone = await stage.phone();
    const [lead, tab] = [leadership(), tabsTogether()];
    const [first, second] = [sharing(phone, lead, tab()), sharing(phone, lead, tab())];
    await first.until(isShared);
    await phone.say(1, {});
    await second.sharer.syncNow();
    expect(second.sharer.state()).toMatchObject({ kind: 'shared', waiting: 0 });
  });

  test('asked where no tab leads, it waits half a minute and no longer', async () => {
    const phone = await stage.phone();
    const { sharer, hand } = sharing(phone, () => () => {});
    let isOver = false;
    const asking = sharer.syncNow().then(() => {
      isOver = true;
    });
    hand.advance(29_000);
    await Promise.resolve();
    expect(isOver).toBe(false);
    hand.advance(2_000);
    await asking;
  });

  test('a first load is told in documents', async () => {
    const [phone, other] = [await stage.phone(), await stage.phone()];
    for (let at = 0; at < 600; at += 1) await other.say(at, {});
    await other.round();
    const { states, until } = sharing(phone);
    await until(isShared);
    const told = states.flatMap(({ loading }) => (loading ? [loading] : []));
    expect(told.at(0)).toEqual({ done: 0, total: 600 });
    expect(told.at(-1)).toEqual({ done: 600, total: 600 });
    expect(states.at(-1)?.loading).toBeUndefined();
  });
});
