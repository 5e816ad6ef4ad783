import { contactRouteKinds } from '#domain/person/person.ts';
import { useWords } from '#i18n/use-words.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { asText } from '../read-json.ts';
import { type PartsInput, useParts } from '../use-parts.ts';
import styles from './controls.module.css';

/** These need no number or address: a person goes there, or is asked. */
const withoutAddress = ['knock', 'via'];

export function RouteParts(input: PartsInput) {
  const t = useWords('fields');
  const parts = useParts(input);
  const kind = asText(parts.object['kind']);
  return (
    <div className={styles['halves']}>
      <Select
        label={t('routes.kind')}
        {...parts.at('kind')}
        value={kind}
        onChoose={(next) => parts.set('kind', next)}
      >
        {contactRouteKinds.map((each) => (
          <option key={each} value={each}>
            {t(`facts.routes.${each}`)}
          </option>
        ))}
      </Select>
      {!withoutAddress.includes(kind) && (
        <TextField label={t('routes.value')} autoComplete="off" {...parts.text('value')} />
      )}
      <TextField label={t('routes.bestTime')} autoComplete="off" {...parts.text('bestTime')} />
    </div>
  );
}
