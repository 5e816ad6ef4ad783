import type * as v from 'valibot';
import type { Json } from '#base/json.ts';
import type { Stamp } from './stamp.ts';

/** What one edit brings: its stamp, and how strict a value is (restrictive fields only). */
export interface EditContext {
  readonly stamp: Stamp;
  readonly rank?: (value: Json) => number;
}

/** One thing that happened to a field; `null` = cleared or removed. */
export interface Change {
  readonly value: Json;
  /** Left out when it is not known or there was nothing. */
  readonly before?: Json;
  readonly stamp: Stamp;
}

/**
 * How one merge kind works. `F` is its field as it lies in a body; a join must be commutative,
 * associative and idempotent, and every edit is the join of a field and a delta.
 */
export interface MergeRule<F> {
  /** The shape of the field; whether stamps lie in range and the form is normal is asked later. */
  readonly schema: v.GenericSchema;
  join(a: F, b: F): F;
  /** The plain value; `undefined` when there is none. */
  read(field: F): Json | undefined;
  /** What to join to the field so that it reads as wanted; `undefined` when nothing changes. */
  edit(field: F | undefined, wanted: Json | undefined, how: EditContext): F | undefined;
  /** Every stamp the field names. */
  stamps(field: F): readonly Stamp[];
  /** The stamp that made the present value. */
  since(field: F): Stamp | undefined;
  changes(field: F): readonly Change[];
  /** The field as a short row, each stamp as its place in the body's table. */
  pack(field: F, placeOf: (stamp: Stamp) => number): readonly Json[];
  /** Undoes `pack`; of a hostile row it makes something that `schema` refuses. */
  unpack(row: readonly unknown[], stampAt: (place: unknown) => unknown): object;
}
