import type { ReactNode } from 'react';
import type { Json, JsonObject } from '#base/json.ts';
import { type Location, pointOf } from '#domain/place/location.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import { catalogueKey } from '#domain/taxonomy/types.ts';
import { useWords } from '#i18n/use-words.ts';
import { asObject, asText } from '../read-json.ts';
import { howToRead } from './readers.ts';
import { type ThingName, useSaying } from './saying.ts';

interface ValueWordsInput {
  readonly record: AnyRecord;
  readonly now: number;
  readonly thingOf: (id: string) => ThingName | undefined;
}

/** One value of a field as lines to read, in the words of the card; there is always a line. */
export type ValueWords = (field: string, value: Json) => readonly ReactNode[];

/** Tells what a field of this record said, or might say: `null` is an empty one. */
export function useValueWords({ record, now, thingOf }: ValueWordsInput): ValueWords {
  const t = useWords('fields');
  const kinds = useWords('kinds');
  const taxonomy = useWords('taxonomy');
  const values = record as unknown as JsonObject;
  const saying = useSaying({ type: record.type, record: values, now, thingOf });
  const fields = kindOf(record.type)?.fields ?? {};

  const plain = (field: string, value: Json): string | undefined => {
    if (field === 'status') return kinds.find(`status.${asText(value)}.label`);
    if (field === 'pricePence' && typeof value === 'number') return saying.pounds(value);
    if (field === 'assetType') return taxonomy.find(`types.${catalogueKey(asText(value))}.label`);
    return undefined;
  };
  const read = (field: string, value: Json): readonly ReactNode[] => {
    const control = fields[field]?.control ?? 'none';
    const then = { ...saying, record: { ...values, [field]: value } };
    return howToRead(field, control)?.read(value, then, field) ?? [];
  };
  const place = (value: Json): readonly ReactNode[] => {
    const { precision } = asObject(value);
    const said = kinds.find(`precision.${asText(precision)}.label`);
    const isSpot = pointOf(value as unknown as Location) !== undefined;
    return [isSpot ? t('facts.spot') : undefined, said].filter((each) => each);
  };

  return (field, value) => {
    if (value === null) return [t('facts.leftEmpty')];
    const simple = plain(field, value);
    if (simple) return [simple];
    const more = field === 'location' ? place(value) : [];
    const all = [...read(field, value), ...more];
    if (all.length > 0) return all;
    return [typeof value === 'string' ? value : t('facts.keptAsItCame')];
  };
}
