import type { RecordType } from '#domain/record/values.ts';
import { useWords } from '#i18n/use-words.ts';
import { useLeftDrafts } from '#services/use-left-drafts.ts';
import { useMayWrite } from '#services/use-may-write.ts';
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
  const mayWrite = useMayWrite();
  const [draft] = useLeftDrafts(editDraftKey(id)).filter(({ value }) => {
    const held = readEditDraft(value);
    return held && hasChanges(type, held);
  });
  if (!draft || !mayWrite) return null;
  const throwAway = async () => {
    const takeBack = await draft.throwAway();
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
