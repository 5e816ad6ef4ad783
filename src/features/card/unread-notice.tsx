import { useWords } from '#i18n/use-words.ts';
import type { Unread } from '#services/use-thing.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useUnreadWords } from './use-unread-words.ts';

interface UnreadProps {
  readonly unread: Unread | undefined;
}

/** Why the rest of a card is not here; nothing while all is well. */
export function UnreadNotice({ unread }: UnreadProps) {
  const t = useWords('card');
  const common = useWords('common');
  const say = useUnreadWords();
  if (!unread) return null;
  const { failure, tryAgain } = unread;
  return (
    <Notice
      tone="danger"
      live="alert"
      title={t('unread.title')}
      actions={
        <Button size="small" onClick={tryAgain}>
          {common('do.tryAgain')}
        </Button>
      }
    >
      {say(failure)}
    </Notice>
  );
}

/** In place of a form whose record is still being read, or cannot be. */
export function StillReading({ unread }: UnreadProps) {
  const common = useWords('common');
  if (unread) return <UnreadNotice unread={unread} />;
  return <p role="status">{common('state.loading')}</p>;
}
