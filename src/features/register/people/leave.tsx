import { useWords } from '#i18n/use-words.ts';
import type { Sharing, SharingNow } from '#services/sharing/sharing.ts';
import { DoorOpen } from '#ui/icons.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Asked } from './asked.tsx';
import { useAct } from './use-act.ts';

interface Parts {
  readonly sharing: Sharing;
  readonly now: SharingNow;
}

/** The way out for this phone's holder, which says first what only this phone holds. */
export function Leave({ sharing, now }: Parts) {
  const t = useWords('people');
  const act = useAct();
  const { waiting } = now.sync;
  return (
    <Asked
      words={t('leave.press')}
      icon={DoorOpen}
      title={t('leave.title')}
      yes={t('leave.yes')}
      no={t('leave.no')}
      isDanger
      act={act}
      onYes={() => act.run(() => sharing.leave(), t('leave.done'))}
    >
      {waiting > 0 ? (
        <Notice tone="warn" title={t('leave.only', { count: waiting })}>
          <p>{t('leave.onlyMeans')}</p>
        </Notice>
      ) : (
        <p>{t('leave.nothing')}</p>
      )}
      <p>{t('leave.what')}</p>
      <LinkButton href="/share">{t('leave.save')}</LinkButton>
    </Asked>
  );
}
