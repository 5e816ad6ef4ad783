import type { JsonObject } from '#base/json.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import { type ShareLevel, shareRank } from '#domain/sharing/level.ts';
import { howToRead } from '#forms/facts/readers.ts';

export interface NarrowerPart {
  readonly level: Exclude<ShareLevel, 'public'>;
  readonly fields: readonly string[];
}

/** Whether cards have words for this field. */
export const isShownOnCards = (type: string, field: string): boolean => {
  const control = kindOf(type)?.fields[field]?.control;
  return control !== undefined && howToRead(field, control) !== undefined;
};

/** Which filled-in fields fewer people see than the record as a whole, narrowest last. */
export function narrowerParts(record: AnyRecord): readonly NarrowerPart[] {
  const fields = Object.entries(kindOf(record.type)?.fields ?? {});
  const values = record as unknown as JsonObject;
  return (['members', 'team', 'device'] as const)
    .filter((level) => shareRank(level) < shareRank(record.share))
    .map((level) => ({
      level,
      fields: fields
        .filter(
          ([name, { share, control }]) =>
            share === level && values[name] !== undefined && howToRead(name, control),
        )
        .map(([name]) => name),
    }))
    .filter(({ fields: hidden }) => hidden.length > 0);
}
