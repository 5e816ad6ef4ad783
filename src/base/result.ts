/**
 * An expected failure is a value, not an exception (exceptions are bugs).
 * `error.kind` is the key under which the catalogues hold the sentence a person reads.
 */
export type Result<T, E extends Failure = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export interface Failure<K extends string = string> {
  readonly kind: K;
  /** Values for the sentence: counts, names, sizes. Never a raw library message. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const fail = <K extends string>(
  kind: K,
  detail?: Readonly<Record<string, string | number>>,
): Result<never, Failure<K>> => ({ ok: false, error: detail ? { kind, detail } : { kind } });
