import type { Json } from '#base/json.ts';
import { type Precision, precisions } from '#domain/place/location.ts';
import { kindOf } from '#domain/record/kinds.ts';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { RadioRows } from '#ui/radio-rows.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageAt, messageWithin } from '../issues.ts';
import { asText, withPart } from '../read-json.ts';
import { useIssueWords } from '../use-issue-words.ts';
import { useParts } from '../use-parts.ts';
import styles from './controls.module.css';

/** The slot when the feature fills it, else words and how much the map may show. */
export function LocationControl(props: ControlProps) {
  const { id, label, hint, value, onChange } = props;
  const error = useIssueWords()(messageWithin(props.issues, ''));
  const Slot = props.context.LocationField;
  if (!Slot) return <PlainLocation {...props} />;
  return <Slot {...{ id, label, hint, error, value, onChange }} />;
}

const spotParts = ['geometry', 'labelPoint', 'accuracyM'];

function PlainLocation(props: ControlProps) {
  const t = useWords('fields');
  const kinds = useWords('kinds');
  const say = useIssueWords();
  const parts = useParts(props);
  const { object } = parts;
  const usual = kindOf(props.type)?.defaults.precision ?? 'street';
  const precision = (asText(object['precision']) || usual) as Precision;
  const hasSpot = spotParts.some((part) => part in object);
  const change = (key: string, part: Json | undefined) => {
    const capturedAt = new Date(props.context.now()).toISOString();
    props.onChange(withPart({ precision, capturedBy: 'typed', capturedAt, ...object }, key, part));
  };
  const clearSpot = () =>
    props.onChange(spotParts.reduce((kept, part) => withPart(kept, part, undefined), object));
  // Where a person lives is a street at most.
  const offered = precisions.filter((each) => props.type !== 'person' || each !== 'exact');
  return (
    <FormGroup
      id={props.id}
      legend={props.label}
      hideLegend
      hint={props.hint}
      error={say(messageAt(props.issues, ''))}
    >
      <div className={styles['parts']}>
        <TextField
          label={t('location.words')}
          hint={t('location.wordsHint')}
          {...parts.text('words')}
          onText={(words) => change('words', words === '' ? undefined : words)}
        />
        {hasSpot && (
          <div>
            <p className={styles['note']}>{t('location.spot')}</p>
            <Button look="quiet" size="small" onClick={clearSpot}>
              {t('location.clearSpot')}
            </Button>
          </div>
        )}
        <RadioRows
          {...parts.at('precision')}
          legend={t('location.precision')}
          choices={offered.map((each) => ({
            value: each,
            label: kinds(`precision.${each}.label`),
            note: kinds(`precision.${each}.means`),
          }))}
          value={precision}
          onChoose={(each) => change('precision', each)}
        />
      </div>
    </FormGroup>
  );
}
