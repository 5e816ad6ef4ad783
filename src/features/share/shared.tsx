import { lazy, Suspense, useState } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Sharing, SharingNow } from '#services/sharing/sharing.ts';
import { useSharing, useSharingNow } from '#services/use-sharing.ts';
import { Button } from '#ui/button.tsx';
import { RefreshCw } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/page.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { Invites } from './invites.tsx';
import { NotKept } from './not-kept.tsx';
import { PhotosToSend } from './photos-to-send.tsx';
import { useSharingFailureWords } from './use-sharing-failure-words.ts';
import { useSyncWords } from './use-sync-words.ts';

const RecoverySheet = lazy(async () => ({
  default: (await import('./sheet/recovery-sheet.tsx')).RecoverySheet,
}));

/** A shared register: how it stands to its hub, and the way to let others in. */
export function Shared() {
  const t = useWords('common');
  const sharing = useSharing();
  const now = useSharingNow(sharing);
  if (!sharing || !now) return <p>{t('state.loading')}</p>;
  return (
    <>
      <Standing sharing={sharing} now={now} />
      <Invites sharing={sharing} now={now} />
      {now.role === 'steward' && (
        <Suspense>
          <RecoverySheet sharing={sharing} now={now} />
        </Suspense>
      )}
    </>
  );
}

interface Parts {
  readonly sharing: Sharing;
  readonly now: SharingNow;
}

function Standing({ sharing, now }: Parts) {
  const t = useWords('sharing');
  const words = useSyncWords();
  const formats = useFormats();
  const [isAsking, setAsking] = useState(false);
  const press = async () => {
    setAsking(true);
    await sharing.syncNow();
    setAsking(false);
  };
  const { hub, sync, photos } = now;
  const { lastSharedAt, denied, astray, resisted, loading } = sync;
  return (
    <Stack>
      <h2>{t('state.title')}</h2>
      <p>
        <bdi dir="ltr">{hub}</bdi>
      </p>
      {/* What is in the way stands below, with its next step. */}
      {loading && loading.total > 0 ? (
        <ProgressLine words={words(now)} done={loading.done} max={loading.total} />
      ) : (
        <p role="status">{words({ photos, sync: { ...sync, failure: undefined } })}</p>
      )}
      <p>
        {lastSharedAt === undefined
          ? t('state.never')
          : t('state.last', {
              when: `${formats.age(lastSharedAt)}, ${formats.time(lastSharedAt)}`,
            })}
      </p>
      <InTheWay sharing={sharing} failure={sync.failure} />
      <NotKept waiting={sync.waiting} />
      <PhotosToSend sharing={sharing} photos={photos} />
      {denied > 0 && <Notice tone="warn">{t('state.denied', { count: denied })}</Notice>}
      {astray > 0 && <Notice tone="warn">{t('state.astray', { count: astray })}</Notice>}
      {resisted > 0 && <Notice tone="warn">{t('state.resisted', { count: resisted })}</Notice>}
      <Button wide icon={RefreshCw} onClick={() => void press()}>
        {isAsking ? t('working') : t('state.press')}
      </Button>
    </Stack>
  );
}

interface InTheWayProps {
  readonly sharing: Sharing;
  readonly failure: SharingNow['sync']['failure'];
}

function InTheWay({ sharing, failure }: InTheWayProps) {
  const t = useWords('sharing');
  const say = useSharingFailureWords();
  if (!failure) return null;
  if (failure.kind !== 'hub-changed') return <Notice tone="warn">{say(failure)}</Notice>;
  const accept = <Button onClick={() => void sharing.acceptHub()}>{t('state.accept')}</Button>;
  return (
    <Notice tone="warn" actions={accept}>
      {t('state.changed')}
    </Notice>
  );
}
