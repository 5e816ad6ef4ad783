import { useWords } from '#i18n/use-words.ts';
import { useNews } from '#services/use-news.ts';
import { History } from '#ui/icons.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Line } from '#ui/page.tsx';

/** Above the list: that others changed things meanwhile, and the way to see them. */
export function AwayLine() {
  const t = useWords('todo');
  const { news } = useNews();
  const count = (news?.things.length ?? 0) + (news?.more ?? 0);
  if (count === 0) return null;
  return (
    <Line>
      <LinkButton size="small" look="quiet" icon={History} href="/todo">
        {t('news.line', { count })}
      </LinkButton>
    </Line>
  );
}
