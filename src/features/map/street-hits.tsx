import { useLocale } from '#i18n/shown-locale.ts';
import { useWords } from '#i18n/use-words.ts';
import { hitLine, type PlaceHit } from '#pack/place-hit.ts';
import { usePlaceHits } from '#services/use-place-hits.ts';
import { ChipButton } from '#ui/chip.tsx';
import { Footprints, MapPin } from '#ui/icons.ts';
import { List } from '#ui/list.tsx';
import styles from './map-screen.module.css';

interface StreetHitsProps {
  readonly text: string;
  readonly onChoose: (hit: PlaceHit) => void;
}

/** Streets, houses and postcodes that what is typed may mean, found without a signal. */
export function StreetHits({ text, onChoose }: StreetHitsProps) {
  const t = useWords('map');
  const hits = usePlaceHits(text, useLocale().base.slice(0, 2));
  if (hits.length === 0) return null;
  return (
    <List aria-label={t('streets')} className={styles['streets']}>
      {hits.map((hit) => (
        <li key={`${hit.what} ${hitLine(hit)} ${hit.lon} ${hit.lat}`}>
          <ChipButton icon={MapPin} onClick={() => onChoose(hit)}>
            {hit.asked ? t('nearest', { line: hitLine(hit), asked: hit.asked }) : hitLine(hit)}
          </ChipButton>
        </li>
      ))}
    </List>
  );
}

interface StartProps {
  readonly line: string | undefined;
  readonly onEnd: () => void;
}

/** Where distances are told from, once a street was chosen for it. */
export function Start({ line, onEnd }: StartProps) {
  const t = useWords('map');
  if (line === undefined) return null;
  return (
    <div className={styles['streets']}>
      <ChipButton icon={Footprints} chosen onClick={onEnd}>
        {t('from', { line })}
      </ChipButton>
    </div>
  );
}
