import type { JsonObject } from '#base/json.ts';
import { ok, type Result } from '#base/result.ts';
import { keptSecret } from '#domain/place/confidential.ts';
import { splitFacets } from '#domain/record/facets.ts';
import { parseRecord } from '#domain/record/record.ts';
import type { Ref } from '#domain/record/values.ts';
import { circles, type Home } from '#domain/sharing/level.ts';
import { type Change, changeMany } from './change-many.ts';
import { heldHomes, type WriteFailure } from './home-store.ts';
import { bodyWith } from './next-body.ts';
import { type Held, type ReadManyParts, readMany } from './read-many.ts';
import { isNewer, type RecordWriterParts, valuesOf } from './record-writer.ts';

export type RemoveManyParts = RecordWriterParts & ReadManyParts;

/** By home, what each record is to be next. */
type Plan = Record<Home, Change[]>;

/** Adds what to write to the plan; false where a record can't be taken out in step with others. */
function planRemoval(parts: RemoveManyParts, held: Held, plan: Plan): boolean {
  const { ref, bodies, revs, isOdd } = held;
  if (isOdd || isNewer(bodies)) return false;
  const wanted: JsonObject = { ...valuesOf(bodies), deleted: true };
  const record = parseRecord({ ...keptSecret(wanted), ...ref });
  if (!record.ok) return false;
  const homes = heldHomes(parts.stores);
  const facets = splitFacets(ref.type, record.value as unknown as JsonObject, homes);
  const isHere = (home: Home) => bodies[home] !== undefined;
  const isWanted = (home: Home) => Object.keys(facets[home]).length > 0;
  if (homes.some((home) => isHere(home) !== isWanted(home))) return false;
  for (const home of homes.filter(isHere)) {
    const edit = { ref, home, facets, now: parts.now(), writer: parts.writers[home] ?? '' };
    plan[home].push({ ref, body: bodyWith(bodies[home], edit), rev: revs[home] ?? '' });
  }
  return true;
}

async function writePlan(
  { stores, circles: opened }: RemoveManyParts,
  plan: Plan,
): Promise<Result<Ref[], WriteFailure>> {
  const late: Ref[] = [];
  if (plan.device.length > 0) {
    const written = await stores.device.addMany(plan.device);
    if (!written.ok) return written;
  }
  for (const circle of circles) {
    const store = opened[circle];
    if (!store || plan[circle].length === 0) continue;
    const written = await changeMany(store, plan[circle]);
    if (!written.ok) return written;
    late.push(...written.value);
  }
  return ok(late);
}

/** All locks, always in the same order: two tabs never wait for each other. */
function underLocks<T>(
  { lock, register }: RemoveManyParts,
  refs: readonly Ref[],
  work: () => Promise<T>,
): Promise<T> {
  const names = [...new Set(refs.map(({ id }) => `pb-${register}-${id}`))].sort();
  return names.reduceRight<() => Promise<T>>((inner, name) => () => lock(name, inner), work)();
}

/**
 * Marks many records as taken out, each circle in one transaction, narrowest first. Answers those
 * it left alone because they need a look of their own: in conflict, newer, moving, gone.
 */
export const removeMany = (
  parts: RemoveManyParts,
  refs: readonly Ref[],
): Promise<Result<readonly Ref[], WriteFailure>> =>
  underLocks(parts, refs, async () => {
    const plan: Plan = { device: [], team: [], members: [] };
    const held = await readMany(parts, refs);
    const alone = held.filter((each) => !planRemoval(parts, each, plan)).map(({ ref }) => ref);
    const written = await writePlan(parts, plan);
    return written.ok ? ok([...alone, ...written.value]) : written;
  });
