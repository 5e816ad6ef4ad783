import type { Json } from '#base/json.ts';
import type { Body } from './body.ts';
import { isOwnField } from './comeback.ts';
import { ruleOf } from './registry.ts';
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
    .filter(([field]) => isOwnField(field))
    .flatMap(([field, merged]) =>
      (ruleOf(merged.m)?.changes(merged) ?? []).map((change) => ({ field, ...change })),
    )
    .sort(
      (a, b) =>
        (a.stamp === b.stamp ? 0 : a.stamp < b.stamp ? 1 : -1) || (a.field < b.field ? -1 : 1),
    )
    .map(({ stamp, ...line }) => ({ ...line, at: stampTime(stamp), by: stampWriter(stamp) }));
