import type { Schedule } from '#domain/schedule/schedule.ts';
import { wallAt } from '#domain/time/wall-clock.ts';
import { isOpen, occursOn } from '#formats/occurrences.ts';
import type { OccursAt } from '#search/when-filter.ts';

/** The when-filter of the finder: surely open now, or happening on the day of `at`. */
export const occursAt: OccursAt = (stored, when, at) => {
  const instant = new Date(at);
  // Rows are projected from records that were checked when they were opened.
  const schedules = stored as readonly Schedule[];
  return when === 'now' ? isOpen(schedules, instant) : occursOn(schedules, wallAt(instant).day);
};
