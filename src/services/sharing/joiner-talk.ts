import { toBase64 } from '#base/bytes.ts';
import { ok, type Result } from '#base/result.ts';
import type { HubMessage } from '#sync/hub-api.ts';
import { type EnterFailure, enter, type Joined } from '#trust/joining/enter.ts';
import type { Asked, Shown } from '#trust/joining/joiner.ts';
import { hearAnswer } from '#trust/joining/joiner.ts';
import type { TalkFailure } from './inviter-talk.ts';
import { type HubApi, messageIn } from './mailbox.ts';

/** What a phone makes for itself when it knocks. */
export interface OwnKeys {
  readonly sign: CryptoKeyPair;
  readonly box: CryptoKeyPair;
  /** Of its account at the hub. */
  readonly token: string;
}

interface Knock {
  readonly own: OwnKeys;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
}

type Why = 'used' | 'expired' | EnterFailure['kind'];
type Step =
  | { readonly step: 'asked'; readonly asked: Asked; readonly message: string }
  | { readonly step: 'words'; readonly shown: Shown; readonly message: string }
  | { readonly step: 'over'; readonly asked: Asked | Shown; readonly why: Why };

/** Where a knock stands on the phone that knocks; kept before each message. */
export type JoinerState = Knock & Step;

export interface KnockParts {
  /** As the invite itself. */
  readonly api: HubApi;
  readonly now: () => number;
  readonly keep: (state: JoinerState) => Promise<Result<null, TalkFailure>>;
}

/** The state it is in, or what it has been given. */
export type Knocked =
  | { readonly state: JoinerState }
  | { readonly joined: Joined; readonly state: JoinerState };
type Moved = Promise<Result<Knocked, TalkFailure>>;

export const saidIn = (state: JoinerState): Asked | Shown =>
  state.step === 'words' ? state.shown : state.asked;

const over = (state: JoinerState, why: Why): Result<Knocked, never> => {
  const { own, askedAt } = state;
  return ok({ state: { own, askedAt, step: 'over', asked: saidIn(state), why } });
};

const asFailure = (state: JoinerState, error: { readonly kind: string }) => {
  const isOver = ['unknown', 'used', 'full', 'not-allowed'].includes(error.kind);
  return isOver ? over(state, 'used') : { ok: false as const, error: error as TalkFailure };
};

/** What the hub has of the talk; one's own message is put there where it is missing. */
async function heardAfter(
  state: JoinerState & { readonly message: string },
  own: { readonly number: number; readonly invite: string },
  { api }: KnockParts,
): Promise<Result<readonly HubMessage[], { readonly kind: string }>> {
  const told = await api.messages(own.invite, own.number - 1);
  if (!told.ok || messageIn(told.value, own.number, 'invited')) return told;
  const posted = await api.post(own.invite, own.number, state.message);
  return posted.ok ? told : posted;
}

async function waitForAnswer(state: JoinerState & { step: 'asked' }, parts: KnockParts): Moved {
  const { asked, own, askedAt } = state;
  const told = await heardAfter(state, { number: 1, invite: asked.invite.invite }, parts);
  if (!told.ok) return asFailure(state, told.error);
  const answer = messageIn(told.value, 2, 'inviter');
  if (!answer) return ok({ state });
  const shown = await hearAnswer(asked, answer);
  if (!shown.ok) return over(state, 'broken');
  const reveal = toBase64(shown.value.message);
  return ok({ state: { own, askedAt, step: 'words', shown: shown.value.state, message: reveal } });
}

/** The parts of the welcome, once all are there: each says how many there are. */
function partsIn(messages: readonly HubMessage[]): readonly Uint8Array<ArrayBuffer>[] | undefined {
  const first = messageIn(messages, 4, 'inviter');
  const count = first?.[1] ?? 0;
  const parts = Array.from({ length: count }, (_, at) => messageIn(messages, 4 + at, 'inviter'));
  const whole = parts.filter((part) => part !== undefined);
  return count > 0 && whole.length === count ? whole : undefined;
}

async function waitForWelcome(state: JoinerState & { step: 'words' }, parts: KnockParts): Moved {
  const { shown, own } = state;
  const told = await heardAfter(state, { number: 3, invite: shown.invite.invite }, parts);
  if (!told.ok) return asFailure(state, told.error);
  const welcome = partsIn(told.value);
  if (!welcome) return ok({ state });
  const joined = await enter(shown, welcome, own.box);
  return joined.ok ? ok({ state, joined: joined.value }) : over(state, joined.error.kind);
}

/** As far as it goes without a person. */
export async function knockOn(state: JoinerState, parts: KnockParts): Moved {
  const isLate = saidIn(state).invite.until.getTime() <= parts.now();
  if (isLate && state.step !== 'over') return over(state, 'expired');
  if (state.step === 'over') return ok({ state });
  const moved =
    state.step === 'asked' ? await waitForAnswer(state, parts) : await waitForWelcome(state, parts);
  if (!moved.ok || moved.value.state === state) return moved;
  const kept = await parts.keep(moved.value.state);
  return kept.ok ? knockOn(moved.value.state, parts) : kept;
}
