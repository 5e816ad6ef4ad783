import { useEffect, useId, useRef, useState } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { MapPin, X } from '#ui/icons.ts';
import type { MapPack } from './base-layers.ts';
import type { MapView } from './camera.ts';
import type { MapControls } from './canvas-props.ts';
import { MapCanvas } from './map-canvas.tsx';
import type { MapPoint } from './map-point.ts';
import styles from './place-picker.module.css';
import { boundsOf, middleOf, movedBy, type Spot, wayTo } from './spot.ts';
import { canDrawMaps } from './web-gl.ts';

export interface PlacePickerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onPut: (spot: Spot) => void;
  /** Where the cross starts: the thing's place so far, a fix, or the register's centre; without it amid what is there. */
  readonly start: Spot | undefined;
  /** What a spot is told from: the register's centre. Without it the start is. */
  readonly from?: Spot | undefined;
  /** How people call it: "Pillgwenlly". */
  readonly fromName?: string | undefined;
  readonly pack: MapPack | undefined;
  /** What is there already, to find one's bearings. */
  readonly points: readonly MapPoint[];
}

/** Without any hint the whole island is shown, and the person moves to where they are. */
const nowhere: Spot = { lon: -2.5, lat: 53.5 };
const closeZoom = 16;
const packZoom = 14.5;
const farZoom = 5;

function openingAt(
  start: Spot | undefined,
  pack: MapPack | undefined,
  points: readonly MapPoint[],
): { readonly centre: Spot; readonly zoom: number } {
  if (start) return { centre: start, zoom: closeZoom };
  const bounds = pack?.bounds ?? boundsOf(points);
  return bounds ? { centre: middleOf(bounds), zoom: packZoom } : { centre: nowhere, zoom: farZoom };
}

/** A screen of its own over the form: a cross on the map, moved by tap, by keys or by buttons. */
export function PlacePicker(props: PlacePickerProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { open, onClose } = props;
  useEffect(() => {
    const element = dialog.current;
    if (!open || !element) return undefined;
    element.showModal();
    return () => element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {open && <Picking {...props} titleId={titleId} />}
    </dialog>
  );
}

function Picking({
  titleId,
  onClose,
  onPut,
  start,
  pack,
  points,
  from,
  fromName,
}: PlacePickerProps & { readonly titleId: string }) {
  const t = useWords('map');
  const common = useWords('common');
  const [canDraw] = useState(canDrawMaps);
  const controls = useRef<MapControls>(null);
  const [aim] = useState(() => openingAt(start, pack, points));
  const [spot, setSpot] = useState<Spot>(aim.centre);
  const zoom = useRef(aim.zoom);
  const followMap = ({ centre, zoom: now }: MapView) => {
    zoom.current = now;
    setSpot(centre);
  };
  const moveTo = (next: Spot) => {
    setSpot(next);
    controls.current?.lookAt({ centre: next, zoom: zoom.current });
  };
  return (
    <div className={styles['inside']}>
      <header className={styles['head']}>
        <h2 id={titleId}>{t('place.title')}</h2>
        <IconButton icon={X} label={common('do.close')} onClick={onClose} />
      </header>
      <p className={styles['how']}>{t(canDraw ? 'place.how' : 'place.howPlain')}</p>
      <div className={styles['map']}>
        <MapCanvas
          controls={controls}
          placing
          pack={pack}
          points={points}
          aim={aim}
          onTap={moveTo}
          onMove={followMap}
        />
      </div>
      <footer className={styles['foot']}>
        <SpotWords spot={spot} from={from ?? aim.centre} fromName={fromName} />
        <Nudges onNudge={(east, north) => moveTo(movedBy(spot, east, north))} />
        <Button look="filled" wide icon={MapPin} onClick={() => onPut(spot)}>
          {t('place.put')}
        </Button>
      </footer>
    </div>
  );
}

interface SpotWordsProps {
  readonly spot: Spot;
  readonly from: Spot;
  readonly fromName: string | undefined;
}

/** Where the cross is, for those who cannot see it: a distance and a direction, never degrees. */
function SpotWords({ spot, from, fromName }: SpotWordsProps) {
  const t = useWords('map');
  const common = useWords('common');
  const formats = useFormats();
  const { metres, wind } = wayTo(from, spot);
  const name = fromName ?? t('place.middle');
  const words =
    metres < 5
      ? t('place.atCentre', { from: name })
      : t('place.at', {
          distance: formats.distance(metres),
          direction: common(`compassWords.${wind}`),
          from: name,
        });
  return (
    <p role="status" className={styles['spot']}>
      {words}
    </p>
  );
}

const stepM = 10;
const ways = [
  ['n', 0, stepM],
  ['s', 0, -stepM],
  ['w', -stepM, 0],
  ['e', stepM, 0],
] as const;

interface NudgesProps {
  readonly onNudge: (east: number, north: number) => void;
}

function Nudges({ onNudge }: NudgesProps) {
  const t = useWords('map');
  return (
    <fieldset className={styles['nudges']}>
      <legend className={styles['legend']}>{t('place.nudges')}</legend>
      {ways.map(([wind, east, north]) => (
        <Button key={wind} look="plain" size="small" onClick={() => onNudge(east, north)}>
          {t(`place.nudge.${wind}`)}
        </Button>
      ))}
    </fieldset>
  );
}
