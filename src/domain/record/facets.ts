import type { JsonObject } from '#base/json.ts';
import { type Home, homeOf, homes, narrower, type ShareLevel } from '../sharing/level.ts';
import { kindOf } from './kinds.ts';

/** Plain values per home; all facets of a thing carry its uuid (data model: facets). */
export type Facets = Readonly<Partial<Record<Home, JsonObject>>>;

/** Where a field of a record with this level is kept: the narrower of the two ceilings. */
export function homeOfField(type: string, field: string, share: ShareLevel): Home {
  const fields = kindOf(type)?.fields ?? {};
  const ceiling = Object.hasOwn(fields, field) ? fields[field]?.share : undefined;
  return homeOf(narrower(ceiling ?? share, share));
}

/**
 * Splits a record so that what a circle must not know is never written there. Every home is named
 * in the answer: a home with no values says that nothing of the thing belongs there any more.
 * What belongs to a circle that this phone is not in stays with the phone.
 */
export function splitFacets(
  type: string,
  values: JsonObject,
  held: readonly Home[] = homes,
): Record<Home, JsonObject> {
  const share = values['share'] as ShareLevel;
  const entries = Object.entries(values).filter(([field]) => field !== 'id' && field !== 'type');
  const keptIn = (field: string): Home => {
    const home = homeOfField(type, field, share);
    return held.includes(home) ? home : 'device';
  };
  const facetAt = (home: Home): JsonObject =>
    Object.fromEntries(entries.filter(([field]) => keptIn(field) === home));
  return { device: facetAt('device'), team: facetAt('team'), members: facetAt('members') };
}

/** Whether one home is only a part of those who may know what the other holds. */
export const isNarrowerHome = (a: Home, b: Home): boolean => homes.indexOf(a) < homes.indexOf(b);

/** Joins what this phone holds; the narrowest facet has the last word on a field held twice. */
export function joinFacets(facets: Facets): JsonObject {
  const widestFirst = [...homes].reverse();
  return Object.fromEntries(widestFirst.flatMap((home) => Object.entries(facets[home] ?? {})));
}
