import type { Failure } from '#base/result.ts';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';
import { Notice } from '#ui/notice.tsx';

/** Why a choice was not written, in words; nothing while all is well. */
export function NotDone({ failure }: { readonly failure: Failure | undefined }) {
  const t = useWords('todo');
  const say = useFailureWords();
  if (!failure) return null;
  return (
    <Notice tone="danger" live="alert" title={t('notSaved')}>
      {say(failure)}
    </Notice>
  );
}
