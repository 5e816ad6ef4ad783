import type { ThingRow as Line } from '#domain/record/thing-row.ts';
import { useWords } from '#i18n/use-words.ts';
import { useMayWrite } from '#services/use-may-write.ts';
import { useServices } from '#services/use-services.ts';
import { Calendar } from '#ui/icons.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { List } from '#ui/list.tsx';
import styles from './card.module.css';
import { cardOf } from './go-to.ts';
import { useNextTime } from './next-time.ts';
import { ThingRow } from './thing-row.tsx';

const mayOrganise = ['group', 'organisation', 'exchange', 'place'];

interface HappeningsProps {
  readonly row: Line;
  readonly happenings: readonly Line[];
}

/** What it makes happen, and the way to add to it. */
export function Happenings({ row, happenings }: HappeningsProps) {
  const t = useWords('card');
  const mayWrite = useMayWrite();
  if (!mayOrganise.includes(row.type)) return null;
  return (
    <section className={styles['part']} aria-labelledby="card-happens">
      <h2 id="card-happens">{t('happens.title')}</h2>
      {happenings.length > 0 && (
        <List aria-labelledby="card-happens">
          {happenings.map((happening) => (
            <li key={happening.id}>
              <Happening row={happening} />
            </li>
          ))}
        </List>
      )}
      {mayWrite && (
        <LinkButton href={`${cardOf(row.id)}/happens`} look="plain" icon={Calendar}>
          {t('happens.link')}
        </LinkButton>
      )}
    </section>
  );
}

export function Happening({ row }: { readonly row: Line }) {
  const { now } = useServices();
  return <ThingRow row={row} note={useNextTime(row.schedules, now()) ?? row.where} />;
}
