import { randomBytes } from 'node:crypto';
import { type Failure, fail, ok, type Result } from '../../src/base/result.ts';
import type { FoundingRecord } from '../../src/seal/founding.ts';
import { oneAtATime } from '../storage/in-turn.ts';
import { dayOf, endedAccounts } from './ended-accounts.ts';
import { onlyEnded } from './farewell.ts';
import type { FarewellShelf } from './farewell-shelf.ts';
import {
  type Account,
  type Ended,
  hasInviter,
  isWhole,
  type Register,
  type Rights,
  wholeAccount,
} from './register.ts';
import { type Known, openRegisterShelf } from './register-shelf.ts';

type Refusal = Failure<'closed' | 'taken' | 'full' | 'unknown' | 'last-inviter'>;
type Done<T = null> = Promise<Result<T, Refusal>>;
type Recovered = Promise<Result<Register, Failure<'taken' | 'full' | 'unknown'>>>;

export interface RegisterBook {
  all(): ReadonlyMap<string, Register>;
  /** Ids that are refused for good. */
  closed(): ReadonlySet<string>;
  /** The account of this id, whatever its register. */
  account(id: string): Known | undefined;
  /** The same once more is fine; `taken` where the register has another founder's account. */
  found(register: string, founder: Founder): Done<Register>;
  /**
   * Makes an account of somebody who has shown a recovery sheet, also where there is room for no
   * other. The same once more is fine.
   */
  recover(register: string, id: string, tokenHash: string): Recovered;
  /** Makes an account or changes it. */
  put(register: string, id: string, account: Account): Done;
  /** Changes what an account may that is there; its token stays. */
  change(register: string, id: string, rights: Rights): Done;
  /** `farewell`: base64, for whoever shows the account's token afterwards. */
  end(register: string, id: string, farewell?: string): Done;
  /** An account that was ended with a farewell, as long as that is kept. */
  ended(register: string, id: string): Ended | undefined;
  /** Remembers the day an account was last heard of. */
  seen(known: Known): void;
  /** Puts a register there whole, as out of a backup, with a new generation. */
  restore(register: string, content: Register): Done;
  /** For good: nothing of this id is ever taken again. */
  close(register: string): Promise<void>;
  /** Takes farewells off the disk whose time is over, and what a crash left of others. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

/** The first account of a register, and what the register was founded with. */
export interface Founder {
  readonly account: string;
  readonly tokenHash: string;
  readonly founding: FoundingRecord;
}

export interface RegisterBookOptions {
  /** Absolute folder of what the hub keeps. */
  readonly folder: string;
  readonly mostRegisters: number;
  readonly farewells: FarewellShelf;
  readonly now: () => number;
}

const mostAccounts = 200;
/** Kept free of all but those who come back with a sheet. */
const roomToComeBack = 16;
const newGeneration = (): string => randomBytes(16).toString('hex');

/** Who may touch what; changes come one after the other, and are on disk when they resolve. */
export async function openRegisterBook(options: RegisterBookOptions): Promise<RegisterBook> {
  const { folder, mostRegisters, farewells, now } = options;
  const shelf = await openRegisterShelf(folder);
  const ended = endedAccounts({ shelf, farewells, now });
  const inTurn = oneAtATime();

  const kept = async (register: string, content: Register) => {
    await ended.keep(register, content);
    return ok(content);
  };

  const found = async (register: string, { account: id, tokenHash, founding }: Founder) => {
    if (shelf.closed().has(register)) return fail('closed');
    const there = shelf.all().get(register);
    if (there && !isFoundedBy(there, id, tokenHash)) return fail('taken');
    if (there) return there.founding ? ok(there) : kept(register, { ...there, founding });
    if (shelf.account(id)) return fail('taken');
    if (shelf.all().size >= mostRegisters) return fail('full');
    const accounts = { [id]: dated(wholeAccount(tokenHash), undefined, now()) };
    return kept(register, { v: 1, generation: newGeneration(), founder: id, founding, accounts });
  };

  const recover = async (register: string, id: string, tokenHash: string) => {
    const there = shelf.all().get(register);
    if (!there) return fail('unknown');
    const mine = there.accounts[id];
    if (mine) return isWhole(mine) && mine.tokenHash === tokenHash ? ok(there) : fail('taken');
    if (shelf.account(id)) return fail('taken');
    const isFull = Object.keys(there.accounts).length >= mostAccounts + roomToComeBack;
    if (isFull) return fail('full');
    return kept(register, withAccount(there, id, dated(wholeAccount(tokenHash), mine, now())));
  };

  const keep = async (register: string, content: Register) => {
    if (!hasInviter(content)) return fail('last-inviter');
    await kept(register, content);
    return ok(null);
  };

  const put = async (register: string, id: string, account: Account) => {
    const there = shelf.all().get(register);
    if (!there) return fail('unknown');
    if ((shelf.account(id)?.register ?? register) !== register) return fail('taken');
    const isFull = Object.keys(there.accounts).length >= mostAccounts;
    if (isFull && !there.accounts[id]) return fail('full');
    return keep(register, withAccount(there, id, dated(account, there.accounts[id], now())));
  };

  const change = async (register: string, id: string, { circles, mayInvite }: Rights) => {
    const there = shelf.all().get(register);
    const account = there?.accounts[id];
    if (!account) return fail('unknown');
    return keep(register, withAccount(there, id, { ...account, circles, mayInvite }));
  };

  const restore = async (register: string, content: Register) => {
    if (shelf.closed().has(register)) return fail('closed');
    const isTaken = Object.keys(content.accounts).some((id) => shelf.account(id));
    if (isTaken || shelf.all().has(register)) return fail('taken');
    await shelf.keep(register, { ...content, generation: newGeneration() });
    return ok(null);
  };

  const seen = ({ register, id }: Known): void => {
    const there = shelf.all().get(register);
    const account = there?.accounts[id];
    const today = dayOf(now());
    if (!there || !account || account.seen === today) return;
    const accounts = { ...there.accounts, [id]: { made: today, ...account, seen: today } };
    shelf.keepSoon(register, { ...there, accounts });
  };

  return {
    all: shelf.all,
    closed: shelf.closed,
    account: shelf.account,
    found: (register, founder) => inTurn(() => found(register, founder)),
    recover: (register, id, tokenHash) => inTurn(() => recover(register, id, tokenHash)),
    put: (register, id, account) => inTurn(() => put(register, id, account)),
    change: (register, id, rights) => inTurn(() => change(register, id, rights)),
    end: (register, id, farewell) => inTurn(() => ended.end(register, id, farewell)),
    ended: ended.find,
    seen,
    restore: (register, content) => inTurn(() => restore(register, content)),
    close: (register) => inTurn(() => shelf.close(register, dayOf(now()))),
    sweep: () => inTurn(ended.sweep),
    stop: () => inTurn(shelf.writeRest),
  };
}

const isFoundedBy = ({ founder, accounts }: Register, id: string, tokenHash: string): boolean =>
  founder === id && accounts[id]?.tokenHash === tokenHash;

/** An account that is put anew grows no younger. */
const dated = (
  account: Account,
  before: Register['accounts'][string] | undefined,
  time: number,
): Register['accounts'][string] => ({ ...account, made: before?.made ?? dayOf(time) });

/** Whoever is there has no farewell. */
const withAccount = (
  content: Register,
  id: string,
  account: Register['accounts'][string],
): Register => ({
  ...onlyEnded(content, (one) => one.account !== id),
  accounts: { ...content.accounts, [id]: account },
});
