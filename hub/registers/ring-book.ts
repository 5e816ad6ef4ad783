import { join } from 'node:path';
import { fromBase64 } from '../../src/base/bytes.ts';
import { type Failure, fail, type Result } from '../../src/base/result.ts';
import { isSignedBy } from '../../src/seal/device-signature.ts';
import { type RecoveringWish, recoveringBytes } from '../../src/seal/recovering.ts';
import { oneAtATime } from '../storage/in-turn.ts';
import { jsonFiles } from './json-files.ts';
import { isWhole, type Register } from './register.ts';
import type { RegisterBook } from './register-book.ts';
import { type Ring, type RingWish, ringSchema } from './ring.ts';

type Refusal = Failure<'unknown' | 'not-allowed' | 'used' | 'taken' | 'full'>;

/** A wish with the signature of the sheet's key over it, in base64. */
export interface SignedWish extends RecoveringWish {
  readonly signature: string;
}

/** The sealed ring of each register that has one. Everything is on disk when it resolves. */
export interface RingBook {
  /** As it is kept, for a backup. */
  stored(register: string): Promise<Ring | undefined>;
  /**
   * The sealed ring in base64. It stands and falls with the account that put it: undefined once
   * that one may no longer invite into all circles, as a sheet goes with the steward who made it.
   */
  open(register: string): Promise<string | undefined>;
  /** In place of the one there was. */
  put(register: string, by: string, wish: RingWish): Promise<void>;
  /**
   * An account for whoever signs with the sheet's key. The same wish once more is fine as long as
   * its account is there; `used` afterwards, for good. `full`: this sheet made enough of them.
   */
  recover(wish: SignedWish): Promise<Result<Register, Refusal>>;
  /** Takes the ring away; with `by` only if that account put it. */
  withdraw(register: string, by?: string): Promise<void>;
  /** As it was in a backup. */
  restore(register: string, ring: Ring): Promise<void>;
  drop(register: string): Promise<void>;
}

/** Accounts of one sheet; after that a new sheet has to be made. */
const mostComebacks = 16;

export function openRingBook(folder: string, registers: RegisterBook): RingBook {
  const files = jsonFiles(join(folder, 'rings'), ringSchema);
  const inTurn = oneAtATime();

  const valid = async (register: string): Promise<(Ring & RingWish) | undefined> => {
    const there = await files.read(register);
    if (there?.ring === undefined) return undefined;
    const putBy = registers.all().get(register)?.accounts[there.by];
    return isWhole(putBy) ? { ...there, ring: there.ring } : undefined;
  };

  const put = async (register: string, by: string, { ring, sign }: RingWish) => {
    if (!registers.all().has(register)) return;
    const there = await files.read(register);
    const used = there?.sign === sign ? there.used : [];
    await files.write(register, { v: 1, ring, sign, by, used });
  };

  const recover = async (wish: SignedWish) => {
    const { register, account, tokenHash } = wish;
    const ring = await valid(register);
    if (!ring) return fail('unknown');
    if (!(await isSignedByKey(ring.sign, wish))) return fail('not-allowed');
    const wasUsed = ring.used.includes(account);
    const isThere = registers.all().get(register)?.accounts[account] !== undefined;
    if (wasUsed && !isThere) return fail('used');
    if (!wasUsed && ring.used.length >= mostComebacks) return fail('full');
    const made = await registers.recover(register, account, tokenHash);
    if (!made.ok || wasUsed) return made;
    await files.write(register, { ...ring, by: account, used: [...ring.used, account] });
    return made;
  };

  const withdraw = async (register: string, by?: string) => {
    const there = await files.read(register);
    if (!there || (by !== undefined && there.by !== by)) return;
    const { ring, ...rest } = there;
    await files.write(register, rest);
  };

  return {
    stored: (register) => inTurn(() => files.read(register)),
    open: (register) => inTurn(async () => (await valid(register))?.ring),
    put: (register, by, wish) => inTurn(() => put(register, by, wish)),
    recover: (wish) => inTurn(() => recover(wish)),
    withdraw: (register, by) => inTurn(() => withdraw(register, by)),
    restore: (register, ring) => inTurn(() => files.write(register, ring)),
    drop: (register) => inTurn(() => files.remove(register)),
  };
}

async function isSignedByKey(sign: string, wish: SignedWish): Promise<boolean> {
  const [key, signature] = [fromBase64(sign), fromBase64(wish.signature)];
  if (!key || !signature) return false;
  const signed = await isSignedBy(key, signature, recoveringBytes(wish));
  return signed.ok && signed.value;
}
