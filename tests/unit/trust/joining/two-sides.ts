import { type Bytes, randomBytes, toHex } from '#base/bytes.ts';
import { makeCircleSecret } from '#seal/circle-keys.ts';
import { type Invite, makeInvite } from '#trust/invite.ts';
import { enter } from '#trust/joining/enter.ts';
import { type Approved, choose, hearAsk, hearReveal } from '#trust/joining/inviter.ts';
import { askToJoin, hearAnswer, type Newcomer } from '#trust/joining/joiner.ts';
import { sealWelcome, type Welcome } from '#trust/joining/welcome.ts';
import { makeEpoch } from '#trust/make-epoch.ts';
import type { Hoard } from '#trust/past.ts';
import type { Role } from '#trust/roles.ts';
import {
  makePatch,
  makePhone,
  now,
  type Patch,
  type Phone,
  person,
  say,
  stateOf,
  valueIn,
} from '../neighbours.ts';

export interface Shared {
  readonly patch: Patch;
  readonly hoards: Readonly<Record<'members' | 'team', Hoard>>;
}

export async function sharedPatch(): Promise<Shared> {
  const patch = await makePatch();
  const hoard = () => ({
    secrets: [{ epoch: 1, secret: makeCircleSecret() }],
    idKey: randomBytes(32),
  });
  const hoards = { members: hoard(), team: hoard() };
  for (const circle of ['members', 'team'] as const) {
    const wish = { state: stateOf(patch), circle, hoard: hoards[circle], closes: undefined };
    await say(patch, patch.founder, valueIn(await makeEpoch(wish)).act);
  }
  return { patch, hoards };
}

export const inviteTo = (patch: Patch, role: Role): Invite =>
  makeInvite(
    {
      hub: 'https://hub.example.org',
      register: patch.root.register,
      heads: stateOf(patch).heads,
      role,
    },
    now,
  );

export const newcomerWith = (phone: Phone, name = 'Ada'): Newcomer => ({
  device: phone.keys,
  name,
  account: toHex(randomBytes(16)),
  tokenHash: toHex(randomBytes(32)),
});

/** The talk up to the words, each message passing through `between`. */
export async function talk(
  patch: Patch,
  invite: Invite,
  between: (message: Bytes) => Bytes = (message) => message,
) {
  const phone = await makePhone();
  const asked = valueIn(await askToJoin(invite, newcomerWith(phone), now));
  const knock = { message: between(asked.message), now, sign: patch.founder.keys.sign };
  const heard = valueIn(await hearAsk(invite, knock));
  const shown = valueIn(await hearAnswer(asked.state, between(heard.message)));
  const choosing = valueIn(await hearReveal(heard.state, between(shown.message)));
  return { phone, asked, heard, shown, choosing };
}

export const pickRight = ({ choosing, shown }: Awaited<ReturnType<typeof talk>>) =>
  choose(
    choosing,
    choosing.sets.findIndex((set) => set.join() === shown.state.words.join()),
  );

export async function admitApproved(
  { patch }: Shared,
  approved: Approved,
  role = approved.invite.role,
) {
  const { device } = approved.newcomer;
  return say(patch, patch.founder, { kind: 'admit', person: person(), device, role });
}

export const welcomeOf = ({ patch, hoards }: Shared, role: Role): Welcome => ({
  founding: patch.founding,
  acts: patch.acts.map(({ signed }) => signed),
  circles: role === 'resident' ? { members: hoards.members } : hoards,
});

/** What the newcomer makes of a welcome. */
export async function entering(
  talked: Awaited<ReturnType<typeof talk>>,
  approved: Approved,
  welcome: Welcome,
) {
  const parts = valueIn(await sealWelcome(approved, welcome));
  return enter(talked.shown.state, parts, talked.phone.box);
}
