import type { Json } from '#base/json.ts';
import { useWords } from '#i18n/use-words.ts';
import { useDraft } from '#services/use-draft.ts';
import { useBook } from '#services/use-services.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { hasWords, noAnswers, readAnswers, wordsFor } from './answers.ts';
import { addDraftKey } from './use-answers.ts';

const longestName = 60;

/** Above the list while something half written waits to be carried on. */
export function UnfinishedAdd() {
  const t = useWords('add');
  const draft = useDraft<Json>(addDraftKey(useBook().registerId), noAnswers);
  const answers = readAnswers(draft?.value);
  if (!draft?.restored || !hasWords(answers)) return null;
  const name = wordsFor(answers).slice(0, longestName);
  const carryOn = (
    <LinkButton href="/add" size="small">
      {t('unfinished.carryOn')}
    </LinkButton>
  );
  return (
    <Notice actions={carryOn}>
      {name === '' ? t('unfinished.unnamed') : t('unfinished.named', { name })}
    </Notice>
  );
}
