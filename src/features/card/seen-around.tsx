import { useWords } from '#i18n/use-words.ts';
import type { ThingAround } from '#services/thing-on-shelf.ts';
import { List } from '#ui/list.tsx';
import styles from './card.module.css';
import { Happening } from './happenings.tsx';
import { TieLink } from './ties.tsx';

/** What a card goes together with and what happens there, only to be read. */
export function SeenAround({ card: { ties, happenings } }: { readonly card: ThingAround }) {
  const t = useWords('card');
  return (
    <>
      {ties.length > 0 && (
        <section className={styles['part']} aria-labelledby="card-ties">
          <h2 id="card-ties">{t('ties.title')}</h2>
          <List aria-labelledby="card-ties">
            {ties.map((tie) => (
              <li key={tie.id} className={styles['tie']}>
                <TieLink tie={tie} />
              </li>
            ))}
          </List>
        </section>
      )}
      {happenings.length > 0 && (
        <section className={styles['part']} aria-labelledby="card-happens">
          <h2 id="card-happens">{t('happens.title')}</h2>
          <List aria-labelledby="card-happens">
            {happenings.map((happening) => (
              <li key={happening.id}>
                <Happening row={happening} />
              </li>
            ))}
          </List>
        </section>
      )}
    </>
  );
}
