import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { MapPin, X } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import type { MapPack } from './base-layers.ts';
import { MapCanvas } from './map-canvas.tsx';
import type { MapPoint } from './map-point.ts';
import styles from './place-picker.module.css';
import { keyAct, openingAt, type Placing, usePlacing } from './placing.ts';
import type { Spot } from './spot.ts';
import { Nudges, SpotWords } from './spot-words.tsx';
import { ZoomButtons } from './zoom-buttons.tsx';

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

function Picking(props: PlacePickerProps & { readonly titleId: string }) {
  const { titleId, onClose, onPut, start, pack, points, from, fromName } = props;
  const t = useWords('map');
  const common = useWords('common');
  const placing = usePlacing(() => openingAt(start, pack, points));
  const { aim, spot, stepM, canDraw } = placing;
  return (
    <div className={styles['inside']}>
      <header className={styles['head']}>
        <h2 id={titleId}>{t('place.title')}</h2>
        <IconButton icon={X} label={common('do.close')} onClick={onClose} />
      </header>
      <p className={styles['how']}>{t(canDraw ? 'place.how' : 'place.howPlain')}</p>
      <div className={styles['map']}>
        <Pad placing={placing} pack={pack} points={points} onPut={() => onPut(spot)} />
        <div className={styles['zoom']}>
          <ZoomButtons
            nearer={t(canDraw ? 'zoomIn' : 'place.smaller')}
            further={t(canDraw ? 'zoomOut' : 'place.bigger')}
            onZoom={placing.zoomBy}
          />
        </div>
      </div>
      <footer className={styles['foot']}>
        <SpotWords
          spot={spot}
          from={from ?? aim.centre}
          fromName={fromName}
          stepM={stepM}
          isOnMap={canDraw}
        />
        <Nudges onStep={placing.step} />
        <Button look="filled" wide icon={MapPin} onClick={() => onPut(spot)}>
          {t('place.put')}
        </Button>
      </footer>
    </div>
  );
}

interface PadProps extends Pick<PlacePickerProps, 'pack' | 'points'> {
  readonly placing: Placing;
  readonly onPut: () => void;
}

/** The dialog gives the focus to what carries this; React's own `autoFocus` comes too early for it. */
const focusFirst = (pad: HTMLDivElement | null): void => pad?.setAttribute('autofocus', '');

/** The map, or what stands in its place, as one thing that the keys move. */
function Pad({ placing, pack, points, onPut }: PadProps) {
  const t = useWords('map');
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const act = keyAct(event.key, event.shiftKey);
    const isOurs = event.target === event.currentTarget && !event.ctrlKey && !event.metaKey;
    if (!act || !isOurs) return;
    event.preventDefault();
    if (act === 'put') onPut();
    else if ('zoom' in act) placing.zoomBy(act.zoom);
    else placing.step(...act.move);
  };
  return (
    <div
      ref={focusFirst}
      role="application"
      aria-label={t('place.keys')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys move the spot from here
      tabIndex={0}
      className={styles['pad']}
      onKeyDown={onKeyDown}
    >
      <MapCanvas
        controls={placing.controls}
        placing
        pack={pack}
        points={points}
        aim={placing.aim}
        instead={<Notice>{t('place.noDrawing')}</Notice>}
        onTap={placing.glideTo}
        onMove={placing.follow}
      />
    </div>
  );
}
