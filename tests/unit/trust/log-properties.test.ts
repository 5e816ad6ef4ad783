import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCircleSecret } from '#seal/circle-keys.ts';
import type { VerifiedAct } from '#trust/act.ts';
import { replay } from '#trust/log.ts';
import { makeEpoch } from '#trust/make-epoch.ts';
import { rankOf } from '#trust/roles.ts';
import { runs } from '../../support/runs.ts';
import { type Patch, type Phone, say, stateOf, textOfState, valueIn } from './neighbours.ts';
import { madeUpIdKey, randomPatch, seenBy, wish } from './random-log.ts';

const wishes = fc.array(wish, { minLength: 1, maxLength: 30 });

describe('any log, whoever signed what and whatever they claim to have seen', () => {
  test('says the same in every order of arrival and with every act twice', async () => {
    await fc.assert(
      fc.asyncProperty(wishes, fc.infiniteStream(fc.nat()), async (list, chance) => {
        const patch = await randomPatch(list);
        const told = textOfState(stateOf(patch));
        const shuffled = [...patch.acts, ...patch.acts]
          .map((act) => ({ act, by: chance.next().value ?? 0 }))
          .sort((a, b) => a.by - b.by)
          .map(({ act }) => act);
        expect(textOfState(replay(patch.root, shuffled))).toBe(told);
        expect(textOfState(replay(patch.root, [...patch.acts].reverse()))).toBe(told);
      }),
      runs(150),
    );
  });

  test('in part says what its whole branches say; the rest waits', async () => {
    await fc.assert(
      fc.asyncProperty(
        wishes,
        fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        async (list, kept) => {
          const patch = await randomPatch(list);
          const part = patch.acts.filter((_, at) => kept[at]);
          const here = new Set([patch.root.name, ...part.map(({ name }) => name)]);
          const isWhole = (name: string) =>
            [...seenBy(patch.acts, name)].every((seen) => here.has(seen));
          const state = replay(patch.root, part);
          const waiting = [...here].filter((name) => !isWhole(name));
          expect(state.waiting).toEqual(waiting.sort());
          const whole = replay(
            patch.root,
            part.filter(({ name }) => isWhole(name)),
          );
          expect(textOfState({ ...state, waiting: [] })).toBe(textOfState(whole));
        },
      ),
      runs(150),
    );
  });

  test('always leaves a steward with a phone', async () => {
    await fc.assert(
      fc.asyncProperty(wishes, async (list) => {
        const state = stateOf(await randomPatch(list));
        const stewards = [...state.members.values()].filter(
          ({ role, removed, devices }) =>
            role === 'steward' &&
            removed === undefined &&
            devices.some((device) => device.removed === undefined && device.salt === undefined),
        );
        expect(stewards.length).toBeGreaterThan(0);
      }),
      runs(300),
    );
  });

  test('counts nothing that a member signed without having seen a steward’s removal', async () => {
    const met = new Set<string>();
    await fc.assert(
      fc.asyncProperty(wishes, async (list) => {
        const patch = await randomPatch(list);
        const { uncounted, members } = stateOf(patch);
        for (const why of uncounted.values()) met.add(why);
        const counts = patch.acts.filter(({ name }) => !uncounted.has(name));
        const takes = /^remove|^role$/;
        for (const cut of counts) {
          if (cut.act.kind !== 'remove' || rankThen(patch, cut) < 2) continue;
          const keys = new Set(members.get(cut.act.member)?.devices.map(({ sign }) => sign));
          const before = seenBy(patch.acts, cut.name);
          const after = counts.filter(({ by, name }) => keys.has(by) && !before.has(name));
          expect(after.filter(({ act }) => !takes.test(act.kind))).toEqual([]);
        }
      }),
      runs(300),
    );
    const common = ['unknown-signer', 'not-allowed', 'no-such', 'signer-removed'];
    expect([...met]).toEqual(expect.arrayContaining(common));
  });

  test('needs no epoch any more once a steward who is there has made one', async () => {
    const met = new Set<string | undefined>();
    await fc.assert(
      fc.asyncProperty(wishes, async (list) => {
        const patch = await randomPatch(list);
        for (const circle of ['members', 'team'] as const) {
          const state = stateOf(patch);
          met.add(state.epochs[circle].needsNext);
          const secrets = [{ epoch: 1, secret: makeCircleSecret() }];
          const closes = state.epochs[circle].current ? 'c'.repeat(64) : undefined;
          const wish = { state, circle, closes, hoard: { secrets, idKey: madeUpIdKey } };
          await say(patch, stewardIn(patch), valueIn(await makeEpoch(wish)).act);
          expect(stateOf(patch).epochs[circle].needsNext).toBeUndefined();
        }
      }),
      runs(60),
    );
    expect([...met]).toEqual(expect.arrayContaining(['none', 'removed', 'missing']));
  });

  test('lets nobody appoint above what they were when they signed', async () => {
    await fc.assert(
      fc.asyncProperty(wishes, async (list) => {
        const patch = await randomPatch(list);
        const { uncounted } = stateOf(patch);
        for (const signed of patch.acts.filter(({ name }) => !uncounted.has(name))) {
          const { act } = signed;
          if (act.kind !== 'admit' && act.kind !== 'role') continue;
          const rank = rankThen(patch, signed);
          const isDown = act.kind === 'role' && rank >= rankOf(act.role);
          expect(rank === 2 || (rank === 1 && rankOf(act.role) === 0) || isDown).toBe(true);
        }
      }),
      runs(100),
    );
  });
});

/** A phone that may make an epoch. */
function stewardIn(patch: Patch & { readonly phones: readonly Phone[] }): Phone {
  const stewards = [...stateOf(patch).members.values()].filter(
    ({ role, removed }) => role === 'steward' && removed === undefined,
  );
  const keys = stewards
    .flatMap(({ devices }) => devices)
    .filter(({ removed, salt }) => removed === undefined && salt === undefined)
    .map(({ sign }) => sign);
  const phone = patch.phones.find((each) => keys.includes(each.keys.sign));
  if (!phone) throw new Error('there is always a steward');
  return phone;
}

/** Of the highest member whom the signing key stood for, by what it had seen and still counts. */
function rankThen({ root, acts }: Patch, { name, by }: VerifiedAct): number {
  const { uncounted } = replay(root, acts);
  const seen = seenBy(acts, name);
  const past = acts
    .filter((each) => seen.has(each.name))
    .map((each) =>
      uncounted.has(each.name) ? { ...each, act: { kind: 'unknown' as const } } : each,
    );
  const ranks = [...replay(root, past).members.values()]
    .filter(({ devices }) => devices.some(({ sign, removed }) => sign === by && !removed))
    .map(({ role }) => rankOf(role));
  return Math.max(-1, ...ranks);
}
