import type { Json } from '#base/json.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { ThingRow as Line } from '#domain/record/thing-row.ts';
import { useFieldWords } from '#forms/field-words.ts';
import { asText } from '#forms/read-json.ts';
import { RefPicker } from './ref-picker.tsx';

/** Kinds of things one can meet in. */
const venues = ['places', 'organisations', 'exchange'] as const;
const venueTypes = ['place', 'organisation', 'exchange'];
export const isVenue = (row: Line): boolean => venueTypes.includes(row.type);

/** The fields of a kind that point at another card: they are found by search. */
export const refFields = (type: string): readonly string[] =>
  Object.entries(kindOf(type)?.fields ?? {})
    .filter(([, { control }]) => control === 'ref')
    .map(([name]) => name);

interface WhereTheyMeetProps {
  readonly row: Line;
  readonly field: string;
  readonly value: Json | undefined;
  readonly error?: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

export function WhereTheyMeet({ row, field, value, error, onChange }: WhereTheyMeetProps) {
  const words = useFieldWords(row.type);
  const { lon, lat } = row;
  return (
    <RefPicker
      legend={words.label(field)}
      hint={words.hint(field)}
      error={error}
      value={asText(value) || undefined}
      kinds={venues}
      near={lon === undefined || lat === undefined ? undefined : { lon, lat }}
      fits={(found) => isVenue(found) && found.id !== row.id}
      onChange={onChange}
    />
  );
}
