import { useWords } from '#i18n/use-words.ts';
import type { InstallAnswer } from '#platform/install.ts';
import { Button } from '#ui/button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/page.tsx';
import { HomeScreenPicture } from './home-screen-picture.tsx';

interface CardProps<A> {
  readonly answer: A | undefined;
  readonly onAsk: () => void;
  readonly onEnd: () => void;
}

function SaveCopy() {
  const t = useWords('add');
  return (
    <LinkButton href="/export" size="small">
      {t('keepSafe.copy')}
    </LinkButton>
  );
}

function NotAgain({ onEnd }: { readonly onEnd: () => void }) {
  const t = useWords('add');
  return (
    <Button look="quiet" size="small" onClick={onEnd}>
      {t('keepSafe.notNow')}
    </Button>
  );
}

export function KeepCard({ answer, onAsk, onEnd }: CardProps<boolean>) {
  const t = useWords('add');
  if (answer === true) {
    return (
      <Notice tone="success" live="status">
        {t('keepSafe.yes')}
      </Notice>
    );
  }
  if (answer === false) {
    return (
      <Notice live="status" actions={<SaveCopy />}>
        {t('keepSafe.no')}
      </Notice>
    );
  }
  const actions = (
    <>
      <Button size="small" onClick={onAsk}>
        {t('keepSafe.ask')}
      </Button>
      <NotAgain onEnd={onEnd} />
    </>
  );
  return (
    <Notice title={t('keepSafe.title')} actions={actions}>
      {t('keepSafe.why')}
    </Notice>
  );
}

export function InstallCard(props: CardProps<InstallAnswer> & { readonly byHand: boolean }) {
  const t = useWords('add');
  const { byHand, answer, onAsk, onEnd } = props;
  if (answer) {
    return <Notice live="status">{t(answer === 'accepted' ? 'install.yes' : 'install.no')}</Notice>;
  }
  const ask = (
    <Button size="small" onClick={onAsk}>
      {t('install.ask')}
    </Button>
  );
  const actions = (
    <>
      {byHand ? <SaveCopy /> : ask}
      <NotAgain onEnd={onEnd} />
    </>
  );
  return (
    <Notice title={t('install.title')} actions={actions}>
      <Stack gap="near">
        <p>{t('install.why')}</p>
        {byHand && (
          <>
            <p>{t('install.byHand')}</p>
            <HomeScreenPicture />
            <p>{t('install.fresh')}</p>
          </>
        )}
      </Stack>
    </Notice>
  );
}
