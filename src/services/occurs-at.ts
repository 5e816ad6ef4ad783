import type { Schedule } from '#domain/schedule/schedule.ts';
import { wallAt } from '#domain/time/wall-clock.ts';
import { occursOn, openness } from '#formats/occurrences.ts';
import type { OccursAt } from '#search/when-filter.ts';

/**
 * The when-filter of the finder: open now, or happening on the day of `at`. What bank holidays or
 * term dates decide passes too, for nobody is helped by a library that is missing from the list: the
 * row says "check first".
 */
export const occursAt: OccursAt = (stored, when, at) => {
  const instant = new Date(at);
  // Rows are projected from records that were checked when they were opened.
  const schedules = stored as readonly Schedule[];
  if (when === 'now') return ['open', 'check-first'].includes(openness(schedules, instant));
  return occursOn(schedules, wallAt(instant).day);
};
