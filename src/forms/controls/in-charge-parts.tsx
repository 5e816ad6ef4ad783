import { roles } from '#domain/register/register.ts';
import { useWords } from '#i18n/use-words.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { asText } from '../read-json.ts';
import { type PartsInput, useParts } from '../use-parts.ts';
import styles from './controls.module.css';

export function InChargeParts(input: PartsInput) {
  const t = useWords('fields');
  const parts = useParts(input);
  return (
    <div className={styles['halves']}>
      <TextField label={t('inCharge.name')} autoComplete="off" {...parts.text('name')} />
      <Select
        label={t('inCharge.role')}
        {...parts.at('role')}
        value={asText(parts.object['role'])}
        onChoose={(role) => parts.set('role', role)}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`inCharge.roles.${role}`)}
          </option>
        ))}
      </Select>
    </div>
  );
}
