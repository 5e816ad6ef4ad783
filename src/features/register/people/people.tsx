import { useWords } from '#i18n/use-words.ts';
import { useSharing, useSharingNow } from '#services/use-sharing.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { List } from '#ui/list.tsx';
import { Line, Stack } from '#ui/page.tsx';
import { Erased } from './erased.tsx';
import { Leave } from './leave.tsx';
import { Person } from './person.tsx';

/** Who belongs to this register, this phone's holder first. */
export function People() {
  const t = useWords('people');
  const sharing = useSharing();
  const now = useSharingNow(sharing);
  if (!sharing || !now) return <p role="status">{t('coming')}</p>;
  return (
    <>
      <section aria-labelledby="who-belongs">
        <h2 id="who-belongs">{t('title')}</h2>
        <Stack>
          <p>{t('about')}</p>
          <List aria-labelledby="who-belongs">
            {now.people.map((person) => (
              <li key={person.name}>
                <Person sharing={sharing} now={now} person={person} />
              </li>
            ))}
          </List>
          <Line>
            {now.mayInvite.length > 0 && <LinkButton href="/share">{t('invite')}</LinkButton>}
            <Leave sharing={sharing} now={now} />
          </Line>
        </Stack>
      </section>
      <Erased now={now} />
    </>
  );
}
