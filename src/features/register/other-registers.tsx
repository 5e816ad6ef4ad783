import { useWords } from '#i18n/use-words.ts';
import { useRegisters } from '#services/use-register.ts';
import { useBook, useServices } from '#services/use-services.ts';
import { BookOpen } from '#ui/icons.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { List } from '#ui/list.tsx';
import { Line, Stack } from '#ui/page.tsx';
import { Row } from '#ui/row.tsx';

/** Several registers may live on one phone; one is open at a time. */
export function OtherRegisters() {
  const t = useWords('register');
  const { registers } = useServices();
  const { registerId } = useBook();
  const all = useRegisters();
  const others = all.filter(({ id }) => id !== registerId);
  const hasMadeUp = all.some(({ madeUp }) => madeUp);
  return (
    <section aria-labelledby="other-registers">
      <h2 id="other-registers">{t('others.title')}</h2>
      <Stack>
        {others.length === 0 && <p>{t('others.none')}</p>}
        {others.length > 0 && (
          <List aria-label={t('others.title')}>
            {others.map(({ id, name }) => (
              <li key={id}>
                <Row
                  mark={<BookOpen aria-hidden size={26} />}
                  title={name}
                  onPress={() => void registers.open(id)}
                  confirmed
                />
              </li>
            ))}
          </List>
        )}
        <Line>
          <LinkButton href="/start">{t('others.start')}</LinkButton>
          <LinkButton href="/join">{t('others.join')}</LinkButton>
          {!hasMadeUp && <LinkButton href="/look-around">{t('others.lookAround')}</LinkButton>}
        </Line>
      </Stack>
    </section>
  );
}
