import type { JsonObject } from '#base/json.ts';
import { type Circle, type Home, homes, homesOfCircle } from '../sharing/level.ts';
import { joinFacets, splitFacets } from './facets.ts';
import { type AnyRecord, parseRecord } from './record.ts';

/** What somebody of a circle gets of a record, and which of its fields stay away from them. */
export interface AsSeen {
  /** Absent where too little reaches them to make a card of it. */
  readonly record?: AnyRecord;
  readonly keptBack: readonly string[];
}

/**
 * A record as a phone makes it that holds only this circle's homes: split by the code that decides
 * what is written where, and read through the door that all records come in by.
 */
export function asSeenIn(record: AnyRecord, circle: Circle): AsSeen {
  const { id, type } = record;
  const facets = splitFacets(type, record as unknown as JsonObject);
  const isTheirs = (home: Home) => homesOfCircle[circle].includes(home);
  const theirs = Object.fromEntries(homes.filter(isTheirs).map((home) => [home, facets[home]]));
  const keptBack = homes
    .filter((home) => !isTheirs(home))
    .flatMap((home) => Object.keys(facets[home]));
  const seen = parseRecord({ ...joinFacets(theirs), id, type });
  return seen.ok ? { record: seen.value, keptBack } : { keptBack };
}
