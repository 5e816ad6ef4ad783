import { useEffect, useState } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { createKeptStorage, type Room } from '#platform/storage.ts';
import { useBook } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/page.tsx';

const storage = createKeptStorage(navigator.storage);

interface Kept {
  readonly room: Room | undefined;
  readonly isSafe: boolean;
}

function useKept() {
  const [kept, setKept] = useState<Kept>();
  const look = async () => {
    setKept({ room: await storage.room(), isSafe: await storage.persisted() });
  };
  useEffect(() => {
    void Promise.all([storage.room(), storage.persisted()]).then(([room, isSafe]) =>
      setKept({ room, isSafe }),
    );
  }, []);
  const keepSafe = async () => {
    await storage.persist();
    await look();
  };
  return { kept, keepSafe };
}

/** Makes the lists anew from the book itself: the way out when something looks wrong. */
function Rebuild() {
  const t = useWords('settings');
  const book = useBook();
  const [done, setDone] = useState<number | 'finished'>();
  const rebuild = async () => {
    setDone(0);
    await book.rebuild((count) => setDone(count));
    setDone('finished');
  };
  return (
    <Stack>
      <p>{t('rebuild.words')}</p>
      <Button onClick={() => void rebuild()} disabled={typeof done === 'number'}>
        {t('rebuild.do')}
      </Button>
      <p role="status">
        {done === 'finished' && t('rebuild.done')}
        {typeof done === 'number' && t('rebuild.count', { count: done })}
      </p>
    </Stack>
  );
}

export function KeptHere() {
  const t = useWords('settings');
  const formats = useFormats();
  const { kept, keepSafe } = useKept();
  return (
    <section aria-labelledby="kept-here">
      <h2 id="kept-here">{t('kept.title')}</h2>
      <Stack>
        {kept?.room && <p>{t('kept.used', { size: formats.size(kept.room.usedBytes) })}</p>}
        {kept?.room?.isNearlyFull && <Notice tone="warn">{t('kept.nearlyFull')}</Notice>}
        {kept && (
          <Notice tone={kept.isSafe ? 'success' : 'info'} live="status">
            {t(kept.isSafe ? 'kept.safe' : 'kept.notSafe')}
          </Notice>
        )}
        {kept && !kept.isSafe && (
          <Button onClick={() => void keepSafe()}>{t('kept.keepSafe')}</Button>
        )}
        <Rebuild />
      </Stack>
    </section>
  );
}
