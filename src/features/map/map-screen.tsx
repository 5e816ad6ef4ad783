import { useId, useMemo, useRef, useState } from 'react';
import type { ThingRow } from '#domain/record/thing-row.ts';
import { useWords } from '#i18n/use-words.ts';
import type { MapView } from '#map/camera.ts';
import type { MapControls } from '#map/canvas-props.ts';
import { boundsOf, type Spot } from '#map/spot.ts';
import { hitLine, type PlaceHit } from '#pack/place-hit.ts';
import { useAway } from '#services/use-away.ts';
import { type FoundRows, useFound } from '#services/use-found.ts';
import { useRows } from '#services/use-thing.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { InViewList, ThingLine } from './in-view-list.tsx';
import { MapPane } from './map-pane.tsx';
import styles from './map-screen.module.css';
import { moveKey } from './move-words.ts';
import { Start, StreetHits } from './street-hits.tsx';
import { type Neighbourhood, useNeighbourhood } from './use-neighbourhood.ts';
import { useSpoken } from './use-spoken.ts';
import { useWhereAmI } from './use-where-am-i.ts';

/** Rows told at once: more are reached by moving nearer or by searching. */
const rowsShown = 60;
/** A street and its houses. */
const streetZoom = 17;

function useInView(text: string, view: MapView | undefined, near: Spot | undefined) {
  const [west, south, east, north] = view?.bounds ?? [];
  const within =
    west === undefined || south === undefined || east === undefined || north === undefined
      ? undefined
      : { west, south, east, north };
  return useFound({
    limit: rowsShown,
    ...(text !== '' && { text }),
    ...(within && { within }),
    ...(near && { near }),
  });
}

/** The last move in words, and how the view stands after it. */
function useView() {
  const t = useWords('map');
  const [view, setView] = useState<MapView>();
  const [moveWords, setMoveWords] = useState('');
  const moved = (next: MapView) => {
    const key = moveKey(view, next);
    if (key) setMoveWords(t(`moved.${key}`));
    setView(next);
  };
  return { view, moveWords, moved };
}

const useStart = (hit: PlaceHit | undefined): Spot | undefined =>
  useMemo(() => hit && { lon: hit.lon, lat: hit.lat }, [hit]);

/** The register on its streets, and the same as a list: whatever the map can do, the list does. */
export function MapScreen() {
  const t = useWords('map');
  const [text, setText] = useState('');
  const [selectedId, setSelectedId] = useState<string>();
  const shown = useNeighbourhood(text);
  const whereAmI = useWhereAmI();
  const [start, setStart] = useState<PlaceHit>();
  const from = useStart(start) ?? whereAmI.fix ?? shown?.centre;
  const { view, moveWords, moved } = useView();
  const found = useInView(text, view, from);
  const controls = useRef<MapControls>(null);
  const listId = useId();
  return (
    <div className={styles['screen']}>
      <VisuallyHidden>
        <h1 tabIndex={-1}>{t('title')}</h1>
      </VisuallyHidden>
      <div className={styles['stage']}>
        <div className={styles['search']}>
          <SearchField
            label={t('search')}
            placeholder={t('searchHint')}
            value={text}
            onText={setText}
          />
        </div>
        <div className={styles['map']}>
          <MapPane
            shown={shown}
            whereAmI={whereAmI}
            selectedId={selectedId}
            onSelect={setSelectedId}
            onMove={moved}
            controls={controls}
            listId={listId}
          />
        </div>
      </div>
      <div className={styles['panel']} id={listId} tabIndex={-1}>
        <StreetHits
          text={text}
          onChoose={(hit) => {
            setStart(hit);
            setText('');
            controls.current?.lookAt({ centre: { lon: hit.lon, lat: hit.lat }, zoom: streetZoom });
          }}
        />
        <Start line={start && hitLine(start)} onEnd={() => setStart(undefined)} />
        <Chosen id={selectedId} from={from} />
        <Told
          found={found}
          shown={shown}
          isWhole={!view}
          moveWords={moveWords}
          from={from}
          onShowAll={(bounds) => controls.current?.lookAt({ bounds })}
        />
      </div>
    </div>
  );
}

/** What was tapped on the map, first in the panel, one tap from its card. */
function Chosen({
  id,
  from,
}: {
  readonly id: string | undefined;
  readonly from: Spot | undefined;
}) {
  const t = useWords('map');
  const [row] = useRows(id ? [id] : []);
  const away = useAway(from, placeOf(row));
  return (
    <>
      <VisuallyHidden role="status">{row ? t('chosen', { name: row.name }) : ''}</VisuallyHidden>
      {row && <ThingLine row={row} away={away} from={from} chosen />}
    </>
  );
}

const placeOf = (row: ThingRow | undefined): Spot | undefined =>
  row?.lon === undefined || row.lat === undefined ? undefined : { lon: row.lon, lat: row.lat };

/** What the short distances at the ends of the rows are. */
function howMeasured({ away }: FoundRows) {
  const placed = away.filter((each) => each !== undefined);
  const walks = placed.filter(({ minutes }) => minutes !== undefined);
  if (walks.length === 0) return 'inView.straight';
  return walks.length === placed.length ? 'inView.onFoot' : 'inView.both';
}

interface ToldProps {
  readonly found: FoundRows | undefined;
  readonly shown: Neighbourhood | undefined;
  /** No map tells what is in view: then all is. */
  readonly isWhole: boolean;
  readonly moveWords: string;
  readonly from: Spot | undefined;
  readonly onShowAll: (bounds: readonly [number, number, number, number]) => void;
}

function Told({ found, shown, isWhole, moveWords, from, onShowAll }: ToldProps) {
  const t = useWords('map');
  const count = found?.total ?? 0;
  const countWords = count === 0 ? t('inView.none') : t('inView.count', { count });
  const said = useSpoken(moveWords && found ? `${moveWords} ${countWords}` : '');
  if (!found || !shown) return null;
  const elsewhere = isWhole ? 0 : Math.max(0, shown.points.length - count);
  const all = boundsOf(shown.points);
  return (
    <>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {count === 0 && elsewhere === 0 ? (
        <EmptyState question={t('empty.question')} note={t('empty.note')} />
      ) : (
        <div className={styles['head']}>
          <h2>{countWords}</h2>
          {from && count > 0 && <p className={styles['note']}>{t(howMeasured(found))}</p>}
        </div>
      )}
      {count > 0 && <InViewList rows={found.rows} away={found.away} from={from} />}
      {count > found.rows.length && (
        <p className={styles['note']}>{t('inView.more', { count: count - found.rows.length })}</p>
      )}
      {elsewhere > 0 && all && (
        <Button look="plain" wide onClick={() => onShowAll(all)}>
          {t('inView.elsewhere', { count: elsewhere })}
        </Button>
      )}
    </>
  );
}
