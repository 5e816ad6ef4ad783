import * as v from 'valibot';
import type { Json } from '#base/json.ts';
import type { ShareLevel } from '../sharing/level.ts';

/** How two versions of a field are joined; sealed with the field, never changed later. */
export type MergeKind = 'scalar' | 'set' | 'counter' | 'entries' | 'restrictive' | 'ceiling';

/** UK GDPR class: named = personal when it points to one living person. */
export type PersonalData = 'none' | 'personal' | 'named' | 'special' | 'child';

/** The part of a card or form a field belongs to, in the order shown. */
export const sections = ['what', 'when', 'where', 'welcome', 'people', 'contact', 'more'] as const;
export type Section = (typeof sections)[number];

/** Which control of the generated form edits it; `none` = set by commands, not by hand. */
export type Control =
  | 'line'
  | 'text'
  | 'choice'
  | 'choices'
  | 'words'
  | 'flag'
  | 'number'
  | 'pence'
  | 'date'
  | 'asset-type'
  | 'location'
  | 'address'
  | 'schedules'
  | 'access'
  | 'contact'
  | 'ages'
  | 'languages'
  | 'refs'
  | 'ref'
  | 'gifts'
  | 'wishes'
  | 'rows'
  | 'photos'
  | 'capacity'
  | 'introductions'
  | 'notice'
  | 'years'
  | 'language'
  | 'none';

export interface FieldInfo {
  readonly merge: MergeKind;
  readonly personal: PersonalData;
  /** The widest level this field may ever reach; the record's own level may be narrower. */
  readonly share: ShareLevel;
  readonly section: Section;
  readonly control: Control;
  /** Values to choose from, for choice and choices; labels are `fields.<key>.<option>`. */
  readonly options?: readonly string[];
}

export interface Field<S extends v.GenericSchema = v.GenericSchema, R extends boolean = boolean>
  extends FieldInfo {
  readonly schema: S;
  readonly required: R;
}

export type Fields = Readonly<Record<string, Field>>;

const usual = {
  merge: 'scalar',
  personal: 'none',
  share: 'public',
  section: 'more',
  control: 'none',
} as const satisfies FieldInfo;

export const optional = <S extends v.GenericSchema>(
  schema: S,
  info: Partial<FieldInfo> = {},
): Field<S, false> => ({ ...usual, ...info, schema, required: false });

export const required = <S extends v.GenericSchema>(
  schema: S,
  info: Partial<FieldInfo> = {},
): Field<S, true> => ({ ...usual, ...info, schema, required: true });

/** Whether this may stand in the field's list: the key of a removed element does not always tell all. */
export const canHold = (field: Field | undefined, element: Json): boolean =>
  field !== undefined && v.is(field.schema, [element]);

type Output<F> = F extends Field<infer S, boolean> ? v.InferOutput<S> : never;

export type ValuesOf<F extends Fields> = {
  [K in keyof F as F[K]['required'] extends true ? K : never]: Output<F[K]>;
} & {
  [K in keyof F as F[K]['required'] extends true ? never : K]?: Output<F[K]>;
};
