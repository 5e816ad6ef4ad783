import * as v from 'valibot';
import { isJsonObject } from '#base/json.ts';

/** Values by a key that others choose: every access goes by own keys, `constructor` is a name too. */
export type Keyed<T> = Readonly<Record<string, T>>;

export const own = <T>(values: Keyed<T>, key: string): T | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined;

/** Keys sorted, so that what is built from them does not depend on who inserted first. */
export const sortedEntries = <T>(values: Keyed<T>): [string, T][] =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));

export const joinKeyed = <T>(a: Keyed<T>, b: Keyed<T>, join: (x: T, y: T) => T): Keyed<T> => {
  const joined = new Map(Object.entries(a));
  for (const [key, theirs] of Object.entries(b)) {
    const ours = joined.get(key);
    joined.set(key, ours === undefined ? theirs : join(ours, theirs));
  }
  return Object.fromEntries(joined);
};

/** valibot's `record` skips keys such as `constructor`; this one checks every own key. */
export const keyedSchema = <T>(
  fits: (key: string, value: unknown) => boolean,
): v.GenericSchema<Keyed<T>> =>
  v.custom<Keyed<T>>(
    (value) => isJsonObject(value) && Object.entries(value).every(([key, item]) => fits(key, item)),
  );
