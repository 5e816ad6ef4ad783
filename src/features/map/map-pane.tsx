import { type RefObject, useEffect, useRef, useState } from 'react';
import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { MapView } from '#map/camera.ts';
import type { MapControls } from '#map/canvas-props.ts';
import { MapCanvas } from '#map/map-canvas.tsx';
import { grown } from '#map/spot.ts';
import { useLatest } from '#map/use-latest.ts';
import { canDrawMaps } from '#map/web-gl.ts';
import { ZoomButtons } from '#map/zoom-buttons.tsx';
import { useBook } from '#services/use-services.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { LocateFixed } from '#ui/icons.ts';
import { Link } from '#ui/link.tsx';
import { Notice } from '#ui/notice.tsx';
import { SkipLink } from '#ui/skip-link.tsx';
import { useCamera } from './camera-store.ts';
import styles from './map-pane.module.css';
import type { Neighbourhood } from './use-neighbourhood.ts';
import type { WhereAmI } from './use-where-am-i.ts';

interface MapPaneProps {
  readonly shown: Neighbourhood | undefined;
  readonly whereAmI: WhereAmI;
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
  readonly onMove?: (view: MapView) => void;
  /** For buttons outside the map. */
  readonly controls?: RefObject<MapControls | null>;
  /** Id of the list that tells the same. */
  readonly listId?: string;
}

/** The region "Map": the canvas and its buttons. */
export function MapPane(props: MapPaneProps) {
  const { shown, whereAmI, selectedId, onSelect, onMove, listId } = props;
  const t = useWords('map');
  const register = useBook().registerId;
  const leave = useCamera((store) => store.leave);
  const own = useRef<MapControls>(null);
  const [canDraw] = useState(canDrawMaps);
  const controls = props.controls ?? own;
  const goToMe = useGoToMe(whereAmI, controls);
  const moved = (view: MapView) => {
    leave(register, view);
    onMove?.(view);
  };
  return (
    <section aria-label={t('title')} className={styles['region']}>
      {listId && <SkipLink label={t('inView.skip')} to={listId} />}
      {shown && (
        <MapCanvas
          controls={controls}
          pack={shown.pack}
          points={shown.points}
          areas={shown.areas}
          aim={shown.aim}
          selectedId={selectedId}
          you={whereAmI.fix}
          onSelect={onSelect}
          onMove={moved}
        />
      )}
      <Buttons
        onZoom={canDraw ? (steps) => controls.current?.zoomBy(steps) : undefined}
        onLocate={() => void goToMe()}
      />
      <PaneWords shown={shown} whereAmI={whereAmI} canDraw={canDraw} />
    </section>
  );
}

/** To where the phone is: near enough to see the streets, far enough to see how sure that is. */
function useGoToMe({ look, fix }: WhereAmI, controls: RefObject<MapControls | null>) {
  const [turn, setTurn] = useState(0);
  const latest = useLatest(fix);
  useEffect(() => {
    const at = latest.current;
    if (turn === 0 || !at) return;
    const bounds = grown([at.lon, at.lat, at.lon, at.lat], at.accuracyM);
    controls.current?.lookAt({ bounds });
  }, [turn, latest, controls]);
  return async () => {
    // Only once the map knows of it: it comes back from where nothing of it is.
    if (await look()) setTurn((before) => before + 1);
  };
}

interface ButtonsProps {
  /** Absent where nothing is drawn. */
  readonly onZoom: ((steps: number) => void) | undefined;
  readonly onLocate: () => void;
}

function Buttons({ onZoom, onLocate }: ButtonsProps) {
  const t = useWords('map');
  return (
    <div className={styles['buttons']}>
      <IconButton raised icon={LocateFixed} label={t('locate')} onClick={onLocate} />
      {onZoom && <ZoomButtons nearer={t('zoomIn')} further={t('zoomOut')} onZoom={onZoom} />}
    </div>
  );
}

interface PaneWordsProps extends Pick<MapPaneProps, 'shown' | 'whereAmI'> {
  readonly canDraw: boolean;
}

/** What the map cannot show: where the phone is in words, why it does not know, where streets are. */
function PaneWords({ shown, whereAmI, canDraw }: PaneWordsProps) {
  const t = useWords('map');
  const formats = useFormats();
  const failureWords = useFailureWords();
  const { fix, failure, isLooking } = whereAmI;
  const found = fix ? t('youAreHere', { accuracy: formats.accuracy(fix.accuracyM) }) : '';
  return (
    <div className={styles['words']}>
      <p role="status" className={styles['where']}>
        {isLooking ? t('locating') : failure ? '' : found}
      </p>
      {failure && (
        <Notice tone="warn" live="status">
          {failureWords(failure)}
        </Notice>
      )}
      {shown && !shown.pack && canDraw && (
        <Link href="/packs" className={styles['noPack']}>
          {t('noPack')}
        </Link>
      )}
    </div>
  );
}
