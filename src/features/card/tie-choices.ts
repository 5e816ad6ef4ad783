import { type Relation, relations, relationsBetween } from '#domain/connection/connection.ts';
import type { RecordType } from '#domain/record/values.ts';
import type { Tie } from '#services/thing-on-shelf.ts';

export interface TieChoice {
  readonly rel: Relation;
  /** True where the card is the one the relation starts from. */
  readonly outward: boolean;
}

/** Everything that may join these two, told from the first; what goes both ways stands once. */
export function tieChoices(from: RecordType, to: RecordType): readonly TieChoice[] {
  const outward = relationsBetween(from, to).map((rel) => ({ rel, outward: true }));
  const inward = relationsBetween(to, from)
    .filter((rel) => relations[rel].directed)
    .map((rel) => ({ rel, outward: false }));
  return [...outward, ...inward].sort(
    (a, b) => Number(a.rel === 'could-connect') - Number(b.rel === 'could-connect'),
  );
}

export const keyOf = ({ rel, outward }: TieChoice): string => `${rel}:${outward ? 'out' : 'in'}`;

/** The same relation between the same two, in the same direction where it has one. */
export const isTied = (ties: readonly Tie[], otherId: string, choice: TieChoice): boolean =>
  ties.some(
    ({ other, rel, outward }) =>
      other.id === otherId &&
      rel === choice.rel &&
      (outward === choice.outward || !relations[rel].directed),
  );
