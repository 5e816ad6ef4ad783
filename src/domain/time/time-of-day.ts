import * as v from 'valibot';

/** `HH:MM` on the wall, 00:00–23:59. String order is time order. */
export type TimeOfDay = string;

export const timeOfDaySchema = v.pipe(
  v.string('not-a-time'),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-time'),
);

export const minutesOf = (time: TimeOfDay): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
