import { toBase64 } from '#base/bytes.ts';
import { ok, type Result } from '#base/result.ts';
import type { HubFailure } from '#sync/hub-failure.ts';
import type { Invite } from '#trust/invite.ts';
import { type Choosing, type Heard, hearAsk, hearReveal } from '#trust/joining/inviter.ts';
import type { Newcomer } from '#trust/joining/joiner.ts';
import { circlesOf, type Role, rankOf } from '#trust/roles.ts';
import { accountOf } from './account-of.ts';
import { type HubApi, messageIn } from './mailbox.ts';
import type { TalkNow } from './talk.ts';

interface Made {
  readonly invite: Invite;
  readonly forMyself: boolean;
}

type Step =
  | { readonly step: 'open' }
  | { readonly step: 'knocked'; readonly heard: Heard; readonly answer: string }
  | { readonly step: 'choosing'; readonly choosing: Choosing }
  /** Base64, sealed once: sealing them anew would make other messages. */
  | { readonly step: 'letting-in'; readonly newcomer: Newcomer; readonly parts: readonly string[] }
  | { readonly step: 'in'; readonly newcomer: Newcomer }
  | { readonly step: 'over'; readonly why: NonNullable<TalkNow['why']> };

/** Where the talk of one invite stands on the inviter's phone; kept before each message. */
export type InviterState = Made & Step;

export interface TalkParts {
  readonly api: HubApi;
  readonly register: string;
  /** Ed25519 public key of this phone, base64. */
  readonly sign: string;
  readonly now: () => number;
  /** Resolves once the state is on disk. */
  readonly keep: (state: InviterState) => Promise<Result<null, TalkFailure>>;
}

export type TalkFailure =
  | HubFailure
  | { readonly kind: 'disk-full' | 'storage-lost' | 'browser-too-old' };
type Moved = Promise<Result<InviterState, TalkFailure>>;

const over = ({ invite, forMyself }: Made, why: NonNullable<TalkNow['why']>): InviterState => ({
  invite,
  forMyself,
  step: 'over',
  why,
});

/** The hub's own refusals end a talk; that it can't be reached does not. */
const refused = (state: Made, error: { readonly kind: string }): Result<InviterState, never> =>
  ok(over(state, error.kind === 'unknown' ? 'expired' : 'used'));
const isRefusal = ({ kind }: { readonly kind: string }): boolean =>
  ['unknown', 'used', 'full', 'taken'].includes(kind);

async function messagesAfter(state: Made, after: number, { api }: TalkParts) {
  return api.messages(state.invite.invite, after);
}

async function hearKnock(state: InviterState & { step: 'open' }, parts: TalkParts): Moved {
  const told = await messagesAfter(state, 0, parts);
  if (!told.ok) return isRefusal(told.error) ? refused(state, told.error) : asFailure(told.error);
  const message = messageIn(told.value, 1, 'invited');
  if (!message) return ok(state);
  const { register, sign } = parts;
  const heard = await hearAsk(state.invite, { message, now: new Date(parts.now()), sign });
  if (!heard.ok) {
    if (heard.error.kind === 'browser-too-old') return asFailure(heard.error);
    return ok(over(state, heard.error.kind));
  }
  const { newcomer } = heard.value.state;
  // Whoever reads the log must know which account to end: a made-up one would outlive its phone.
  const isOwn = newcomer.account === (await accountOf(register, newcomer.device.sign));
  if (!isOwn) return ok(over(state, 'broken'));
  const { invite, forMyself } = state;
  const answer = toBase64(heard.value.message);
  return ok({ invite, forMyself, step: 'knocked', heard: heard.value.state, answer });
}

const asFailure = (error: { readonly kind: string }): Result<never, TalkFailure> => ({
  ok: false,
  error: error as TalkFailure,
});

async function answerKnock(state: InviterState & { step: 'knocked' }, parts: TalkParts): Moved {
  const { invite, forMyself, heard, answer } = state;
  const told = await messagesAfter(state, 1, parts);
  if (!told.ok) return isRefusal(told.error) ? refused(state, told.error) : asFailure(told.error);
  const isThere = messageIn(told.value, 2, 'inviter') !== undefined;
  const posted = isThere ? told : await parts.api.post(invite.invite, 2, answer);
  if (!posted.ok)
    return isRefusal(posted.error) ? refused(state, posted.error) : asFailure(posted.error);
  const message = messageIn(told.value, 3, 'invited');
  if (!message) return ok(state);
  const shown = await hearReveal(heard, message);
  return ok(
    shown.ok
      ? { invite, forMyself, step: 'choosing', choosing: shown.value }
      : over(state, 'broken'),
  );
}

async function letThemIn(state: InviterState & { step: 'letting-in' }, parts: TalkParts): Moved {
  const { invite, forMyself, newcomer } = state;
  const { tokenHash, account } = newcomer;
  const circles = [...circlesOf(invite.role)];
  const mayInvite = rankOf(invite.role) > 0;
  const put = await parts.api.putAccount(parts.register, account, {
    tokenHash,
    circles,
    mayInvite,
  });
  if (!put.ok) return asFailure(put.error.kind === 'taken' ? { kind: 'not-allowed' } : put.error);
  for (const [at, part] of state.parts.entries()) {
    const posted = await parts.api.post(invite.invite, 4 + at, part);
    if (!posted.ok)
      return isRefusal(posted.error) ? refused(state, posted.error) : asFailure(posted.error);
  }
  return ok({ invite, forMyself, step: 'in', newcomer });
}

function next(state: InviterState, parts: TalkParts): Moved {
  const isLate = state.invite.until.getTime() <= parts.now();
  if (isLate && ['open', 'knocked', 'choosing'].includes(state.step))
    return Promise.resolve(ok(over(state, 'expired')));
  if (state.step === 'open') return hearKnock(state, parts);
  if (state.step === 'knocked') return answerKnock(state, parts);
  if (state.step === 'letting-in') return letThemIn(state, parts);
  return Promise.resolve(ok(state));
}

/** As far as it goes without a person: until somebody knocks, or three sets of words are there. */
export async function goOn(state: InviterState, parts: TalkParts): Moved {
  const moved = await next(state, parts);
  if (!moved.ok || moved.value === state) return moved;
  const kept = await parts.keep(moved.value);
  return kept.ok ? goOn(moved.value, parts) : kept;
}

/** The name a newcomer gave, where one has knocked. */
const nameIn = (state: InviterState): string | undefined => {
  if (state.step === 'knocked') return state.heard.newcomer.name;
  if (state.step === 'choosing') return state.choosing.newcomer.name;
  return 'newcomer' in state ? state.newcomer.name : undefined;
};

export function shownTalk(
  state: InviterState,
  link: (invite: Invite) => string,
  failure?: TalkNow['failure'],
): TalkNow {
  const { invite, forMyself, step } = state;
  const name = nameIn(state);
  const role: Role = invite.role;
  return {
    ...{ invite: invite.invite, role, forMyself, step },
    link: link(invite),
    until: invite.until.toISOString(),
    ...(name !== undefined && { name }),
    ...(step === 'choosing' && { sets: state.choosing.sets }),
    ...(step === 'over' && { why: state.why }),
    ...(failure && { failure }),
  };
}
