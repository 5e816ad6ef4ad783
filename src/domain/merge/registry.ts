import type { JsonObject } from '#base/json.ts';
import type { MergeKind } from '../record/field.ts';
import { type CeilingField, ceiling } from './ceiling.ts';
import { type CounterField, counter } from './counter.ts';
import { type EntriesField, entries } from './entries.ts';
import { own } from './keyed.ts';
import { type RestrictiveField, restrictive } from './restrictive.ts';
import type { MergeRule } from './rule.ts';
import { type ScalarField, scalar } from './scalar.ts';
import { type SetField, set } from './set.ts';

export type KnownField =
  | ScalarField
  | SetField
  | CounterField
  | EntriesField
  | RestrictiveField
  | CeilingField;

/** A field of a later app: carried along whole, never looked into. */
export type UnknownField = JsonObject & { readonly m: string };

export type Merged = KnownField | UnknownField;

const rules: { readonly [M in MergeKind]: MergeRule<Extract<KnownField, { readonly m: M }>> } = {
  scalar,
  set,
  counter,
  entries,
  restrictive,
  ceiling,
};

/** The place of a kind is its sealed code: only ever add at the end. */
export const kindCodes: readonly string[] = [
  'scalar',
  'set',
  'counter',
  'entries',
  'restrictive',
  'ceiling',
];

/** `undefined` for a kind this app does not know. A rule is only ever given fields of its kind. */
export const ruleOf = (kind: string): MergeRule<Merged> | undefined =>
  own<MergeRule<Merged>>(rules, kind);

export const isKind = <M extends MergeKind>(
  field: Merged | undefined,
  kind: M,
): field is Extract<KnownField, { readonly m: M }> => field?.m === kind;
