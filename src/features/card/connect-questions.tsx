import { useEffect } from 'react';
import type { ThingRow as Line } from '#domain/record/thing-row.ts';
import { type AssetKind, assetKinds } from '#domain/taxonomy/kinds.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Thing } from '#services/use-thing.ts';
import { Button } from '#ui/button.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { Stack } from '#ui/page.tsx';
import { RadioRows } from '#ui/radio-rows.tsx';
import { ThingRow } from './thing-row.tsx';
import { ThingSearch } from './thing-search.tsx';
import { isTied, keyOf, type TieChoice, tieChoices } from './tie-choices.ts';

const allButPeople: readonly AssetKind[] = assetKinds.filter((kind) => kind !== 'people');

interface OtherProps {
  readonly row: Line;
  readonly other: Line | undefined;
  readonly onChoose: (row: Line | undefined) => void;
}

export function Other({ row, other, onChoose }: OtherProps) {
  const t = useWords('card');
  const { lon, lat } = row;
  const near = lon === undefined || lat === undefined ? undefined : { lon, lat };
  return (
    <FormGroup legend={t('connect.question')}>
      {other ? (
        <Stack>
          <ThingRow row={other} />
          <div>
            <Button look="quiet" size="small" onClick={() => onChoose(undefined)}>
              {t('pick.another')}
            </Button>
          </div>
        </Stack>
      ) : (
        <ThingSearch
          label={t('pick.search')}
          kinds={allButPeople}
          near={near}
          fits={({ id, type }) => id !== row.id && type !== 'person'}
          onPick={onChoose}
        />
      )}
    </FormGroup>
  );
}

const howId = 'card-connect-how';

interface HowProps {
  readonly row: Line;
  readonly ties: Thing['ties'];
  readonly other: Line;
  readonly choice: TieChoice | undefined;
  readonly onChoose: (choice: TieChoice) => void;
}

export function How({ row, ties, other, choice, onChoose }: HowProps) {
  const t = useWords('card');
  const kinds = useWords('kinds');
  const choices = tieChoices(row.type, other.type);
  const sentence = ({ rel, outward }: TieChoice) =>
    t('connect.sentence', {
      from: row.name,
      relation: kinds(`relations.${rel}.${outward ? 'out' : 'in'}`),
      to: other.name,
    });
  // The list that was pressed is gone: the next question takes the focus.
  useEffect(() => document.getElementById(howId)?.focus(), []);
  return (
    <RadioRows
      id={howId}
      legend={t('connect.how')}
      value={choice && keyOf(choice)}
      onChoose={(key) => {
        const chosen = choices.find((each) => keyOf(each) === key);
        if (chosen) onChoose(chosen);
      }}
      choices={choices.map((each) => ({
        value: keyOf(each),
        label: sentence(each),
        shutBecause: isTied(ties, other.id, each) ? t('connect.already') : undefined,
      }))}
    />
  );
}
