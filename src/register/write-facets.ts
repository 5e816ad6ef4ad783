import type { JsonObject } from '#base/json.ts';
import { ok, type Result } from '#base/result.ts';
import { type Body, stampsOf } from '#domain/merge/body.ts';
import { readBody } from '#domain/merge/read.ts';
import { nextStamp, type Stamp } from '#domain/merge/stamp.ts';
import { isNarrowerHome, splitFacets } from '#domain/record/facets.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Home } from '#domain/sharing/level.ts';
import { type HomeStores, heldHomes, type WriteFailure } from './home-store.ts';
import { type AllFacets, bodyWith } from './next-body.ts';

export type Bodies = Readonly<Partial<Record<Home, Body>>>;

/** What circles hear and have heard of things that move. */
export interface MovingHooks {
  /** Told before a thing leaves a home for a narrower one: a circle gets a notice first. */
  beforeLeaving(home: Home, ref: Ref): Promise<Result<null, WriteFailure>>;
  /** Notices of its leaving this home that this phone has heard. */
  leavingsOf(home: Home, ref: Ref): Promise<readonly string[]>;
}

export interface FacetWriterParts {
  readonly stores: HomeStores;
  /** The name this phone writes under in each home: another in each circle. */
  readonly writers: Readonly<Partial<Record<Home, string>>>;
  readonly now: () => number;
  readonly moving?: MovingHooks;
}

type Told = Result<null, WriteFailure>;

interface NextFacets {
  readonly held: Bodies;
  readonly facets: AllFacets;
  readonly now: number;
  readonly moments: Moments;
}

/** By home, stamps that what is written there must come after. */
type Moments = Readonly<Partial<Record<Home, readonly Stamp[]>>>;

/** Of a moment only its time counts, not who it belongs to. */
const noWriter = '0'.repeat(16);

/**
 * A thing has one time in all its homes, and what goes wider comes after what is cleared: should
 * the wider not stand, what was said there is joined with the narrower, and holds.
 */
function momentsOf(homeOrder: readonly Home[], held: Bodies, now: number): Moments {
  let seen = Object.values(held).flatMap(stampsOf);
  const moments: Partial<Record<Home, readonly Stamp[]>> = {};
  for (const home of homeOrder) {
    moments[home] = seen;
    seen = [...seen, nextStamp({ now, writer: noWriter, last: undefined, seen })];
  }
  return moments;
}

export const isEmpty = (facet: JsonObject): boolean => Object.keys(facet).length === 0;

/**
 * A value is written where it goes to before it is taken from where it was: whoever is killed in
 * between has it twice rather than not at all. What goes to more people is written from the end.
 */
function inOrderOfMove(narrowFirst: readonly Home[], held: Bodies, facets: AllFacets) {
  const goesWider = narrowFirst.some((home) =>
    Object.keys(held[home] ? readBody(held[home]).values : {}).some((field) =>
      narrowFirst.some((other) => isNarrowerHome(home, other) && field in facets[other]),
    ),
  );
  return goesWider ? narrowFirst.toReversed() : narrowFirst;
}

/**
 * Writes what each home is to hold of a record next, knowing what they hold now. Answers where
 * something was written.
 */
export function facetWriter({ stores, writers, now, moving }: FacetWriterParts) {
  const homeOrder = heldHomes(stores);

  const put = async (ref: Ref, home: Home, next: NextFacets): Promise<Told> => {
    const { held, facets, now: at, moments } = next;
    const left = held[home] ? [] : ((await moving?.leavingsOf(home, ref)) ?? []);
    const edit = { ref, home, facets, now: at, writer: writers[home] ?? '', left };
    const body = (current: Body | undefined) =>
      bodyWith(current, { ...edit, seen: moments[home] ?? [] });
    return (await stores[home]?.write(ref, body)) ?? ok(null);
  };

  /** Who may know more keeps nothing to hide from it: there, what it said stays among its past. */
  const leave = async (ref: Ref, home: Home, next: NextFacets): Promise<Told> => {
    const isKnownWider = homeOrder.some(
      (other) => isNarrowerHome(home, other) && !isEmpty(next.facets[other]),
    );
    if (home !== 'device' && isKnownWider) return put(ref, home, next);
    const told = moving ? await moving.beforeLeaving(home, ref) : ok(null);
    return told.ok ? ((await stores[home]?.leave(ref)) ?? ok(null)) : told;
  };

  return async (
    ref: Ref,
    record: AnyRecord,
    held: Bodies,
  ): Promise<Result<Home[], WriteFailure>> => {
    const facets = splitFacets(ref.type, record as unknown as JsonObject, homeOrder);
    const at = now();
    const next = { held, facets, now: at, moments: momentsOf(homeOrder, held, at) };
    const touched: Home[] = [];
    for (const home of inOrderOfMove(homeOrder, held, facets)) {
      if (isEmpty(facets[home]) && !held[home]) continue;
      const act = isEmpty(facets[home]) ? leave : put;
      const written = await act(ref, home, next);
      if (!written.ok) return written;
      touched.push(home);
    }
    return ok(touched);
  };
}
