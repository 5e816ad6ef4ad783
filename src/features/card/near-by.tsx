import type { ThingRow as Line } from '#domain/record/thing-row.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Point } from '#search/query.ts';
import { useFound } from '#services/use-found.ts';
import { List } from '#ui/list.tsx';
import { StitchRule } from '#ui/stitch-rule.tsx';
import styles from './card.module.css';
import { ThingRow } from './thing-row.tsx';

const most = 5;
/** Its own happenings stand where it does, and are told above. */
const asked = 16;

/** What stands closest to it, itself left out; nothing for what has no place. */
export function NearBy({ row }: { readonly row: Line }) {
  const { id, lon, lat } = row;
  if (lon === undefined || lat === undefined) return null;
  return <NearPoint id={id} point={{ lon, lat }} />;
}

function NearPoint({ id, point }: { readonly id: string; readonly point: Point }) {
  const t = useWords('card');
  const found = useFound({ near: point, limit: asked });
  const near = (found?.rows ?? [])
    .map((row, index) => ({ row, away: found?.away[index] }))
    .filter(({ row, away }) => row.id !== id && row.organiserId !== id && away !== undefined)
    .slice(0, most);
  if (near.length === 0) return null;
  return (
    <section className={styles['part']} aria-labelledby="card-near">
      <StitchRule />
      <h2 id="card-near">{t('near')}</h2>
      <List aria-labelledby="card-near">
        {near.map(({ row, away }) => (
          <li key={row.id}>
            <ThingRow row={row} away={away} />
          </li>
        ))}
      </List>
    </section>
  );
}
