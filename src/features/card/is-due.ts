import type { ThingRow } from '#domain/record/thing-row.ts';
import { wallAt } from '#domain/time/wall-clock.ts';

/** Its review day has come. `now` in milliseconds since 1970. */
export const isDue = ({ reviewDueOn }: ThingRow, now: number): boolean =>
  reviewDueOn !== undefined && reviewDueOn <= wallAt(new Date(now)).day;

/** "Still true" is what one came for; else the next good thing is to connect it. */
export const asksStillTrue = (row: ThingRow, now: number): boolean =>
  row.status === 'unconfirmed' || row.type === 'person' || isDue(row, now);
