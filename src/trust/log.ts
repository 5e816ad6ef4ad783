import { utf8 } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { FoundingRecord } from '#seal/founding.ts';
import { maxPrev, sha256Hex, type VerifiedAct } from './act.ts';
import { ancestry, type Root } from './ancestry.ts';
import { type CircleEpochs, epochsOf } from './epochs.ts';
import { type Member, membersOf } from './members.ts';
import type { Pass } from './pass.ts';
import { peopleOf } from './people.ts';
import { settle } from './settle.ts';
import type { WhyNot } from './signer.ts';

/** What a register's log says, for everybody who holds the same acts. */
export interface LogState {
  readonly root: Root;
  /** What the next act names: the newest acts that count, those of stewards first. */
  readonly heads: readonly string[];
  /** By name: all who were ever admitted by an act that counts, the founder first. */
  readonly members: ReadonlyMap<string, Member>;
  readonly epochs: Readonly<Record<Circle, CircleEpochs>>;
  /** Hashes of notices. */
  readonly notices: ReadonlySet<string>;
  /** Acts that are here and don't count, with why. */
  readonly uncounted: ReadonlyMap<string, WhyNot>;
  /** Acts that wait for others that are not here yet. */
  readonly waiting: readonly string[];
  /** Whether an act is here with all that it had seen; the root is. */
  has(name: string): boolean;
}

/** For a founding record that `verifyFounding` let in. */
export async function rootOf(record: FoundingRecord): Promise<Root> {
  const name = await sha256Hex(utf8(canonicalText(record)));
  return { name, register: name.slice(0, 32), founder: record.founder };
}

/** The same for any order in which acts arrive, and for acts that arrive twice. Never throws. */
export function replay(root: Root, acts: Iterable<VerifiedAct>): LogState {
  const log = ancestry(root, acts);
  const pass = settle(log, peopleOf(root, log));
  return {
    root,
    heads: headsOf(pass),
    members: membersOf(pass),
    epochs: { team: epochsOf(pass, 'team'), members: epochsOf(pass, 'members') },
    notices: noticesOf(pass),
    uncounted: uncountedOf(pass),
    waiting: log.waiting,
    has: (name) => log.placeOf(name) !== undefined,
  };
}

/**
 * An invite names acts its maker had seen; whoever shows an older log hides something.
 * `log-too-old`: an act is missing.
 */
export const checkHeads = (
  state: LogState,
  heads: readonly string[],
): Result<undefined, Failure<'log-too-old'>> =>
  heads.every(state.has) ? ok(undefined) : fail('log-too-old');

/**
 * An act that doesn't count is named by nobody: what its signer took into account is what counts.
 * Where there are more than an act can name, those of stewards come first, then the newest: a
 * coordinator's many branches must not keep a steward from naming what they stand on.
 */
function headsOf({ log, counts, rankAt }: Pass): readonly string[] {
  const heads = new Map([[log.rootName, 0]]);
  for (const [place, act] of log.acts.entries()) {
    if (!act || !counts(place)) continue;
    for (const name of act.prev) heads.delete(name);
    heads.set(act.name, place);
  }
  return [...heads]
    .sort(([, a], [, b]) => rankAt(b) - rankAt(a) || b - a)
    .slice(0, maxPrev)
    .map(([name]) => name);
}

function noticesOf({ log, counts }: Pass): ReadonlySet<string> {
  return new Set(
    log.acts.flatMap((signed, place) =>
      signed?.act.kind === 'notice' && counts(place) ? [signed.act.notice] : [],
    ),
  );
}

function uncountedOf({ log, whyNot }: Pass): ReadonlyMap<string, WhyNot> {
  const why = new Map<string, WhyNot>();
  for (const [place, act] of log.acts.entries()) {
    const reason = whyNot(place);
    if (act && reason !== undefined) why.set(act.name, reason);
  }
  return why;
}
