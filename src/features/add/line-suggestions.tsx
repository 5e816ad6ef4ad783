import { useLocale } from '#i18n/shown-locale.ts';
import { useWords } from '#i18n/use-words.ts';
import { PlaceSuggestions } from '#map/place-chips.tsx';
import { hitLine, type PlaceHit } from '#pack/place-hit.ts';
import { useNearestHome, usePlaceHits } from '#services/use-place-hits.ts';
import { ChipButton } from '#ui/chip.tsx';
import { MapPin } from '#ui/icons.ts';
import styles from './add.module.css';
import type { Answers } from './answers.ts';
import { withoutDoors } from './place-hits.ts';
import { readTypedPlace } from './typed-place.ts';

interface LineSuggestionsProps {
  readonly answers: Answers;
  /** Only the street is kept: then no house is offered either. */
  readonly near: boolean;
  readonly onChoose: (hit: PlaceHit) => void;
}

/** Streets, houses and postcodes of the map pack that begin as the line does. */
export function LineSuggestions({ answers, near, onChoose }: LineSuggestionsProps) {
  const { typed, spot } = answers;
  // Where only the street is kept no door is ever looked up, so that its place cannot slip through.
  const asked = near ? readTypedPlace(typed).street : typed;
  const found = usePlaceHits(spot ? '' : asked, useLocale().base.slice(0, 2));
  const hits = (near ? withoutDoors(found) : found).filter((hit) => hitLine(hit) !== typed.trim());
  return <PlaceSuggestions hits={hits} onChoose={onChoose} />;
}

interface AddressHereProps {
  readonly answers: Answers;
  readonly onChoose: (line: string) => void;
}

/** The nearest address to where the phone is: a question, never a guess that is kept by itself. */
export function AddressHere({ answers: { spot, address }, onChoose }: AddressHereProps) {
  const t = useWords('add');
  const hit = useNearestHome(spot ?? undefined, useLocale().base.slice(0, 2));
  const line = hit && hitLine(hit);
  if (!line) return null;
  const isThis = address === line;
  return (
    <div className={styles['suggestions']}>
      <ChipButton icon={MapPin} chosen={isThis} onClick={() => onChoose(isThis ? '' : line)}>
        {t('where.isIt', { line })}
      </ChipButton>
    </div>
  );
}
