import { describe, expect, test } from 'vitest';
import { ok } from '#base/result.ts';
import type { Ref } from '#domain/record/values.ts';
import { type Home, homes } from '#domain/sharing/level.ts';
import type { HomeStore } from '#register/home-store.ts';
import { recordWriter } from '#register/record-writer.ts';
import { withBirth } from '#services/book-commands.ts';
import { ownHome } from '../services/sharing/support/own-home.ts';

const ref: Ref = { type: 'place', id: '00000000-0000-4000-8000-000000000001' };
const writer = '0'.repeat(16);
const words = { name: 'Chatty bench', assetType: 'place.bench', summary: 'canal', note: 'quiet' };

class Killed extends Error {}

/** All homes of a phone that dies at its n-th write. */
function mortalHomes() {
  let left = Number.POSITIVE_INFINITY;
  const spend = (): void => {
    if (left === 0) throw new Killed();
    left -= 1;
  };
  const dying = (): HomeStore => {
    const home = ownHome();
    return {
      ...home,
      write: async (one, edit) => {
        spend();
        return home.write(one, edit);
      },
      leave: async (one) => {
        spend();
        return home.leave(one);
      },
    };
  };
  return {
    stores: { device: dying(), team: dying(), members: dying() },
    dieAfter: (writes: number) => {
      left = writes;
    },
  };
}

async function movedAndKilled(from: Home, to: Home, writes: number) {
  const { stores, dieAfter } = mortalHomes();
  const told: Home[] = [];
  let clock = Date.UTC(2026, 10, 27);
  const now = () => {
    clock += 1_000;
    return clock;
  };
  const { write, read, valuesOf } = recordWriter({
    ...{ stores, now, register: 'r', lock: (_, work) => work() },
    writers: { device: writer, team: writer, members: writer },
    moving: {
      beforeLeaving: async (home) => {
        told.push(home);
        return ok(null);
      },
      leavingsOf: async () => [],
    },
  });
  const born = { memberId: '00000000-0000-4000-8000-000000000002', now };
  await write(ref, () => ok(withBirth('place', { ...words, share: from }, born)));
  dieAfter(writes);
  const died = await write(ref, (current) => ok({ ...current, share: to })).then(
    () => false,
    (error: unknown) => error instanceof Killed,
  );
  const held = await read(ref);
  // A circle keeps the past of what has gone wider; only what it says counts.
  const bodies = Object.entries(held).map(([home, body]) => [home, valuesOf({ [home]: body })]);
  const saying = bodies.flatMap(([home, said]) => (Object.keys(said ?? {}).length ? [home] : []));
  return { died, saying, told, values: valuesOf(held) };
}

const ways = homes.flatMap((from) =>
  homes.filter((to) => to !== from).map((to) => [from, to] as const),
);
/** A note is for the team at most. */
const saidIn = { device: ['device'], team: ['team'], members: ['team', 'members'] };

describe.each(ways)('from %s to %s', (from, to) => {
  test('nothing of it is ever nowhere, at whatever write the phone dies', async () => {
    let writes = 0;
    for (let isDying = true; isDying; writes += 1) {
      const { died, values } = await movedAndKilled(from, to, writes);
      expect(values, `after ${writes} writes`).toMatchObject(words);
      expect([from, to]).toContain(values['share']);
      isDying = died;
    }
    expect(writes).toBeGreaterThan(2);
  });

  test('is where it was put, and who may not know the rest hears that it left', async () => {
    const { saying, told } = await movedAndKilled(from, to, 9);
    expect(saying).toEqual(saidIn[to]);
    const isNarrower = homes.indexOf(to) < homes.indexOf(from);
    expect(told.includes(from)).toBe(isNarrower || from === 'device');
  });
});
