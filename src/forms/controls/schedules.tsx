import type { Json } from '#base/json.ts';
import type { Schedule } from '#domain/schedule/schedule.ts';
import { wallAt } from '#domain/time/wall-clock.ts';
import { useLocale } from '#i18n/shown-locale.ts';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { Calendar } from '#ui/icons.ts';
import { TextField } from '#ui/text-field.tsx';
import type { ControlProps } from '../control-props.ts';
import { dayNamedIn } from '../day-named-in.ts';
import { messageAt, messageWithin } from '../issues.ts';
import { asObject, asText, asTexts } from '../read-json.ts';
import { RowList } from '../row-list.tsx';
import { onlyWords, patternOf, withPattern } from '../schedule-pattern.ts';
import { useIssueWords } from '../use-issue-words.ts';
import { type PartsInput, rowsOf, useParts } from '../use-parts.ts';
import styles from './controls.module.css';
import { ScheduleParts } from './schedule-parts.tsx';

const most = 20;

/** Said in words first; days and hours are added to the words and never take their place. */
export function Schedules(props: ControlProps) {
  const t = useWords('fields');
  const say = useIssueWords();
  const { rows, add, remove } = rowsOf(props);
  const label = t(rows.length === 0 ? 'schedule.addTime' : 'schedule.addAnother');
  const addOne = () => add({ id: props.context.newId() });
  return (
    <RowList
      id={props.id}
      legend={props.label}
      hint={props.hint}
      error={say(messageAt(props.issues, ''))}
      keys={rows.map(({ id, value }) => asText(asObject(value)['id']) || id)}
      rowName={(i) => t('schedule.row', { n: i + 1 })}
      onRemove={remove}
      adders={rows.length < most ? [{ label, onAdd: addOne }] : []}
    >
      {(i) => {
        const row = rows[i];
        return row && <ScheduleRow row={row} now={props.context.now} />;
      }}
    </RowList>
  );
}

function ScheduleRow({ row, now }: { readonly row: PartsInput; readonly now: () => number }) {
  const t = useWords('fields');
  const say = useIssueWords();
  const { lang } = useLocale();
  const parts = useParts(row);
  const schedule = scheduleIn(row.value);
  const put = (next: Schedule) => row.onChange(next as unknown as Json);
  const today = () => wallAt(new Date(now())).day;
  const words = parts.text('words');
  // A row with neither words nor days is refused at its first day: here it is the words that lack.
  const error =
    words.error ?? (patternOf(schedule) ? undefined : say(messageWithin(row.issues, '')));
  return (
    <div className={styles['parts']}>
      <TextField
        label={t('schedule.words')}
        hint={t('schedule.wordsHint')}
        {...words}
        error={error}
      />
      {patternOf(schedule) === undefined ? (
        <div>
          <Button
            look="plain"
            size="small"
            icon={Calendar}
            onClick={() =>
              put(withPattern(schedule, 'weekly', dayNamedIn(words.value, today(), lang)))
            }
          >
            {t('schedule.structure')}
          </Button>
          <p className={styles['note']}>{t('schedule.structureHint')}</p>
        </div>
      ) : (
        <>
          <ScheduleParts
            id={row.id}
            schedule={schedule}
            issues={row.issues}
            onChange={put}
            today={today()}
          />
          <Button look="quiet" size="small" onClick={() => put(onlyWords(schedule))}>
            {t('schedule.unstructure')}
          </Button>
        </>
      )}
    </div>
  );
}

/** A stored draft may be anything; what is no schedule is an empty one. */
const scheduleIn = (value: Json | undefined): Schedule => {
  const { byDay, ...others } = asObject(value);
  const days = asTexts(byDay);
  return {
    ...(others as unknown as Schedule),
    ...(days.length > 0 ? { byDay: [...days] } : {}),
    id: asText(others['id']) || 'time',
  };
};
