import { spaceCosts } from '#domain/place/place.ts';
import { useWords } from '#i18n/use-words.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { asText, asTexts, textOrNothing } from '../read-json.ts';
import { readDecimal, readPounds, readWhole, showNumber, showPounds } from '../typed-values.ts';
import { type PartsInput, useParts } from '../use-parts.ts';
import { useTypedText } from '../use-typed-text.ts';
import styles from './controls.module.css';
import { TypedNumber } from './typed-number.tsx';

export function SpaceParts(input: PartsInput) {
  const t = useWords('fields');
  const parts = useParts(input);
  const { object, set, at } = parts;
  const cost = asText(object['cost']);
  const number = (key: string) => ({
    ...at(key),
    value: object[key],
    onChange: (value: Parameters<typeof set>[1]) => set(key, value),
  });
  return (
    <div className={styles['parts']}>
      <TextField label={t('spaces.name')} {...parts.text('name')} />
      <div className={styles['pair']}>
        <TypedNumber
          label={t('spaces.capacity')}
          {...number('capacity')}
          read={readWhole}
          show={showNumber}
        />
        <TypedNumber
          label={t('spaces.areaM2')}
          {...number('areaM2')}
          read={readDecimal}
          show={showNumber}
          decimal
        />
      </div>
      <Equipment {...parts.under('equipment')} />
      <Select
        label={t('spaces.cost')}
        {...at('cost')}
        value={cost}
        onChoose={(chosen) => set('cost', textOrNothing(chosen))}
      >
        <option value="">{t('form.notSaid')}</option>
        {spaceCosts.map((each) => (
          <option key={each} value={each}>
            {t(`spaces.costs.${each}`)}
          </option>
        ))}
      </Select>
      {(cost === 'hourly' || object['pricePence'] !== undefined) && (
        <TypedNumber
          label={t('spaces.pricePence')}
          {...number('pricePence')}
          read={readPounds}
          show={showPounds}
          decimal
        />
      )}
      <TextField label={t('spaces.howToBook')} {...parts.text('howToBook')} />
    </div>
  );
}

const readEquipment = (text: string) => {
  const things = text.split(/[,;\n]/).map((thing) => thing.trim());
  return things.filter((thing) => thing !== '').join('\n');
};

/** One line with commas: a list within a row of a list is too much to handle on a phone. */
function Equipment({ id, value, onChange }: PartsInput) {
  const t = useWords('fields');
  const text = useTypedText({
    value: asTexts(value).join('\n'),
    onChange: (joined) => onChange(asText(joined) === '' ? undefined : asText(joined).split('\n')),
    read: readEquipment,
    show: (joined) => asText(joined).split('\n').join(', '),
  });
  return <TextField id={id} label={t('spaces.equipment')} {...text} />;
}
