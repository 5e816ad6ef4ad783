import { giftLevels, giftTerms } from '#domain/person/person.ts';
import { findGift, type GiftDimension, giftDimensions } from '#domain/taxonomy/gifts.ts';
import { useWords } from '#i18n/use-words.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageAt } from '../issues.ts';
import { asText, textOrNothing } from '../read-json.ts';
import { RowList } from '../row-list.tsx';
import { useIssueWords } from '../use-issue-words.ts';
import { type PartsInput, rowsOf, useParts } from '../use-parts.ts';
import styles from './controls.module.css';
import { GiftTypeChoice } from './gift-type.tsx';

const most = 30;

/** I know, I can, I care about: their words first, all else afterwards or never. */
export function Gifts(props: ControlProps) {
  const t = useWords('fields');
  const say = useIssueWords();
  const { rows, add, remove } = rowsOf(props);
  const adders = giftDimensions.map((dimension) => ({
    label: t(`gifts.dimensions.${dimension}`),
    onAdd: () => add({ id: props.context.newId(), dimension }),
  }));
  return (
    <RowList
      id={props.id}
      legend={props.label}
      hint={props.hint}
      error={say(messageAt(props.issues, ''))}
      keys={rows.map(({ id }) => id)}
      rowName={(i) => t('gifts.row', { n: i + 1 })}
      onRemove={remove}
      adders={rows.length < most ? adders : []}
    >
      {(i) => {
        const row = rows[i];
        return row && <GiftParts {...row} />;
      }}
    </RowList>
  );
}

function GiftParts(input: PartsInput) {
  const t = useWords('fields');
  const parts = useParts(input);
  const giftType = asText(parts.object['giftType']);
  const dimension = dimensionOf(asText(parts.object['dimension']), giftType);
  return (
    <div className={styles['parts']}>
      <TextField label={t(`gifts.words.${dimension}`)} {...parts.text('words')} />
      <GiftTypeChoice
        label={t('gifts.type')}
        {...parts.at('giftType')}
        dimension={dimension}
        value={giftType}
        onChange={(chosen) => parts.set('giftType', chosen)}
      />
      <div className={styles['halves']}>
        <Select
          label={t('gifts.level')}
          {...parts.at('level')}
          value={asText(parts.object['level'])}
          onChoose={(level) => parts.set('level', textOrNothing(level))}
        >
          <option value="">{t('form.notSaid')}</option>
          {giftLevels.map((level) => (
            <option key={level} value={level}>
              {t(`gifts.levels.${level}`)}
            </option>
          ))}
        </Select>
        <Select
          label={t('gifts.terms')}
          {...parts.at('terms')}
          value={asText(parts.object['terms'])}
          onChoose={(terms) => parts.set('terms', textOrNothing(terms))}
        >
          <option value="">{t('form.notSaid')}</option>
          {giftTerms.map((terms) => (
            <option key={terms} value={terms}>
              {t(`gifts.termsOf.${terms}`)}
            </option>
          ))}
        </Select>
      </div>
    </div>
  );
}

const dimensionOf = (said: string, giftType: string): GiftDimension =>
  giftDimensions.find((each) => each === said) ?? findGift(giftType)?.dimension ?? 'hand';
