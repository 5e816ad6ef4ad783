import * as v from 'valibot';
import type { JsonObject } from '#base/json.ts';
import type { Precision } from '../place/location.ts';
import type { ShareLevel } from '../sharing/level.ts';
import { baseFields } from './base-fields.ts';
import type { Fields, ValuesOf } from './field.ts';
import { idSchema, type RecordType } from './values.ts';

/** Turns the values of version n into those of n + 1; the array index is n - 1. */
export type Migration = (values: JsonObject) => JsonObject;

export interface Kind<T extends RecordType = RecordType, F extends Fields = Fields> {
  readonly type: T;
  readonly version: number;
  /** The field a person knows the thing by. */
  readonly nameField: string;
  readonly fields: F;
  readonly defaults: { readonly share: ShareLevel; readonly precision: Precision };
  /** Days after which a fact wants asking again; undefined = it does not age. */
  readonly reviewDays?: number;
  readonly migrations: readonly Migration[];
  readonly schema: v.GenericSchema<unknown, RecordOf<T, F>>;
}

export type BaseValues = ValuesOf<typeof baseFields>;
export type RecordOf<T extends RecordType, F extends Fields> = {
  readonly id: string;
  readonly type: T;
} & BaseValues &
  ValuesOf<F>;

interface KindInput<T extends RecordType, F extends Fields> {
  readonly type: T;
  readonly version?: number;
  readonly nameField: keyof F & string;
  readonly fields: F;
  readonly share: ShareLevel;
  readonly precision?: Precision;
  readonly reviewDays?: number;
  readonly migrations?: readonly Migration[];
  /** Rules between fields: issues name the field they stand beside. */
  readonly checks?: readonly CrossCheck[];
}

export interface CrossCheck {
  readonly field: string;
  readonly message: string;
  readonly holds: (values: JsonObject) => boolean;
}

const entriesOf = (fields: Fields): v.ObjectEntries =>
  Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [
      key,
      field.required ? field.schema : v.exactOptional(field.schema),
    ]),
  );

const crossChecks = (checks: readonly CrossCheck[]) =>
  v.rawCheck<JsonObject>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const check of checks) {
      if (check.holds(dataset.value)) continue;
      addIssue({
        message: check.message,
        path: [
          { type: 'object', origin: 'value', input: dataset.value, key: check.field, value: null },
        ],
      });
    }
  });

/** Everything about a record kind in one value: schema, defaults, merge, sharing, form, version. */
export function defineKind<T extends RecordType, F extends Fields>(
  input: KindInput<T, F>,
): Kind<T, F> {
  const all = { ...baseFields, ...input.fields };
  const object = v.object({ id: idSchema, type: v.literal(input.type), ...entriesOf(all) });
  const schema = v.pipe(object, crossChecks(input.checks ?? []) as never);
  return {
    type: input.type,
    version: input.version ?? 1,
    nameField: input.nameField,
    fields: all as unknown as F,
    defaults: { share: input.share, precision: input.precision ?? 'exact' },
    ...(input.reviewDays ? { reviewDays: input.reviewDays } : {}),
    migrations: input.migrations ?? [],
    schema: schema as unknown as v.GenericSchema<unknown, RecordOf<T, F>>,
  };
}
