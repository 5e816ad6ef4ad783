import type { JsonObject } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { Body } from '#domain/merge/body.ts';
import { readBody } from '#domain/merge/read.ts';
import { keptSecret } from '#domain/place/confidential.ts';
import { type Facets, joinFacets, splitFacets } from '#domain/record/facets.ts';
import { kindOf } from '#domain/record/kinds.ts';
import { type AnyRecord, type FieldIssue, parseRecord } from '#domain/record/record.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Home } from '#domain/sharing/level.ts';
import { heldHomes, type WriteFailure } from './home-store.ts';
import { bodyWith } from './next-body.ts';
import { type Bodies, type FacetWriterParts, facetWriter, isEmpty } from './write-facets.ts';

export interface RecordWriterParts extends FacetWriterParts {
  readonly lock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  readonly register: string;
}

export type RecordWriteFailure =
  | WriteFailure
  | (Failure<'not-valid'> & { readonly issues: readonly FieldIssue[] })
  | Failure<'not-found'>;

export type Written = Result<
  {
    readonly before: JsonObject | undefined;
    readonly record: AnyRecord;
    /** Where something was written: the follower need look nowhere else. */
    readonly homes: readonly Home[];
  },
  RecordWriteFailure
>;

const notValid = (issues: readonly FieldIssue[] = []): Written => ({
  ok: false,
  error: { kind: 'not-valid', issues },
});

/** Given the values now, the values wanted, whole; or why not. */
export type Plan = (current: JsonObject | undefined) => Result<JsonObject, Failure<'not-found'>>;

export const valuesOf = (bodies: Bodies): JsonObject => {
  const facets: Facets = Object.fromEntries(
    Object.entries(bodies).map(([home, body]) => [home, readBody(body).values]),
  );
  return joinFacets(facets);
};

export const isNewer = (bodies: Bodies): boolean =>
  Object.values(bodies).some(({ type, sv }) => sv > (kindOf(type)?.version ?? 0));

/** Writes whole records: splits them by who may know what. */
export function recordWriter(parts: RecordWriterParts) {
  const { stores, writers, now, lock, register } = parts;
  const homeOrder = heldHomes(stores);
  const read = async (ref: Ref): Promise<Bodies> => {
    const found = await Promise.all(
      homeOrder.map(async (home) => [home, await stores[home]?.read(ref)] as const),
    );
    return Object.fromEntries(found.filter(([, body]) => body));
  };

  const writeFacets = facetWriter(parts);

  const writeLocked = async (ref: Ref, plan: Plan): Promise<Written> => {
    const held = await read(ref);
    if (isNewer(held)) return fail('newer');
    const before = Object.keys(held).length > 0 ? valuesOf(held) : undefined;
    const wanted = plan(before);
    if (!wanted.ok) return wanted;
    const record = parseRecord({ ...keptSecret(wanted.value), ...ref });
    if (!record.ok) return notValid(record.error.issues);
    const written = await writeFacets(ref, record.value, held);
    return written.ok ? ok({ before, record: record.value, homes: written.value }) : written;
  };

  const write = (ref: Ref, plan: Plan): Promise<Written> =>
    lock(`pb-${register}-${ref.id}`, () => writeLocked(ref, plan));

  /** Bodies for things that are new here, by home; for bringing in many at once. */
  const newBodies = (ref: Ref, record: AnyRecord): Partial<Record<Home, Body>> => {
    const facets = splitFacets(ref.type, record as unknown as JsonObject, homeOrder);
    const at = now();
    return Object.fromEntries(
      homeOrder
        .filter((home) => !isEmpty(facets[home]))
        .map((home) => {
          const edit = { ref, home, facets, now: at, writer: writers[home] ?? '' };
          return [home, bodyWith(undefined, edit)];
        }),
    );
  };

  /** A thing under an id nobody has used: there is nothing to read, to join or to lock. */
  const create = async (ref: Ref, values: JsonObject): Promise<Written> => {
    const record = parseRecord({ ...values, ...ref });
    if (!record.ok) return notValid(record.error.issues);
    const bodies = newBodies(ref, record.value);
    const homes = homeOrder.filter((home) => bodies[home]);
    for (const home of homes) {
      const body = bodies[home];
      const written = body && (await stores[home]?.addMany([{ ref, body }]));
      if (written && !written.ok) return written;
    }
    return ok({ before: undefined, record: record.value, homes });
  };

  return { read, write, create, newBodies, valuesOf };
}
export type RecordWriter = ReturnType<typeof recordWriter>;
