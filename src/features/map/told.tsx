import type { ReactNode } from 'react';
import { useWords } from '#i18n/use-words.ts';
import type { MapView } from '#map/camera.ts';
import { boundsOf, type Spot } from '#map/spot.ts';
import { type FoundRows, useFound } from '#services/use-found.ts';
import { useRows } from '#services/use-rows.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { RowList } from './in-view-list.tsx';
import styles from './map-screen.module.css';
import { reachingIn } from './reaching.ts';
import type { Neighbourhood } from './use-neighbourhood.ts';
import { useSpoken } from './use-spoken.ts';

const nearestShown = 3;
const reachingShown = 20;

interface ToldProps {
  readonly text: string;
  readonly found: FoundRows | undefined;
  readonly shown: Neighbourhood | undefined;
  /** Undefined where no map tells what is in view: then all is. */
  readonly view: MapView | undefined;
  readonly moveWords: string;
  readonly from: Spot | undefined;
  readonly onShowAll: (bounds: readonly [number, number, number, number]) => void;
}

/** What is in view, in words and rows; where nothing is, what is nearest. */
export function Told({ text, found, shown, view, moveWords, from, onShowAll }: ToldProps) {
  const t = useWords('map');
  const count = found?.total ?? 0;
  const countWords = count === 0 ? t('inView.none') : t('inView.count', { count });
  const said = useSpoken(moveWords && found ? `${moveWords} ${countWords}` : '');
  if (!found || !shown) return null;
  const elsewhere = view ? Math.max(0, shown.points.length - count) : 0;
  const all = boundsOf(shown.points);
  return (
    <>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {count === 0 && elsewhere === 0 ? (
        <EmptyState question={t('empty.question')} note={t('empty.note')} />
      ) : (
        <Head title={countWords} note={from && count > 0 && t(howMeasured(found))} />
      )}
      {count > 0 && (
        <RowList label={t('inView.title')} rows={found.rows} away={found.away} from={from} />
      )}
      {count > found.rows.length && (
        <p className={styles['note']}>{t('inView.more', { count: count - found.rows.length })}</p>
      )}
      {view && <Reaching view={view} shown={shown} from={from} />}
      {view && count === 0 && elsewhere > 0 && <Nearest text={text} middle={view.centre} />}
      {elsewhere > 0 && all && (
        <Button look="plain" wide onClick={() => onShowAll(all)}>
          {t('inView.elsewhere', { count: elsewhere })}
        </Button>
      )}
    </>
  );
}

function Head({ title, note }: { readonly title: string; readonly note: ReactNode }) {
  return (
    <div className={styles['head']}>
      <h2>{title}</h2>
      {note && <p className={styles['note']}>{note}</p>}
    </div>
  );
}

/** What the short distances at the ends of the rows are. */
function howMeasured({ away }: FoundRows) {
  const placed = away.filter((each) => each !== undefined);
  const walks = placed.filter(({ minutes }) => minutes !== undefined);
  if (walks.length === 0) return 'inView.straight';
  return walks.length === placed.length ? 'inView.onFoot' : 'inView.both';
}

interface ReachingProps {
  readonly view: MapView;
  readonly shown: Neighbourhood;
  readonly from: Spot | undefined;
}

/** Parks and paths that one sees a part of, while their mark is out of sight. */
function Reaching({ view, shown, from }: ReachingProps) {
  const t = useWords('map');
  const ids = reachingIn(view.bounds, shown.areas, shown.points).slice(0, reachingShown);
  const rows = useRows(ids).filter((row) => row !== undefined);
  if (ids.length === 0 || rows.length === 0) return null;
  return (
    <>
      <Head title={t('inView.reaching')} note={undefined} />
      <RowList label={t('inView.reaching')} rows={rows} away={[]} from={from} />
    </>
  );
}

interface NearestProps {
  readonly text: string;
  readonly middle: Spot;
}

/** Nothing is in view: rather than an empty list, what one would meet first from here. */
function Nearest({ text, middle }: NearestProps) {
  const t = useWords('map');
  const found = useFound({ near: middle, limit: nearestShown, ...(text !== '' && { text }) });
  const placed = found?.rows.filter(({ lon }) => lon !== undefined) ?? [];
  if (!found || placed.length === 0) return null;
  return (
    <>
      <Head title={t('inView.nearest')} note={t('inView.fromMiddle')} />
      <RowList label={t('inView.nearest')} rows={placed} away={found.away} from={middle} />
    </>
  );
}
