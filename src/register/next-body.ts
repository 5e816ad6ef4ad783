import type { Json, JsonObject } from '#base/json.ts';
import { type Body, emptyBody, stampsOf } from '#domain/merge/body.ts';
import { cameBackAfter } from '#domain/merge/comeback.ts';
import { changeBody, forgetHistory } from '#domain/merge/edit.ts';
import { readBody } from '#domain/merge/read.ts';
import { nextStamp, type Stamp } from '#domain/merge/stamp.ts';
import { fieldsToForget } from '#domain/place/confidential.ts';
import { isNarrowerHome } from '#domain/record/facets.ts';
import { kindOf } from '#domain/record/kinds.ts';
import { mergeRulesOf } from '#domain/record/merge-rules.ts';
import type { Ref } from '#domain/record/values.ts';
import { type Home, homes } from '#domain/sharing/level.ts';

export type AllFacets = Readonly<Record<Home, JsonObject>>;

export interface FacetEdit {
  readonly ref: Ref;
  readonly home: Home;
  /** What every home is to hold next. */
  readonly facets: AllFacets;
  readonly now: number;
  /** The name this phone writes under in this home. */
  readonly writer: string;
  /** Of the thing in its other homes: it has one time everywhere, so that moves have an order. */
  readonly seen?: readonly Stamp[];
  /** Notices of its leaving this home, which its writer knows. */
  readonly left?: readonly string[];
}

/** Which fields a facet should hold next; undefined where one has moved or was cleared. */
function wantedFields(type: string, body: Body | undefined, facet: JsonObject) {
  const held = Object.keys(body ? readBody(body).values : {});
  const known = held.filter((field) => kindOf(type)?.fields[field]);
  const cleared = Object.fromEntries(
    known.map((field): [string, Json | undefined] => [field, undefined]),
  );
  return { ...cleared, ...facet };
}

/** The body of one home with its facet written into it. A cleared field keeps its history. */
export function bodyWith(current: Body | undefined, edit: FacetEdit): Body {
  const { ref, home, facets, now, writer, seen = [], left = [] } = edit;
  const facet = facets[home];
  const version = kindOf(ref.type)?.version ?? 1;
  const held = current ?? emptyBody(ref.type, ref.id, version);
  // A newer app's leaf may have come since the record was read: it stays a newer record.
  const body = { ...held, sv: Math.max(held.sv, version) };
  const wanted = wantedFields(ref.type, current, facet);
  const stamp = nextStamp({ now, writer, last: undefined, seen: [...stampsOf(body), ...seen] });
  const changed = changeBody(
    cameBackAfter(body, left, stamp),
    wanted,
    mergeRulesOf(ref.type),
    stamp,
  );
  const gone = [...fieldsThatMoved(wanted, facets, home), ...forgotten(current, facet)];
  return gone.length > 0 ? forgetHistory(changed, gone, stamp) : changed;
}

/** A home forgets what may now be known in a narrower one only. */
const fieldsThatMoved = (wanted: object, facets: AllFacets, home: Home): readonly string[] =>
  Object.keys(wanted).filter(
    (field) =>
      !(field in facets[home]) &&
      homes.some((other) => isNarrowerHome(other, home) && field in facets[other]),
  );

const forgotten = (current: Body | undefined, facet: JsonObject): readonly string[] =>
  fieldsToForget(current ? readBody(current).values : {}, facet);
