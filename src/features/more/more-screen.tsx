import { useWords } from '#i18n/use-words.ts';
import { useAskCount } from '#services/use-asks.ts';
import { List } from '#ui/list.tsx';
import { Page, Stack } from '#ui/page.tsx';
import { Row } from '#ui/row.tsx';
import { TopBar } from '#ui/top-bar.tsx';
import { moreLinks } from './more-links.ts';

export function MoreScreen() {
  const t = useWords('more');
  const waits = useAskCount();
  return (
    <Page>
      <TopBar title={t('title')} />
      <Stack>
        <List aria-label={t('title')}>
          {moreLinks.map(({ href, label, note, icon: Picture }) => (
            <li key={href}>
              <Row
                mark={<Picture aria-hidden size={26} />}
                title={t(label)}
                note={href === '/todo' && waits ? t('todo.waits', { count: waits }) : t(note)}
                href={href}
                confirmed
              />
            </li>
          ))}
        </List>
      </Stack>
    </Page>
  );
}
