import { useState } from 'react';
import type { News } from '#domain/news/news.ts';
import { useWords } from '#i18n/use-words.ts';
import { useNewsLines } from '#services/use-news.ts';
import { Button } from '#ui/button.tsx';
import { Check } from '#ui/icons.ts';
import { List } from '#ui/list.tsx';
import { Stack } from '#ui/page.tsx';
import { NewsRow } from './news-row.tsx';

const atOnce = 20;

interface NewsListProps {
  readonly news: News;
  readonly onSeen: () => void;
}

/** What others changed since one last looked: a line for each thing, newest first. */
export function NewsList({ news: { things, more }, onSeen }: NewsListProps) {
  const t = useWords('todo');
  const [most, setMost] = useState(atOnce);
  const lines = useNewsLines(things.slice(0, most));
  const hidden = things.length - most;
  return (
    <section aria-labelledby="todo-news">
      <Stack>
        <h2 id="todo-news">{t('news.title')}</h2>
        <List aria-labelledby="todo-news">
          {lines?.map((line) => (
            <li key={line.id}>
              <NewsRow line={line} />
            </li>
          ))}
        </List>
        {hidden > 0 && (
          <Button wide onClick={() => setMost(most + atOnce)}>
            {t('news.showMore', { count: hidden })}
          </Button>
        )}
        {hidden <= 0 && more > 0 && <p>{t('news.older', { count: more })}</p>}
        <Button icon={Check} onClick={onSeen}>
          {t('news.seen')}
        </Button>
      </Stack>
    </section>
  );
}
