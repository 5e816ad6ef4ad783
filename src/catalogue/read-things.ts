import type { JsonObject } from '#base/json.ts';
import type { Body } from '#domain/merge/body.ts';
import { readBody } from '#domain/merge/read.ts';
import { type Facets, joinFacets } from '#domain/record/facets.ts';
import { type AnyRecord, parseRecord } from '#domain/record/record.ts';
import type { RecordType, Ref } from '#domain/record/values.ts';
import type { Home } from '#domain/sharing/level.ts';
import type { HeldWhy } from './catalogue-db.ts';
import type { Source } from './source.ts';

export type BodiesByHome = Readonly<Partial<Record<Home, Body>>>;

export type ReadThing = { readonly ref: Ref; readonly bodies: BodiesByHome } & (
  | { readonly record: AnyRecord; readonly updatedAt: number }
  | { readonly why: HeldWhy }
  /** A facet whose main part this phone does not hold (yet), or nothing at all any more. */
  | { readonly partial: true }
);

/** Joins the facets of one thing and passes them through the one door for records. */
export function readThing(ref: Ref, bodies: BodiesByHome): ReadThing {
  const readings = Object.entries(bodies).map(
    ([home, body]) => [home, readBody(body), body.sv] as const,
  );
  const facets: Facets = Object.fromEntries(
    readings.map(([home, reading]) => [home, reading.values]),
  );
  const values: JsonObject = joinFacets(facets);
  const version = Math.max(...readings.map(([, , sv]) => sv), 1);
  const record = parseRecord({ ...values, ...ref }, version);
  if (record.ok) {
    const updatedAt = Math.max(...readings.map(([, reading]) => reading.updatedAt));
    return { ref, bodies, record: record.value, updatedAt };
  }
  const isPartial = !('share' in values) && record.error.kind === 'broken';
  return { ref, bodies, ...(isPartial ? { partial: true } : { why: record.error.kind }) };
}

/** Reads each thing whole: what `home` just told, and what the other homes hold of it. */
export async function readWhole(
  told: readonly Body[],
  home: Home,
  others: readonly Source[],
): Promise<readonly ReadThing[]> {
  const empty = await Promise.all(others.map((source) => source.isEmpty()));
  const asked = others.filter((_, index) => !empty[index]);
  return Promise.all(
    told.map(async (body) => {
      const ref: Ref = { type: body.type as RecordType, id: body.id };
      const found = await Promise.all(
        asked.map(async (source) => [source.home, await source.read(ref)] as const),
      );
      const held = found.filter((entry): entry is [Home, Body] => entry[1] !== undefined);
      return readThing(ref, { ...Object.fromEntries(held), [home]: body });
    }),
  );
}
