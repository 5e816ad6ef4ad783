import * as v from 'valibot';

/** Degrees × 1e6, whole numbers: about 10 cm, and half the letters of a decimal fraction. */
const micro = (most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(-most), v.maxValue(most));
const lon = micro(180_000_000);
const lat = micro(90_000_000);
const words = v.pipe(v.string(), v.maxLength(120));

/** Names by language: `''` is the local one, then `cy`, `en` and whatever else the map knows. */
const names = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/)), words),
  v.check((told) => (told[''] ?? '') !== '', 'no name'),
);

/** One street of one name: ways of the same name that touch or nearly do. */
const street = v.object({
  names,
  /** A point on the street, near its middle. */
  at: v.tuple([lon, lat]),
  /** West, south, east, north. */
  box: v.tuple([lon, lat, lon, lat]),
});

/** The houses of one street that share a postcode. */
const group = v.object({
  /** Place in `streets`; absent where the address names a place and no street. */
  street: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  /** What stands in the street's stead (`addr:place`). */
  place: v.optional(words),
  postcode: v.optional(v.pipe(v.string(), v.maxLength(10))),
  homes: v.array(v.tuple([v.pipe(v.string(), v.minLength(1), v.maxLength(40)), lon, lat])),
});

export const placesSchema = v.pipe(
  v.object({
    v: v.literal(1),
    streets: v.pipe(v.array(street), v.maxLength(20_000)),
    groups: v.pipe(v.array(group), v.maxLength(100_000)),
    /** Where a postcode is: from Code-Point Open where it was given, else the middle of its homes. */
    postcodes: v.pipe(
      v.array(v.tuple([v.pipe(v.string(), v.maxLength(10)), lon, lat])),
      v.maxLength(100_000),
    ),
  }),
  v.check(
    ({ streets, groups }) => groups.every(({ street: n }) => n === undefined || n < streets.length),
    'a street that is not there',
  ),
);

export type Places = v.InferOutput<typeof placesSchema>;
export type Street = Places['streets'][number];
export type HomeGroup = Places['groups'][number];
