import { type Failure, fail, ok, type Result } from '../../src/base/result.ts';
import { isOver, onlyEnded, withEnded } from './farewell.ts';
import type { FarewellShelf } from './farewell-shelf.ts';
import { type Ended, hasInviter, type Register } from './register.ts';
import type { RegisterShelf } from './register-shelf.ts';

interface Parts {
  readonly shelf: RegisterShelf;
  readonly farewells: FarewellShelf;
  readonly now: () => number;
}

/** Ends accounts, and keeps what is left for their phones in step with them. Needs to run in turn. */
export function endedAccounts({ shelf, farewells, now }: Parts) {
  const tidy = (register: string, { ended = [] }: Register): Promise<void> =>
    farewells.keepOnly(
      register,
      ended.map(({ account }) => account),
    );

  /** With the farewells of those it names as ended, and no others. */
  const keep = async (register: string, content: Register): Promise<void> => {
    await shelf.keep(register, content);
    await tidy(register, content);
  };

  const end = async (
    register: string,
    id: string,
    farewell?: string,
  ): Promise<Result<null, Failure<'unknown' | 'last-inviter'>>> => {
    const there = shelf.all().get(register);
    const account = there?.accounts[id];
    if (!account) return fail('unknown');
    const { [id]: _, ...accounts } = there.accounts;
    const content = { ...there, accounts };
    if (!hasInviter(content)) return fail('last-inviter');
    // First: until the account is gone nobody is handed it, and afterwards it could be lost.
    if (farewell !== undefined) await farewells.keep(register, id, farewell);
    const one = { account: id, tokenHash: account.tokenHash, day: dayOf(now()) };
    await keep(register, farewell === undefined ? content : withEnded(content, one));
    return ok(null);
  };

  const find = (register: string, id: string): Ended | undefined => {
    const one = shelf
      .all()
      .get(register)
      ?.ended?.find(({ account }) => account === id);
    return one && !isOver(one, now()) ? one : undefined;
  };

  const sweep = async (): Promise<void> => {
    for (const [register, content] of [...shelf.all()]) {
      const hasSome = content.ended?.some((one) => isOver(one, now())) ?? false;
      if (hasSome)
        await keep(
          register,
          onlyEnded(content, (one) => !isOver(one, now())),
        );
      else await tidy(register, content);
    }
  };

  return { keep, end, find, sweep };
}

/** Whole days since this day, by the same clock. */
export const daysSince = (day: string, time: number): number =>
  Math.max(0, (Date.parse(dayOf(time)) - Date.parse(day)) / 86_400_000);

/** In UTC, `2026-11-26`. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
