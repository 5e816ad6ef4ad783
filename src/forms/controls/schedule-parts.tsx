import * as v from 'valibot';
import type { FieldIssue } from '#domain/record/record.ts';
import { type Schedule, scheduleSchema } from '#domain/schedule/schedule.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { CheckRow } from '#ui/check-row.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { messageWithin } from '../issues.ts';
import { type Pattern, patternOf, patterns, withPattern, withTimes } from '../schedule-pattern.ts';
import { scheduleSentence } from '../schedule-sentence.ts';
import { useIssueWords } from '../use-issue-words.ts';
import styles from './controls.module.css';
import { DayField } from './schedule-day-field.tsx';
import { ScheduleDays } from './schedule-days.tsx';

export interface SchedulePartsProps {
  readonly id: string;
  readonly schedule: Schedule;
  readonly issues: readonly FieldIssue[];
  readonly onChange: (schedule: Schedule) => void;
  readonly today: CalendarDate;
}

/** How often, which days, from when to when: and the sentence that all of it means. */
export function ScheduleParts(props: SchedulePartsProps) {
  const { id, schedule, issues, onChange, today } = props;
  const t = useWords('fields');
  const say = useIssueWords();
  const pattern = patternOf(schedule) ?? 'weekly';
  const { startTime = '', endTime = '' } = schedule;
  const at = (field: string) => ({
    id: `${id}.${field}`,
    error: say(messageWithin(issues, field)),
  });
  const setTime = (time: { startTime?: string; endTime?: string }) =>
    onChange(withTimes(schedule, { startTime, endTime, ...time }));
  return (
    <div className={styles['parts']}>
      <Select
        label={t('schedule.pattern')}
        {...at('freq')}
        value={pattern}
        onChoose={(chosen) => onChange(withPattern(schedule, chosen as Pattern, today))}
      >
        {patterns
          .filter((each) => each !== 'other' || pattern === 'other')
          .map((each) => (
            <option key={each} value={each}>
              {t(`schedule.patterns.${each}`)}
            </option>
          ))}
      </Select>
      <ScheduleDays {...props} pattern={pattern} />
      <div className={styles['pair']}>
        <TextField
          type="time"
          label={t('schedule.startTime')}
          {...at('startTime')}
          value={startTime}
          onText={(time) => setTime({ startTime: time })}
        />
        <TextField
          type="time"
          label={t('schedule.endTime')}
          {...at('endTime')}
          value={endTime}
          onText={(time) => setTime({ endTime: time })}
        />
      </div>
      <div className={styles['halves']}>
        <DayField
          schedule={schedule}
          field="startDate"
          label={t(pattern === 'once' ? 'schedule.onceDate' : 'schedule.startDate')}
          {...at('startDate')}
          onChange={onChange}
        />
        {pattern !== 'once' && (
          <DayField
            schedule={schedule}
            field="until"
            label={t('schedule.until')}
            {...at('until')}
            onChange={onChange}
          />
        )}
      </div>
      <ScheduleFlags {...props} />
      <Meaning schedule={schedule} />
    </div>
  );
}

function ScheduleFlags({ schedule, onChange }: SchedulePartsProps) {
  const t = useWords('fields');
  return (
    <div>
      {(['termTimeOnly', 'exceptBankHolidays'] as const).map((flag) => (
        <CheckRow
          key={flag}
          label={t(`schedule.${flag}`)}
          checked={schedule[flag] === true}
          onCheck={(on) => {
            const { [flag]: _before, ...others } = schedule;
            onChange(on ? { ...others, [flag]: true } : others);
          }}
        />
      ))}
    </div>
  );
}

function Meaning({ schedule }: { readonly schedule: Schedule }) {
  const t = useWords('fields');
  const formats = useFormats();
  const checked = v.safeParse(scheduleSchema, schedule);
  return (
    <div className={styles['means']} role="status">
      <span>{t('schedule.means')}</span>
      <span className={styles['sentence']}>
        {checked.success ? scheduleSentence(checked.output, t, formats) : t('schedule.unclear')}
      </span>
    </div>
  );
}
