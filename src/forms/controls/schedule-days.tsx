import { nthIn, weekdayIn } from '#domain/schedule/schedule.ts';
import { type Weekday, weekdays } from '#domain/time/calendar-date.ts';
import { useWords } from '#i18n/use-words.ts';
import { CheckChip } from '#ui/check-chip.tsx';
import { ChipStrip } from '#ui/chip.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { Select } from '#ui/select.tsx';
import { messageWithin } from '../issues.ts';
import { type Pattern, withNth, withWeekday } from '../schedule-pattern.ts';
import { useIssueWords } from '../use-issue-words.ts';
import styles from './controls.module.css';
import type { SchedulePartsProps } from './schedule-parts.tsx';

type Props = SchedulePartsProps & { readonly pattern: Pattern };

export function ScheduleDays(props: Props) {
  if (props.pattern === 'monthly-day') return <MonthDay {...props} />;
  return props.pattern === 'weekly' || props.pattern === 'every-other-week' ? (
    <WeekDays {...props} />
  ) : null;
}

function WeekDays({ id, schedule, issues, onChange }: Props) {
  const t = useWords('fields');
  const error = useIssueWords()(messageWithin(issues, 'byDay'));
  const chosen = schedule.byDay?.map(weekdayIn) ?? [];
  return (
    <FormGroup id={`${id}.byDay`} legend={t('schedule.days')} error={error}>
      <ChipStrip>
        {weekdays.map((day) => (
          <CheckChip
            key={day}
            label={t(`schedule.dayNames.${day}`)}
            checked={chosen.includes(day)}
            onCheck={(on) => onChange(withWeekday(schedule, day, on))}
          />
        ))}
      </ChipStrip>
    </FormGroup>
  );
}

const nths = ['1', '2', '3', '4', '-1'] as const;

function MonthDay({ id, schedule, issues, onChange }: Props) {
  const t = useWords('fields');
  const error = useIssueWords()(messageWithin(issues, 'byDay'));
  const code = schedule.byDay?.[0] ?? '1MO';
  const nth = nthIn(code);
  const day = weekdayIn(code);
  return (
    <div className={styles['pair']}>
      <Select
        id={`${id}.byDay`}
        label={t('schedule.nth')}
        error={error}
        value={String(nth)}
        onChoose={(chosen) => onChange(withNth(schedule, Number(chosen), day))}
      >
        {nths.map((each) => (
          <option key={each} value={each}>
            {t(`schedule.nths.${each}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t('schedule.weekday')}
        value={day}
        onChoose={(chosen) => onChange(withNth(schedule, nth, chosen as Weekday))}
      >
        {weekdays.map((each) => (
          <option key={each} value={each}>
            {t(`schedule.dayNames.${each}`)}
          </option>
        ))}
      </Select>
    </div>
  );
}
