import { useEffect, useState } from 'react';
import type { Schedule } from '#domain/schedule/schedule.ts';
import type { Occurrence } from '#formats/occurrences.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';

type Known = 'none' | Occurrence;

/** The library that reads rules is heavy: it comes when a row has any. */
async function firstOf(schedules: readonly unknown[], now: number): Promise<Known> {
  const { nextOccurrence } = await import('#formats/occurrences.ts');
  // Rows are projected from records that were checked when they were opened.
  return nextOccurrence(schedules as readonly Schedule[], new Date(now)) ?? 'none';
}

/** "Next: Tuesday 24 November, 10:00"; undefined while that is not known, or never will be. */
export function useNextTime(
  schedules: readonly unknown[] | undefined,
  now: number,
): string | undefined {
  const t = useWords('card');
  const formats = useFormats();
  const [next, setNext] = useState<Known>();
  const asked = JSON.stringify(schedules ?? []);
  const minute = Math.floor(now / 60_000) * 60_000;
  useEffect(() => {
    let current = true;
    const list = JSON.parse(asked) as readonly unknown[];
    if (list.length === 0) return undefined;
    void firstOf(list, minute).then((found) => {
      if (current) setNext(found);
    });
    return () => {
      current = false;
    };
  }, [asked, minute]);
  if (!next || next === 'none') return undefined;
  const day = formats.day(next.start);
  const when = next.allDay ? day : `${day}, ${formats.time(next.start)}`;
  if (next.start.getTime() <= now) return t(next.sure ? 'happens.now' : 'happens.nowUnsure');
  return t(next.sure ? 'happens.next' : 'happens.nextUnsure', { when });
}
