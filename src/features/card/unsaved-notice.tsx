import { useState } from 'react';
import type { Json } from '#base/json.ts';
import type { RecordType } from '#domain/record/values.ts';
import { useWords } from '#i18n/use-words.ts';
import { useDraft } from '#services/use-draft.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useToast } from '#ui/toasts.tsx';
import { editDraftKey, hasChanges, readEditDraft } from './edit-draft.ts';
import { goToPart } from './go-to.ts';

interface UnsavedNoticeProps {
  readonly id: string;
  readonly type: RecordType;
}

/** What was typed and not saved is told on the card, until it is saved or thrown away on purpose. */
export function UnsavedNotice({ id, type }: UnsavedNoticeProps) {
  const t = useWords('card');
  const toast = useToast();
  const draft = useDraft<Json>(editDraftKey(id), null);
  const [isThrown, setThrown] = useState(false);
  const held = draft?.restored ? readEditDraft(draft.value) : undefined;
  if (!draft || !held || isThrown || !hasChanges(type, held)) return null;
  const takeBack = () => {
    draft.set(draft.value);
    setThrown(false);
  };
  const throwAway = async () => {
    await draft.clear();
    setThrown(true);
    toast({ words: t('unsaved.thrown'), undo: takeBack });
  };
  return (
    <Notice
      tone="warn"
      actions={
        <>
          <Button size="small" look="plain" onClick={() => goToPart(id, 'edit')}>
            {t('unsaved.carryOn')}
          </Button>
          <Button size="small" look="quiet" onClick={() => void throwAway()}>
            {t('unsaved.throwAway')}
          </Button>
        </>
      }
    >
      {t('unsaved.words')}
    </Notice>
  );
}
