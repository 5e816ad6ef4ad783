import { useId, useMemo, useRef, useState } from 'react';
import type { ThingRow } from '#domain/record/thing-row.ts';
import { useWords } from '#i18n/use-words.ts';
import type { MapView } from '#map/camera.ts';
import type { MapControls } from '#map/canvas-props.ts';
import type { Spot } from '#map/spot.ts';
import { hitLine, type PlaceHit } from '#pack/place-hit.ts';
import { useAway } from '#services/use-away.ts';
import { useFound } from '#services/use-found.ts';
import { useRows } from '#services/use-rows.ts';
import { ChipLink } from '#ui/chip.tsx';
import { MapPin } from '#ui/icons.ts';
import { SearchField } from '#ui/search-field.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { ThingLine } from './in-view-list.tsx';
import { MapPane } from './map-pane.tsx';
import styles from './map-screen.module.css';
import { moveKey } from './move-words.ts';
import { Start, StreetHits } from './street-hits.tsx';
import { Told } from './told.tsx';
import { useLookRound } from './use-look-round.ts';
import { useNeighbourhood } from './use-neighbourhood.ts';
import { useWhereAmI } from './use-where-am-i.ts';

/** Rows told at once: more are reached by moving nearer or by searching. */
const rowsShown = 60;

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
  const lookRound = useLookRound(controls);
  const screen = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const listId = useId();
  const startFrom = (hit: PlaceHit) => {
    setStart(hit);
    setText('');
    void lookRound(hit);
    // What was pressed goes; the map comes into sight, and what is told of it is next.
    panel.current?.focus({ preventScroll: true });
    screen.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <div ref={screen} className={styles['screen']}>
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
      <div ref={panel} className={styles['panel']} id={listId} tabIndex={-1}>
        <StreetHits text={text} onChoose={startFrom} />
        <Start line={start && hitLine(start)} onEnd={() => setStart(undefined)} />
        <Chosen id={selectedId} from={from} />
        <Told
          text={text}
          found={found}
          shown={shown}
          view={view}
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
      {row && (
        <ThingLine row={row} away={away} from={from} chosen>
          {isMovable(row) && (
            <ChipLink icon={MapPin} href={`/asset/${row.id}/edit?place=move`}>
              {t('move')}
            </ChipLink>
          )}
        </ThingLine>
      )}
    </>
  );
}

/** What stands where another thing does moves with that one. */
const isMovable = (row: ThingRow): boolean => row.type !== 'activity' && !('placeId' in row);

const placeOf = (row: ThingRow | undefined): Spot | undefined =>
  row?.lon === undefined || row.lat === undefined ? undefined : { lon: row.lon, lat: row.lat };
