import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import type { MapView } from './camera.ts';
import styles from './map.module.css';
import { roundLength } from './scale.ts';
import { metresPerPixel } from './spot.ts';

const widestPx = 96;

/** How long things are: on ground without streets nothing else tells. */
export function ScaleBar({ view: { centre, zoom } }: { readonly view: MapView }) {
  const t = useWords('map');
  const formats = useFormats();
  const perPixel = metresPerPixel(centre.lat, zoom);
  const metres = roundLength(perPixel * widestPx);
  const length =
    metres < 1000
      ? t('metres', { amount: formats.number(metres) })
      : t('kilometres', { amount: formats.number(metres / 1000) });
  return (
    <div className={styles['scale']}>
      <span aria-hidden="true">
        {length}
        <span className={styles['rule']} style={{ inlineSize: metres / perPixel }} />
      </span>
      <VisuallyHidden>{t('scale', { length })}</VisuallyHidden>
    </div>
  );
}
