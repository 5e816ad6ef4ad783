import { useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import type { LockKind } from '#seal/phone-lock.ts';
import { CheckRow } from '#ui/check-row.tsx';
import { TextField } from '#ui/text-field.tsx';

interface SecretFieldProps {
  readonly id: string;
  readonly kind: LockKind;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly isNew?: boolean;
  readonly autoFocus?: boolean;
}

/** What opens the lock, hidden from whoever looks over a shoulder until it is asked to be shown. */
export function SecretField({ kind, isNew, autoFocus, ...field }: SecretFieldProps) {
  const t = useWords('lock');
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...field}
      type={isShown ? 'text' : 'password'}
      inputMode={kind === 'numbers' ? 'numeric' : 'text'}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      autoCapitalize="none"
      spellCheck={false}
      autoFocus={autoFocus}
      dir="ltr"
      after={<CheckRow label={t('show')} checked={isShown} onCheck={setShown} />}
    />
  );
}
