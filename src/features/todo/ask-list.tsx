import { useState } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { useAsks } from '#services/use-asks.ts';
import { useOwnWriters } from '#services/use-own-writers.ts';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { Stack } from '#ui/page.tsx';
import { AskCard } from './ask-card.tsx';
import { NotDone } from './not-done.tsx';
import { useKeeping } from './use-keeping.ts';

const atOnce = 10;

/** Each line that people put differently, newest first, a few at a time. */
export function AskList({ count }: { readonly count: number }) {
  const t = useWords('todo');
  const [most, setMost] = useState(atOnce);
  const asks = useAsks(most) ?? [];
  const own = useOwnWriters();
  const keeping = useKeeping();
  return (
    <section aria-labelledby="todo-asks">
      <Stack>
        <h2 id="todo-asks">{t('asks.title', { count })}</h2>
        <p>{t('asks.words')}</p>
        <NotDone failure={keeping.failure} />
        <List aria-labelledby="todo-asks">
          {own &&
            asks.map((ask) => (
              <li key={ask.key}>
                <AskCard ask={ask} own={own} onKeep={keeping.keep} />
              </li>
            ))}
        </List>
        {count > most && (
          <Button wide onClick={() => setMost(most + atOnce)}>
            {t('asks.more', { count: count - most })}
          </Button>
        )}
      </Stack>
    </section>
  );
}
