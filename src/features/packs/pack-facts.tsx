import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { type Bounds, type Spot, sizeOf } from '#map/spot.ts';
import { outlineOf } from './area-outline.ts';
import { isCovered } from './covered.ts';
import styles from './packs.module.css';

/** What a pack is measured against: the open register. */
export interface Ground {
  readonly centre: Spot | undefined;
  readonly things: readonly Spot[];
}

interface PackFactsProps {
  readonly bounds: Bounds;
  readonly ground: Ground;
}

/** The area in words and as a small drawing. */
export function PackArea({ bounds, ground: { centre, things } }: PackFactsProps) {
  const t = useWords('packs');
  const formats = useFormats();
  const { widthM, heightM } = sizeOf(bounds);
  const inside = things.filter((thing) => isCovered(bounds, thing));
  return (
    <div className={styles['area']}>
      <Outline bounds={bounds} ground={{ centre, things: inside }} />
      <div className={styles['areaWords']}>
        <p>{t('holds', { width: formats.distance(widthM), height: formats.distance(heightM) })}</p>
        {centre && <p>{t(isCovered(bounds, centre) ? 'coversCentre' : 'missesCentre')}</p>}
        {things.length > 0 && <p>{t('things', { count: inside.length })}</p>}
      </div>
    </div>
  );
}

function Outline({ bounds, ground }: PackFactsProps) {
  const t = useWords('packs');
  const { side, area, centre, things } = outlineOf(bounds, ground.centre, ground.things);
  return (
    <svg
      className={styles['outline']}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={t('outline')}
    >
      <rect {...area} rx="3" className={styles['patch']} />
      {things.map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="1.6" className={styles['thing']} />
      ))}
      {centre && <circle cx={centre[0]} cy={centre[1]} r="4" className={styles['centre']} />}
    </svg>
  );
}
