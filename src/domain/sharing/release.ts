import type { AnyRecord } from '../record/record.ts';

/** Who a release is for. `own-copy`: the member who holds this phone, for themselves. */
export type Audience = 'own-copy';

/** What is noted on this phone about a release: how much went to whom, nothing about anyone. */
export interface ReleaseLog {
  readonly audience: Audience;
  readonly given: number;
  readonly keptBack: number;
}

export interface Released {
  readonly records: readonly AnyRecord[];
  readonly log: ReleaseLog;
}

/** What of a record an audience may have; undefined keeps it back. */
type Rule = (record: AnyRecord) => AnyRecord | undefined;

/**
 * A member's own copy is all that their phone holds, marks of confidence included: it goes back
 * into a book, not to readers. Every other audience narrows precision, levels and fields here.
 */
const rules: Readonly<Record<Audience, Rule>> = {
  'own-copy': (record) => record,
};

/** The one door by which records leave the book. */
export function release(
  records: readonly AnyRecord[],
  { audience }: { readonly audience: Audience },
): Released {
  const given = records.map(rules[audience]).filter((record) => record !== undefined);
  const log = { audience, given: given.length, keptBack: records.length - given.length };
  return { records: given, log };
}

export const releaseWords = ({ audience, given, keptBack }: ReleaseLog): string =>
  `release ${audience}: ${given} given, ${keptBack} kept back`;
