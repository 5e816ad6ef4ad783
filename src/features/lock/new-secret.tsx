import { useWords } from '#i18n/use-words.ts';
import type { LockKind } from '#seal/phone-lock.ts';
import { Stack } from '#ui/page.tsx';
import { RadioRows } from '#ui/radio-rows.tsx';
import { SecretField } from './secret-field.tsx';

export interface NewSecret {
  readonly kind: LockKind;
  readonly said: string;
  readonly again: string;
}
export const noSecret: NewSecret = { kind: 'numbers', said: '', again: '' };

interface NewSecretProps {
  readonly value: NewSecret;
  readonly onChange: (next: NewSecret) => void;
  readonly error?: string | undefined;
}

/** What is to open the lock, typed twice: nobody can tell it afterwards. */
export function NewSecretFields({ value, onChange, error }: NewSecretProps) {
  const t = useWords('lock');
  const { kind } = value;
  return (
    <Stack gap="far">
      <RadioRows<LockKind>
        legend={t('kind.label')}
        choices={[
          { value: 'numbers', label: t('kind.numbers'), note: t('kind.numbersNote') },
          { value: 'words', label: t('kind.words'), note: t('kind.wordsNote') },
        ]}
        value={kind}
        onChoose={(next) => onChange({ kind: next, said: '', again: '' })}
      />
      <SecretField
        id="lock-new"
        kind={kind}
        label={t(`secret.${kind}`)}
        error={error}
        value={value.said}
        onText={(said) => onChange({ ...value, said })}
        isNew
      />
      <SecretField
        id="lock-again"
        kind={kind}
        label={t('secret.again')}
        value={value.again}
        onText={(again) => onChange({ ...value, again })}
        isNew
      />
    </Stack>
  );
}
