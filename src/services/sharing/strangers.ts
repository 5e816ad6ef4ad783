import type { AccountSeen } from '#sync/hub-api.ts';
import type { VerifiedAct } from '#trust/act.ts';
import type { LogState } from '#trust/log.ts';
import { accountOf } from './account-of.ts';

/** An invite lives two days: whoever is being let in is far younger. */
const daysToBeLetIn = 14;

interface Heard {
  readonly state: Pick<LogState, 'root' | 'waiting'>;
  readonly acts: readonly Pick<VerifiedAct, 'act'>[];
  /** Of the phone that asks. */
  readonly own: string;
}

const deviceBroughtBy = ({ act }: Pick<VerifiedAct, 'act'>): readonly string[] =>
  act.kind === 'admit' || act.kind === 'device' || act.kind === 'recovery' ? [act.device.sign] : [];

/** What isn't here yet or not understood could name anybody. */
const mayNameMore = ({ state, acts }: Heard): boolean =>
  state.waiting.length > 0 || acts.some(({ act }) => act.kind === 'unknown');

/** Accounts that no act names, whether it counts or not, and that had their time to be let in. */
export async function strangersAmong(
  accounts: readonly AccountSeen[],
  heard: Heard,
): Promise<readonly string[]> {
  if (mayNameMore(heard)) return [];
  const { root } = heard.state;
  const keys = [root.founder, ...heard.acts.flatMap(deviceBroughtBy)];
  const named = new Set(await Promise.all(keys.map((sign) => accountOf(root.register, sign))));
  const isStranger = ({ id, days }: AccountSeen): boolean =>
    id !== heard.own && !named.has(id) && (days ?? 0) > daysToBeLetIn;
  return accounts.filter(isStranger).map(({ id }) => id);
}
