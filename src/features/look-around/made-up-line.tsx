import { useEffect } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { useIsGone } from '#services/use-register.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Line, Stack } from '#ui/page.tsx';

/** Above the list of a made-up neighbourhood: that it is one, and the two ways out of it. */
export function MadeUpLine() {
  const t = useWords('look-around');
  const isGone = useIsGone();
  // Thrown away in another tab: this one begins anew with what there is.
  useEffect(() => {
    if (isGone) location.replace('/');
  }, [isGone]);
  return (
    <Stack gap="near">
      <p>{t('line.words')}</p>
      <Line>
        <LinkButton size="small" look="quiet" href="/start">
          {t('startOwn')}
        </LinkButton>
        <LinkButton size="small" look="quiet" href="/register">
          {t('line.leave')}
        </LinkButton>
      </Line>
    </Stack>
  );
}
