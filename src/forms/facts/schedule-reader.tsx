import * as v from 'valibot';
import { isDated, type Schedule, scheduleSchema } from '#domain/schedule/schedule.ts';
import { nextOccurrence } from '#formats/occurrences.ts';
import { asList } from '../read-json.ts';
import { scheduleSentence } from '../schedule-sentence.ts';
import styles from './fact-list.module.css';
import type { Reader, Saying } from './saying.ts';

/** `Mo-Fr 08:00-18:00` came with map data: the sentence made from it says the same. */
const isMachineWritten = (words: string): boolean => /\d{1,2}:\d{2}-\d{1,2}:\d{2}/.test(words);

export const readSchedules: Reader = (value, saying) => {
  const schedules = asList(value).flatMap((item) => {
    const parsed = v.safeParse(scheduleSchema, item);
    return parsed.success ? [parsed.output] : [];
  });
  const lines = schedules.map((schedule) => <Line key={schedule.id} {...{ schedule, saying }} />);
  const next = nextWords(schedules, saying);
  return next === undefined ? lines : [...lines, next];
};

function Line({ schedule, saying }: { readonly schedule: Schedule; readonly saying: Saying }) {
  const sentence = scheduleSentence(schedule, saying.t, saying.formats);
  const { words } = schedule;
  const said = isDated(schedule) && words && !isMachineWritten(words) ? words : undefined;
  return (
    <>
      <strong>{sentence}</strong>
      {said && <q className={styles['said']}>{said}</q>}
    </>
  );
}

function nextWords(schedules: readonly Schedule[], saying: Saying): string | undefined {
  const { t, formats } = saying;
  if (!schedules.some(isDated)) return undefined;
  const now = new Date(saying.now);
  const next = nextOccurrence(schedules, now);
  if (!next) return t('schedule.next.none');
  if (next.start <= now) return t(next.sure ? 'schedule.next.now' : 'schedule.next.nowCheckFirst');
  const day = formats.day(next.start);
  const when = next.allDay ? day : `${day}, ${formats.time(next.start)}`;
  return t(next.sure ? 'schedule.next.at' : 'schedule.next.checkFirst', { when });
}
