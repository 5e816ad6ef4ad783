import type { Json } from '#base/json.ts';
import { circles } from '#domain/sharing/level.ts';
import type { CircleStores } from '#register/open-register.ts';
import { secretToStore } from '#seal/circle-keys.ts';
import { keysOfEpoch, type Rings } from '#services/register-keys.ts';
import { type VerifiedAct, verifyAct } from '#trust/act.ts';
import { type LogState, replay, rootOf } from '#trust/log.ts';
import { openEpoch } from '#trust/open-epoch.ts';
import type { LetIn } from './node-knock.ts';
import { papersIn } from './papers-in.ts';

/** The log as a device without a browser hears of it: from its members' circle, and no more. */
export async function logInNode({ joined, own }: LetIn, stores: CircleStores, rings: Rings) {
  const root = await rootOf(joined.founding);
  const { register } = root;
  const known = new Map<string, VerifiedAct>(joined.acts.map((act) => [act.name, act]));

  const hear = async (): Promise<LogState> => {
    for (const { signed } of await papersIn(stores, 'steward-act')) {
      const act = await verifyAct(JSON.parse(signed) as Json, register);
      if (act.ok) known.set(act.value.name, act.value);
    }
    return replay(root, known.values());
  };

  /** Whether a key came that this device had not. */
  const learn = async (state: LogState): Promise<boolean> => {
    let isNew = false;
    for (const circle of circles) {
      const ring = rings[circle];
      const missing = state.epochs[circle].all.filter(({ act }) => !ring?.ring.byKeyId.has(act.k));
      for (const { act } of missing) {
        const opened = await openEpoch(register, act, { name: joined.device, box: own.box });
        if (!ring || !opened.ok) continue;
        const keys = opened.value.secrets.map(async ({ epoch, secret }) =>
          keysOfEpoch(register, circle, { epoch, secret: await secretToStore(secret) }),
        );
        ring.learn(await Promise.all(keys));
        isNew = true;
      }
    }
    return isNew;
  };

  return {
    /** By all acts heard of so far; acts may lie under a key that came with the last. */
    read: async (): Promise<LogState> => {
      for (;;) {
        const state = await hear();
        if (!(await learn(state))) return state;
      }
    },
  };
}
