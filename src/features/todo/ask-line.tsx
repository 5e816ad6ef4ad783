import { useWords } from '#i18n/use-words.ts';
import { HandHeart } from '#ui/icons.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Line } from '#ui/page.tsx';

/** Above the list: that neighbours put things differently, and the way to settle it. */
export function AskLine({ count }: { readonly count: number }) {
  const t = useWords('todo');
  return (
    <Line>
      <LinkButton size="small" look="quiet" icon={HandHeart} href="/todo">
        {t('asks.title', { count })}
      </LinkButton>
    </Line>
  );
}
