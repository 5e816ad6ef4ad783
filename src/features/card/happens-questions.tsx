import type { ThingRow as Line } from '#domain/record/thing-row.ts';
import { useWords } from '#i18n/use-words.ts';
import { useRows } from '#services/use-rows.ts';
import { Stack } from '#ui/page.tsx';
import { RadioRows } from '#ui/radio-rows.tsx';
import styles from './card.module.css';
import type { NewHappening, WhereIt } from './new-happening.ts';
import { ThingRow } from './thing-row.tsx';
import { ThingSearch } from './thing-search.tsx';
import { isVenue } from './where-they-meet.tsx';

interface QuestionProps {
  readonly row: Line;
  readonly happening: NewHappening;
  readonly error: string | undefined;
  readonly onChange: (part: Partial<NewHappening>) => void;
}

interface WhereProps extends QuestionProps {
  readonly hereId: string | undefined;
}

const pointOf = ({ lon, lat }: Line) =>
  lon === undefined || lat === undefined ? undefined : { lon, lat };

export function WhereItHappens({ row, hereId, happening, error, onChange }: WhereProps) {
  const t = useWords('card');
  const [here, chosen] = useRows([hereId ?? '', happening.placeId]);
  const choices: { value: Exclude<WhereIt, ''>; label: string }[] = [
    ...(here ? [{ value: 'here' as const, label: t('happen.here', { name: here.name }) }] : []),
    { value: 'elsewhere', label: t('happen.elsewhere') },
    { value: 'unsettled', label: t('happen.unsettled') },
  ];
  return (
    <Stack>
      <RadioRows
        legend={t('happen.where')}
        error={error}
        choices={choices}
        value={happening.where || undefined}
        onChoose={(where) => onChange({ where })}
      />
      {happening.where === 'elsewhere' && chosen && <ThingRow row={chosen} />}
      {happening.where === 'elsewhere' && (
        <ThingSearch
          label={t('happen.whereSearch')}
          kinds={['places', 'organisations', 'exchange']}
          near={pointOf(row)}
          fits={isVenue}
          onPick={({ id }) => onChange({ placeId: id })}
        />
      )}
    </Stack>
  );
}

const organisers = ['group', 'organisation', 'exchange'];

/** At a place it is often someone else who makes it happen. */
export function WhoMakesIt({ row, happening, error, onChange }: QuestionProps) {
  const t = useWords('card');
  const { organiserId } = happening;
  const isElse = organiserId !== row.id;
  const [chosen] = useRows(organiserId ? [organiserId] : []);
  if (row.type !== 'place') return null;
  return (
    <Stack>
      <RadioRows
        legend={t('happen.who')}
        error={error}
        choices={[
          { value: 'own', label: row.name },
          { value: 'else', label: t('happen.whoElse') },
        ]}
        value={isElse ? 'else' : 'own'}
        onChoose={(who) => onChange({ organiserId: who === 'own' ? row.id : '' })}
      />
      {isElse && chosen && <ThingRow row={chosen} />}
      {isElse && (
        <div className={styles['part']}>
          <ThingSearch
            label={t('happen.whoSearch')}
            kinds={['groups', 'organisations', 'exchange']}
            near={pointOf(row)}
            fits={({ type }) => organisers.includes(type)}
            onPick={({ id }) => onChange({ organiserId: id })}
          />
        </div>
      )}
    </Stack>
  );
}
