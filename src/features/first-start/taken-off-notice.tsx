import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useTakenOff } from './use-taken-off.ts';

/** What became of a register that was on this phone, until somebody has read it. */
export function TakenOffNotice() {
  const t = useWords('people');
  const { taken, seen } = useTakenOff();
  if (!taken) return null;
  const put = (
    <Button size="small" onClick={seen}>
      {t('off.seen')}
    </Button>
  );
  return (
    <Notice tone={taken.why === 'left' ? 'info' : 'warn'} actions={put}>
      <p>{t(`off.${taken.why}`, { name: taken.name })}</p>
      {taken.why === 'emptied' && <p>{t('off.again')}</p>}
      {taken.why === 'cleared' && <p>{t('off.back')}</p>}
    </Notice>
  );
}
