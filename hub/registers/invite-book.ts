import { join } from 'node:path';
import { type Failure, fail, ok, type Result } from '../../src/base/result.ts';
import { oneAtATime } from '../storage/in-turn.ts';
import { type Invite, type InviteWish, inviteSchema, mostMessages, type Side } from './invite.ts';
import { jsonFiles } from './json-files.ts';

export interface Posted {
  readonly from: Side;
  /** From 1; each number is posted once. */
  readonly number: number;
  readonly message: string;
}

type Refusal = Failure<'unknown' | 'used' | 'taken' | 'full' | 'too-long'>;
type Done<T = null> = Promise<Result<T, Refusal>>;

export interface InviteBook {
  /** Undefined once its time is over. */
  get(id: string): Invite | undefined;
  /** The same once more is fine. `too-long`: beyond 48 hours; `full`: 20 open ones. */
  make(id: string, by: string, wish: InviteWish): Done;
  /** The same once more is fine; `used` where another one has this number. */
  post(id: string, posted: Posted): Done;
  end(id: string): Promise<void>;
  /** Ends all of an account, or all of a register. */
  endAllOf(by: { readonly account?: string; readonly register?: string }): Promise<void>;
  /** Takes those whose time is over off the disk. */
  sweep(): Promise<void>;
}

const longestLife = 48 * 3_600_000;
/** A phone's clock may be a little before the hub's. */
const grace = 10 * 60_000;
const mostOpen = 20;

export async function openInviteBook(folder: string, now: () => number): Promise<InviteBook> {
  const files = jsonFiles(join(folder, 'invites'), inviteSchema);
  const invites = new Map(await files.readAll());
  const inTurn = oneAtATime();
  const isOver = ({ until }: Invite): boolean => Date.parse(until) <= now();

  const keep = async (id: string, invite: Invite) => {
    await files.write(id, invite);
    invites.set(id, invite);
    return ok(null);
  };

  const end = async (id: string): Promise<void> => {
    invites.delete(id);
    await files.remove(id);
  };

  const endWhere = async (goes: (invite: Invite) => boolean): Promise<void> => {
    for (const [id, invite] of [...invites]) if (goes(invite)) await end(id);
  };

  const make = async (id: string, by: string, wish: InviteWish) => {
    await endWhere(isOver);
    const there = invites.get(id);
    if (there) return isSame(there, by, wish) ? ok(null) : fail('taken');
    if (!(Date.parse(wish.until) <= now() + longestLife + grace)) return fail('too-long');
    const open = [...invites.values()].filter(({ register }) => register === wish.register);
    if (open.length >= mostOpen) return fail('full');
    return keep(id, { ...wish, by, messages: [] });
  };

  const post = async (id: string, { from, number, message }: Posted) => {
    const invite = invites.get(id);
    if (!invite || isOver(invite)) return fail('unknown');
    const there = invite.messages[number - 1];
    if (there) return there.from === from && there.message === message ? ok(null) : fail('used');
    if (number !== invite.messages.length + 1) return fail('unknown');
    if (number > mostMessages) return fail('full');
    return keep(id, { ...invite, messages: [...invite.messages, { from, message }] });
  };

  return {
    get: (id) => {
      const invite = invites.get(id);
      return invite && !isOver(invite) ? invite : undefined;
    },
    make: (id, by, wish) => inTurn(() => make(id, by, wish)),
    post: (id, posted) => inTurn(() => post(id, posted)),
    end: (id) => inTurn(() => end(id)),
    endAllOf: ({ account, register }) =>
      inTurn(() => endWhere((invite) => invite.by === account || invite.register === register)),
    sweep: () => inTurn(() => endWhere(isOver)),
  };
}

const isSame = (invite: Invite, by: string, { register, until, mailbox }: InviteWish): boolean =>
  invite.by === by &&
  invite.register === register &&
  invite.until === until &&
  invite.mailbox === mailbox;
