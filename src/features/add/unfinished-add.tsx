import { useWords } from '#i18n/use-words.ts';
import { type LeftDraft, useLeftDrafts } from '#services/use-left-drafts.ts';
import { useBook } from '#services/use-services.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { hasWords, readAnswers, wordsFor } from './answers.ts';
import { addDraftKey, draftParameter } from './use-answers.ts';
import { useWasSaved } from './use-was-saved.ts';

const longestName = 60;

/** Above the list while something half written waits to be carried on: one line for each. */
export function UnfinishedAdd() {
  const left = useLeftDrafts(addDraftKey(useBook().registerId));
  return left.map((draft) => <Unfinished key={draft.key} draft={draft} />);
}

function Unfinished({ draft }: { readonly draft: LeftDraft }) {
  const t = useWords('add');
  const answers = readAnswers(draft.value);
  const wasSaved = useWasSaved(draft.value);
  if (!hasWords(answers) || wasSaved !== false) return null;
  const name = wordsFor(answers).slice(0, longestName);
  const carryOn = (
    <LinkButton href={`/add?${draftParameter}=${encodeURIComponent(draft.key)}`} size="small">
      {t('unfinished.carryOn')}
    </LinkButton>
  );
  return (
    <Notice actions={carryOn}>
      {name === '' ? t('unfinished.unnamed') : t('unfinished.named', { name })}
    </Notice>
  );
}
