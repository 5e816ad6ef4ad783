import { useEffect, useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { createKeptStorage } from '#platform/storage.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';

const storage = createKeptStorage(navigator.storage);

/** What is nowhere else, on a phone that may clear it by itself. */
export function NotKept({ waiting }: { readonly waiting: number }) {
  const t = useWords('sharing');
  const [standing, setStanding] = useState<'kept' | 'not-kept' | 'refused'>();
  useEffect(() => {
    void storage.persisted().then((is) => setStanding(is ? 'kept' : 'not-kept'));
  }, []);
  if (waiting === 0 || !standing || standing === 'kept') return null;
  const ask = async () => setStanding((await storage.persist()) ? 'kept' : 'refused');
  const press = (
    <Button size="small" onClick={() => void ask()}>
      {t('notKept.ask')}
    </Button>
  );
  return (
    <Notice tone="warn" actions={standing === 'not-kept' && press}>
      <p>{t('notKept.words', { count: waiting })}</p>
      <p role="status">{standing === 'refused' && t('notKept.refused')}</p>
    </Notice>
  );
}
