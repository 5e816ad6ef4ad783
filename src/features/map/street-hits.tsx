import { useLocale } from '#i18n/shown-locale.ts';
import { useWords } from '#i18n/use-words.ts';
import { PlaceChips } from '#map/place-chips.tsx';
import type { PlaceHit } from '#pack/place-hit.ts';
import { usePlaceHits } from '#services/use-place-hits.ts';
import { ChipButton } from '#ui/chip.tsx';
import { Footprints } from '#ui/icons.ts';
import styles from './map-screen.module.css';

interface StreetHitsProps {
  readonly text: string;
  readonly onChoose: (hit: PlaceHit) => void;
}

/** Streets, houses and postcodes that what is typed may mean, found without a signal. */
export function StreetHits({ text, onChoose }: StreetHitsProps) {
  const t = useWords('map');
  const hits = usePlaceHits(text, useLocale().base.slice(0, 2));
  return <PlaceChips label={t('streets')} hits={hits} onChoose={onChoose} />;
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
