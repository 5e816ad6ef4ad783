import type { Json } from '#base/json.ts';
import type { Body } from './body.ts';
import { sameJson } from './canonical.ts';
import { own } from './keyed.ts';
import { isKind, ruleOf } from './registry.ts';
import { isEmpty, type Version } from './scalar.ts';
import { stampTime, stampWriter } from './stamp.ts';

export interface HistoryLine {
  readonly field: string;
  /** `null` = cleared or removed. */
  readonly value: Json;
  readonly before?: Json;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
}

/** What is still known of how the body came about, newest first. */
export const historyOf = (body: Body): readonly HistoryLine[] =>
  Object.entries(body.fields)
    .flatMap(([field, merged]) =>
      (ruleOf(merged.m)?.changes(merged) ?? []).map((change) => ({ field, ...change })),
    )
    .sort(
      (a, b) =>
        (a.stamp === b.stamp ? 0 : a.stamp < b.stamp ? 1 : -1) || (a.field < b.field ? -1 : 1),
    )
    .map(({ stamp, ...line }) => ({ ...line, at: stampTime(stamp), by: stampWriter(stamp) }));

export interface TextVersion {
  readonly value: Json;
  readonly at: number;
  readonly by: string;
}

const ASKED_WITHIN_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Texts that two people wrote within a week without sight of each other, the one that holds
 * first; none when there is nothing to ask. Any further edit settles it.
 */
export const twoVersions = (body: Body, name: string): readonly TextVersion[] => {
  const field = own(body.fields, name);
  if (!isKind(field, 'scalar')) return [];
  const rivals = (field.h ?? []).filter((loser) => isRival(loser, field));
  return rivals.length === 0 ? [] : [field, ...rivals].map(textVersion);
};

/** What came after the winner's base its writer cannot have seen. */
const isRival = (loser: Version, winner: Version): boolean =>
  stampWriter(loser.t) !== stampWriter(winner.t) &&
  (winner.b === undefined || loser.t > winner.b) &&
  stampTime(winner.t) - stampTime(loser.t) <= ASKED_WITHIN_MS &&
  !isEmpty(loser.v) &&
  !sameJson(loser.v, winner.v);

const textVersion = ({ v: value, t }: Version): TextVersion => ({
  value,
  at: stampTime(t),
  by: stampWriter(t),
});
