import { wordsOf } from '#base/fold.ts';
import type { JsonObject } from '#base/json.ts';
import type { RecordType } from '#domain/record/values.ts';
import type { TableField } from './csv-fields.ts';
import type { RowCells } from './csv-place.ts';

/** A thing by the name that others know it by. */
export interface HeldThing {
  readonly id: string;
  readonly type: RecordType;
  readonly name: string;
}

/** Things by their folded names; those called the same stand beside each other. */
export type Named = ReadonlyMap<string, readonly HeldThing[]>;

/** A name as it is compared: letters and digits alone, accents and case left off. */
export const plainName = (name: string): string => wordsOf(name).join('');

const holders: readonly RecordType[] = ['place', 'group', 'organisation', 'exchange'];

/** People are found by no list, and what happens runs nothing. */
export const mayHold = (type: RecordType): boolean => holders.includes(type);

export function addNamed(named: Map<string, HeldThing[]>, thing: HeldThing): void {
  const name = mayHold(thing.type) ? plainName(thing.name) : '';
  if (name) named.set(name, [...(named.get(name) ?? []), thing]);
}

/** What a row that happens is told by: its own list first, then what the book holds. */
export interface NamedAround {
  readonly named: Named;
  readonly heldNamed: Named;
}

type Found = HeldThing | 'none' | 'several';

function foundBy(said: string | undefined, { named, heldNamed }: NamedAround): Found {
  const name = plainName(said ?? '');
  const [only, ...others] = named.get(name) ?? heldNamed.get(name) ?? [];
  if (!only) return 'none';
  return others.length > 0 ? 'several' : only;
}

interface HeldBy {
  readonly values: JsonObject;
  readonly unread: readonly TableField[];
}

/** What an activity needs besides its words: who holds it, when, and where if that is known. */
export function heldBy(
  cells: RowCells,
  values: JsonObject,
  around: NamedAround,
): HeldBy | 'no-organiser' | 'unsure-organiser' | 'no-time' {
  const organiser = foundBy(cells.organiser, around);
  if (organiser === 'none') return 'no-organiser';
  if (organiser === 'several') return 'unsure-organiser';
  const kind = cells.kind?.toLowerCase() === 'service' ? 'service' : 'activity';
  if (kind !== 'service' && values['schedules'] === undefined) return 'no-time';
  const venue = cells.venue === undefined ? organiser : foundBy(cells.venue, around);
  const isPlace = typeof venue === 'object' && venue.type === 'place';
  return {
    values: {
      kind,
      organiser: { type: organiser.type, id: organiser.id },
      ...(isPlace ? { placeId: venue.id } : { placeToBeConfirmed: true }),
    },
    unread: cells.venue === undefined || isPlace ? [] : ['venue'],
  };
}
