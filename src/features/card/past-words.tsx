import type { ReactNode } from 'react';
import type { Json, JsonObject } from '#base/json.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import { catalogueKey } from '#domain/taxonomy/types.ts';
import { howToRead } from '#forms/facts/readers.ts';
import { type ThingName, useSaying } from '#forms/facts/saying.ts';
import { asObject, asText } from '#forms/read-json.ts';
import { useWords } from '#i18n/use-words.ts';
import type { PastValue } from './past-values.ts';
import { hasSpot } from './place-values.ts';

interface PastWordsInput {
  readonly record: AnyRecord;
  readonly now: number;
  readonly thingOf: (id: string) => ThingName | undefined;
}

type Tell = (past: PastValue) => readonly ReactNode[];

/** A value of the past in the words of the card. */
export function usePastWords({ record, now, thingOf }: PastWordsInput): Tell {
  const t = useWords('card');
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
    return [hasSpot(value) ? t('history.spot') : undefined, said].filter((each) => each);
  };

  const tellValue = ({ field, value, isPart }: PastValue): readonly ReactNode[] => {
    const simple = plain(field, value);
    if (simple) return [simple];
    const lines = read(field, isPart ? [value] : value);
    const more = field === 'location' ? place(value) : [];
    const all = [...lines, ...more];
    if (all.length > 0) return all;
    return [typeof value === 'string' ? value : t('history.kept')];
  };

  return (past) => {
    if (past.value === null) return [t(past.isPart ? 'history.takenOut' : 'history.empty')];
    const said = tellValue(past);
    return past.isTakenOut ? [t('history.takenOutNamed'), ...said] : said;
  };
}
