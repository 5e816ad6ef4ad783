import type { Body } from '#domain/merge/body.ts';
import { sameJson } from '#domain/merge/canonical.ts';
import { join } from '#domain/merge/join.ts';
import { packBody } from '#domain/merge/pack.ts';
import type { CircleRing } from '#seal/circle-ring.ts';
import type { LeafDoc } from '#seal/gate.ts';
import { type Leaf, openStored } from './leaves.ts';

/**
 * `welcome`: nothing that stands here goes. `lowers`: it would take something away that nobody
 * here has erased. `later`: no key here opens it yet, so nobody can say.
 */
export type Verdict = 'welcome' | 'lowers' | 'later';

/** Whether all that `less` says stands in `more` as well. */
const holds = (more: Body, less: Body): boolean =>
  sameJson(packBody(join(less, more)), packBody(more));

const historyOf = ({ _revisions: { start, ids } }: LeafDoc): ReadonlySet<string> =>
  new Set(ids.map((id, back) => `${start - back}-${id}`));

/** What stands instead of those it replaces, together with the leaves that stay. */
function holdsAll(bodies: readonly Body[], replaced: readonly Leaf[]): boolean {
  const [first, ...others] = bodies;
  if (!first) return false;
  const after = others.reduce(join, first);
  return replaced.every(({ body }) => holds(after, body));
}

/**
 * A leaf that grows out of one of ours takes its place, so it must say all that ours says; a
 * tombstone leaves that to the other leaves. Whoever writes honestly starts from the join of all
 * leaves, so nothing honest lowers; an old body hung on the newest revision does (attack 6).
 */
export async function judgeLeaf(
  doc: LeafDoc,
  ours: readonly Leaf[],
  ring: CircleRing,
): Promise<Verdict> {
  const history = historyOf(doc);
  const replaced = ours.filter(({ rev }) => history.has(rev));
  if (replaced.length === 0) return 'welcome';
  const opened = 'c' in doc ? await openStored(doc, ring) : undefined;
  if (opened && !opened.ok) {
    if (opened.error.kind === 'no-key') return 'later';
    // Sealed by a member whose app is newer: it started from all leaves as ours does.
    if (opened.error.kind === 'newer') return 'welcome';
  }
  const rest = ours.filter((leaf) => !replaced.includes(leaf)).map(({ body }) => body);
  return holdsAll(opened?.ok ? [opened.value, ...rest] : rest, replaced) ? 'welcome' : 'lowers';
}
