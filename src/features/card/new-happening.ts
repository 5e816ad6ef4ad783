import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import { narrower, type ShareLevel } from '#domain/sharing/level.ts';
import { cleanValues } from '#forms/clean-values.ts';
import { asText } from '#forms/read-json.ts';

/** Where it happens: here, at another place, or not settled yet. Nothing is guessed. */
export type WhereIt = 'here' | 'elsewhere' | 'unsettled' | '';

export interface NewHappening {
  /** Made once, so that a second try after trouble writes the same record. */
  readonly id: string;
  readonly values: JsonObject;
  readonly organiserId: string;
  readonly where: WhereIt;
  readonly placeId: string;
}

/** The place a thing stands for: a group stands where it meets, if that is known. */
export const hereOf = (row: ThingRow, meetsAt: string | undefined): string | undefined =>
  row.type === 'group' ? meetsAt : row.id;

export const newHappening = (
  row: ThingRow,
  { id, scheduleId, hereId }: { id: string; scheduleId: string; hereId: string | undefined },
): JsonObject => ({
  id,
  values: { kind: 'activity', schedules: [{ id: scheduleId }] },
  organiserId: row.id,
  where: hereId ? 'here' : '',
  placeId: '',
});

export function readHappening(stored: Json, start: JsonObject): NewHappening {
  const held = isJsonObject(stored) ? stored : start;
  const { values, where } = held;
  const known = (['here', 'elsewhere', 'unsettled'] as const).find((each) => each === where);
  return {
    id: asText(held['id']),
    values: isJsonObject(values) ? values : {},
    organiserId: asText(held['organiserId']),
    where: known ?? '',
    placeId: asText(held['placeId']),
  };
}

interface Ends {
  readonly organiser: ThingRow;
  readonly hereId: string | undefined;
  /** The levels of everything it points at: it is never seen by more people than those. */
  readonly levels: readonly ShareLevel[];
}

export function happeningValues(happening: NewHappening, ends: Ends): JsonObject {
  const { where, placeId, values } = happening;
  const place = where === 'here' ? ends.hereId : where === 'elsewhere' ? placeId : '';
  const { type, id } = ends.organiser;
  return {
    ...cleanValues('activity', values),
    organiser: { type, id },
    ...(place ? { placeId: place } : {}),
    ...(where === 'unsettled' ? { placeToBeConfirmed: true } : {}),
    share: ends.levels.reduce(narrower, 'public'),
  };
}
