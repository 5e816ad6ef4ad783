import { ok } from '#base/result.ts';
import { heldCircles } from '#register/open-register.ts';
import { noticeBook } from '#services/sharing/notices.ts';
import { rescuing } from '#services/sharing/rescue.ts';
import { openCircleMemory } from '#sync/circle-memory.ts';
import { hubLine } from '#sync/hub-line.ts';
import { patientLine } from '#sync/patient-line.ts';
import { type SharedCircle, syncOnce } from '#sync/round.ts';
import { addAccount } from '../unit/hub/support/running-hub.ts';
import { valueIn } from '../unit/seal/made-up-ring.ts';
import { erasingPhone, type Rings } from '../unit/services/sharing/support/erasing-phones.ts';
import { ownHome } from '../unit/services/sharing/support/own-home.ts';
import { sendNow } from '../unit/sync/support/lines.ts';
import { type Patch, type Phone, stateOf, welcome } from '../unit/trust/neighbours.ts';
import { papersIn } from './papers-in.ts';
import { makeRing, timers } from './sync-phones.ts';
import type { SyncStage } from './sync-stage.ts';

export type MovingPhone = Awaited<ReturnType<typeof movingPhone>>;

/** Somebody with a phone and the keys that they may have. */
export interface Somebody {
  readonly own: Phone;
  readonly name: string;
  readonly rings: Rings;
}

/** Three of the team and one who is a member only, in that order. */
export async function fourPeople(patch: Patch): Promise<readonly Somebody[]> {
  const { register, name } = patch.root;
  const [members, team] = [await makeRing(register), await makeRing(register, 'team')];
  const people: Somebody[] = [{ own: patch.founder, name, rings: { members, team } }];
  for (const role of ['volunteer', 'volunteer', 'resident'] as const) {
    const let_in = await welcome(patch, patch.founder, role);
    const rings = role === 'resident' ? { members } : { members, team };
    people.push({ own: let_in.phone, name: let_in.name, rings });
  }
  return people;
}

/** A new phone of somebody, with a home of its own, that meets the others at the real hub. */
export async function movingPhone(stage: SyncStage, patch: Patch, { own, name, rings }: Somebody) {
  const phone = erasingPhone(patch, rings, own, { member: name, home: ownHome() });
  const { stores, home } = phone;
  const held = heldCircles(stores);
  const account = await addAccount(
    stage.register,
    held.map(([circle]) => circle),
  );
  const bearer = account.bearer.replace('Bearer ', '');
  const line = hubLine({ origin: stage.proxy.origin, bearer, send: sendNow, timers });
  const state = () => stateOf(patch);

  const awake = async () => ({
    shared: await Promise.all(
      held.map(
        async ([circle, store]): Promise<SharedCircle> => ({
          ...{ circle, store: () => store, memory: await openCircleMemory(store) },
        }),
      ),
    ),
    notices: noticeBook({
      ...{ circles: stores, heardOf: () => papersIn(stores, 'notice') },
      forget: async () => ok(null),
      rescue: rescuing({ circles: stores, own: home, register: patch.root.register }),
    }),
  });
  let now = await awake();

  const attempt = () =>
    syncOnce({
      ...{ line: patientLine(line, timers), register: stage.register.id, circles: now.shared },
      erased: (circle) => now.notices.erased(state(), circle),
      onPulled: async (circle) => {
        valueIn(await now.notices.follow(state(), circle === 'team' || !stores.team));
      },
      ...{ lock: (_, work) => work(), now: Date.now, random: Math.random },
    });

  return {
    ...{ stores, watch: phone.watch, writer: phone.writer, write: phone.write, add: phone.add },
    attempt,
    round: async () => valueIn(await attempt()),
    /** As after the app was killed: what was only in memory is gone. */
    restart: async () => {
      now = await awake();
    },
  };
}
