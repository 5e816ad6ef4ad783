import type { Failure } from '#base/result.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';

const own = [
  'not-numbers',
  'numbers-few',
  'numbers-plain',
  'words-few',
  'not-alike',
  'refused',
  'no-passkey',
  'broken',
  'disk-full',
  'storage-lost',
] as const;

/** What went wrong with the lock, in words; `waitUntil`: when it may be tried again. */
export function useLockFailureWords() {
  const t = useWords('lock');
  const say = useFailureWords();
  const formats = useFormats();
  return (failure: Failure | undefined, waitUntil = 0): string | undefined => {
    if (!failure) return undefined;
    const { kind } = failure;
    if (kind === 'wrong-passphrase') return t('fault.wrong');
    if (kind === 'wait') return t('fault.wait', { time: formats.time(new Date(waitUntil)) });
    const known = own.find((each) => each === kind);
    return known ? t(`fault.${known}`) : say(failure);
  };
}
