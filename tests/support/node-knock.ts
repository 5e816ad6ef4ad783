import { vi } from 'vitest';
import { toBase64 } from '#base/bytes.ts';
import { ok } from '#base/result.ts';
import { type JoinerState, knockOn } from '#services/sharing/joiner-talk.ts';
import { mailboxToken } from '#services/sharing/mailbox.ts';
import { makeOwn } from '#services/sharing/own-keys.ts';
import { hubApi } from '#sync/hub-api.ts';
import { readInvite } from '#trust/invite.ts';
import type { Joined } from '#trust/joining/enter.ts';
import { askToJoin } from '#trust/joining/joiner.ts';
import { valueIn } from '../unit/seal/made-up-ring.ts';
import { lineTo } from '../unit/sync/support/lines.ts';

/** As long as two people take. */
const patience = { timeout: 60_000, interval: 500 };

export interface LetIn {
  readonly joined: Joined;
  readonly hub: string;
  /** How it shows itself to the hub: `account.token`. */
  readonly bearer: string;
  readonly own: JoinerState['own'];
  /** Its public key, base64. */
  readonly signedBy: string;
}

export interface NodeKnock {
  /** To be read out to whoever invited. */
  readonly words: readonly string[];
  letIn(): Promise<LetIn>;
}

/** A device without a browser at somebody's door, with the link that they were sent. */
export async function knockInNode(link: string, name: string): Promise<NodeKnock> {
  const invite = valueIn(readInvite(link, new Date()));
  const { hub = '' } = invite;
  const { own, newcomer } = valueIn(await makeOwn(invite.register));
  const asked = valueIn(await askToJoin(invite, { ...newcomer, name }, new Date()));
  let state: JoinerState = {
    ...{ own, askedAt: Date.now(), step: 'asked', asked: asked.state },
    message: toBase64(asked.message),
  };
  const api = hubApi(lineTo(hub, `${invite.invite}.${await mailboxToken(invite)}`));
  const keep = async (next: JoinerState) => {
    state = next;
    return ok(null);
  };
  const goOn = async () => valueIn(await knockOn(state, { api, now: Date.now, keep }));

  const words = await vi.waitFor(async () => {
    await goOn();
    if (state.step !== 'words') throw new Error(`no words yet: ${state.step}`);
    return state.shown.words;
  }, patience);
  const letIn = () =>
    vi.waitFor(async () => {
      const moved = await goOn();
      if (!('joined' in moved)) throw new Error(`not in yet: ${moved.state.step}`);
      const bearer = `${newcomer.account}.${own.token}`;
      return { joined: moved.joined, hub, bearer, own, signedBy: newcomer.device.sign };
    }, patience);
  return { words, letIn };
}
