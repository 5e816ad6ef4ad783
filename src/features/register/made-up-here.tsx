import { useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { useStarter } from '#services/starter.ts';
import { useBook, useServices } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { Trash2 } from '#ui/icons.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Line, Stack } from '#ui/page.tsx';
import { Sheet } from '#ui/sheet.tsx';

/** Asked once more, because what was tried out in it goes too and does not come back. */
function ThrowAway() {
  const t = useWords('look-around');
  const starter = useStarter();
  const { registerId } = useBook();
  const [isAsked, setAsked] = useState(false);
  const close = () => setAsked(false);
  return (
    <>
      <Button icon={Trash2} onClick={() => setAsked(true)}>
        {t('throwAway.do')}
      </Button>
      <Sheet
        open={isAsked}
        title={t('throwAway.question')}
        onClose={close}
        actions={
          <>
            <Button look="danger" onClick={() => void starter.throwAway(registerId)}>
              {t('throwAway.yes')}
            </Button>
            <Button onClick={close}>{t('throwAway.no')}</Button>
          </>
        }
      >
        <p>{t('throwAway.what')}</p>
      </Sheet>
    </>
  );
}

/** On the page of a made-up register: that nothing in it is real, and how to leave it. */
export function MadeUpHere() {
  const t = useWords('look-around');
  const { madeUp } = useServices();
  if (!madeUp) return null;
  return (
    <Stack>
      <Notice title={t('madeUp')}>{t('own')}</Notice>
      <Line>
        <LinkButton href="/start">{t('startOwn')}</LinkButton>
        <ThrowAway />
      </Line>
    </Stack>
  );
}
