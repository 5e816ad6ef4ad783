import { useState } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { SharingNow } from '#services/sharing/sharing.ts';
import { useServices } from '#services/use-services.ts';
import { useSharing, useSharingNow } from '#services/use-sharing.ts';
import { Button } from '#ui/button.tsx';
import { Trash2 } from '#ui/icons.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Line, Stack } from '#ui/page.tsx';
import { Sheet } from '#ui/sheet.tsx';

/** On the page of a register that this phone is no longer in: why, and what can be done now. */
export function OutHere() {
  const t = useWords('people');
  const { share } = useServices();
  const now = useSharingNow(useSharing());
  const { out } = share;
  if (!out) return null;
  const waiting = now?.sync.waiting ?? 0;
  return (
    <Stack>
      <Notice tone="warn" title={t(`gone.${out}.title`)}>
        <p>{t(`gone.${out}.what`)}</p>
        {out === 'left' && waiting > 0 && <p>{t('gone.notToldYet')}</p>}
        {out !== 'left' && waiting > 0 && <p>{t('gone.unsent', { count: waiting })}</p>}
        {now && <WhoLetsIn now={now} />}
      </Notice>
      <Line>
        <LinkButton href="/export">{t('gone.copy')}</LinkButton>
        <LinkButton href="/join">{t('gone.join')}</LinkButton>
        <TakeOff waiting={waiting} />
      </Line>
    </Stack>
  );
}

/** Those who can let this phone in again, as far as their names are known. */
function WhoLetsIn({ now: { people, letIn } }: { readonly now: SharingNow }) {
  const t = useWords('people');
  const formats = useFormats();
  const names = letIn.flatMap((name) => {
    const person = people.find((each) => each.name === name);
    return person?.displayName && !person.isMe ? [person.displayName] : [];
  });
  const words = names.length > 0 ? formats.list(names) : t('gone.aSteward');
  return <p>{t('gone.again', { names: words })}</p>;
}

function TakeOff({ waiting }: { readonly waiting: number }) {
  const t = useWords('people');
  const { registers } = useServices();
  const [isAsked, setAsked] = useState(false);
  const close = () => setAsked(false);
  return (
    <>
      <Button icon={Trash2} onClick={() => setAsked(true)}>
        {t('gone.off.press')}
      </Button>
      <Sheet
        open={isAsked}
        title={t('gone.off.title')}
        onClose={close}
        actions={
          <>
            <Button look="danger" onClick={() => void registers.takeOff()}>
              {t('gone.off.yes')}
            </Button>
            <Button onClick={close}>{t('gone.off.no')}</Button>
          </>
        }
      >
        <p>{t('gone.off.what')}</p>
        {waiting > 0 && <p>{t('gone.off.unsent', { count: waiting })}</p>}
      </Sheet>
    </>
  );
}
