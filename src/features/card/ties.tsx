import { useWords } from '#i18n/use-words.ts';
import type { Tie } from '#services/thing-on-shelf.ts';
import { useMayWrite } from '#services/use-may-write.ts';
import { useBook } from '#services/use-services.ts';
import { surfaceClass } from '#ui/card.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { X } from '#ui/icons.ts';
import { Link } from '#ui/link.tsx';
import { List } from '#ui/list.tsx';
import styles from './card.module.css';
import { cardOf } from './go-to.ts';
import { NotDone } from './not-done.tsx';
import { ThingMark } from './thing-mark.tsx';
import { useDoing } from './use-doing.ts';

/** What it goes together with, as sentences that begin with this card's own name. */
export function Ties({ ties }: { readonly ties: readonly Tie[] }) {
  const t = useWords('card');
  const book = useBook();
  const doing = useDoing();
  const mayWrite = useMayWrite();
  const remove = ({ id, other }: Tie) =>
    void doing.run(
      () => book.remove({ type: 'connection', id }),
      t('ties.removed', { name: other.name }),
    );
  return (
    <section className={styles['part']} aria-labelledby="card-ties">
      <h2 id="card-ties">{t('ties.title')}</h2>
      <NotDone failure={doing.failure} />
      {ties.length === 0 ? (
        <p className={styles['soft']}>{t('ties.none')}</p>
      ) : (
        <List aria-labelledby="card-ties">
          {ties.map((tie) => (
            <li key={tie.id} className={styles['tie']}>
              <TieLink tie={tie} />
              {mayWrite && (
                <IconButton
                  icon={X}
                  label={t('ties.remove', { name: tie.other.name })}
                  onClick={() => remove(tie)}
                />
              )}
            </li>
          ))}
        </List>
      )}
    </section>
  );
}

export function TieLink({ tie: { rel, state, other, outward } }: { readonly tie: Tie }) {
  const kinds = useWords('kinds');
  const relation = kinds(`relations.${rel}.${outward ? 'out' : 'in'}`);
  // "Could connect with" says of itself that it is only possible.
  const isSaid = state === 'active' || (rel === 'could-connect' && state === 'possible');
  return (
    <Link
      href={cardOf(other.id)}
      className={surfaceClass({ confirmed: other.status !== 'unconfirmed' }, styles['tieLink'])}
    >
      <ThingMark row={other} size={32} />
      <span className={styles['tieWords']}>
        <span className={styles['relation']}>{relation} </span>
        <bdi>{other.name}</bdi>
        {!isSaid && (
          <span className={styles['relation']}> {kinds(`connectionState.${state}`)}</span>
        )}
      </span>
    </Link>
  );
}
