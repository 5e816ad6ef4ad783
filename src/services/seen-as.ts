import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import { seenShelf } from '#catalogue/seen-shelf.ts';
import { asSeenIn } from '#domain/record/as-seen.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { ReadRecord } from './book.ts';
import { type ThingAround, thingOn } from './thing-on-shelf.ts';

/** What of a card reaches somebody of a circle. */
export interface SeenAs {
  /** Absent where the circle does not get the card at all. */
  readonly card?: ThingAround & { readonly read: ReadRecord };
  /** Fields that stay away from them. */
  readonly keptBack: readonly string[];
  /** Of the things it mentions, those that they can have a name for. */
  readonly mentioned: readonly ThingRow[];
  /** How many others of them this phone knows, and they do not. */
  readonly unnamed: number;
}

interface SeenAsParts {
  readonly catalogue: CatalogueDb;
  readonly read: (ref: Ref) => Promise<AnyRecord | undefined>;
  readonly idsIn: (record: AnyRecord) => readonly string[];
}

const only = (ages: ReadRecord['ages'], fields: object): ReadRecord['ages'] =>
  Object.fromEntries(Object.entries(ages).filter(([field]) => Object.hasOwn(fields, field)));

/** The card that somebody of a circle gets of this thing, made as their own phone makes it. */
export async function seenAs(
  { record, ages, updatedAt }: ReadRecord,
  circle: Circle,
  { catalogue: db, read, idsIn }: SeenAsParts,
): Promise<SeenAs> {
  const { record: seen, keptBack } = asSeenIn(record, circle);
  if (!seen) return { keptBack, mentioned: [], unnamed: 0 };
  const ids = idsIn(seen);
  const shelf = seenShelf({ db, circle, read });
  const [around, rows, known] = await Promise.all([
    thingOn(shelf, seen.id),
    shelf.rows(ids),
    db.things.where('id').anyOf(ids).count(),
  ]);
  const mentioned = rows.filter((row) => row !== undefined);
  const rest = { keptBack, mentioned, unnamed: known - mentioned.length };
  if (around === 'missing') return rest;
  const whole = { record: seen, ages: only(ages, seen), updatedAt };
  return { card: { ...around, read: whole }, ...rest };
}
