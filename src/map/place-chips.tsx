import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { hitLine, type PlaceHit } from '#pack/place-hit.ts';
import { ChipButton } from '#ui/chip.tsx';
import { MapPin } from '#ui/icons.ts';
import { List } from '#ui/list.tsx';
import styles from './place-chips.module.css';

interface PlaceChipsProps {
  /** Accessible name of the list. */
  readonly label: string;
  readonly hits: readonly PlaceHit[];
  readonly onChoose: (hit: PlaceHit) => void;
}

/** Streets, houses and postcodes that what is typed may mean, each to be pressed. */
export function PlaceChips({ label, hits, onChoose }: PlaceChipsProps) {
  // Asked for before there is any, so that the page never blinks at the first.
  const t = useWords('places');
  if (hits.length === 0) return null;
  return (
    <List aria-label={label} className={styles['chips']}>
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

interface PlaceSuggestionsProps {
  readonly hits: readonly PlaceHit[];
  readonly onChoose: (hit: PlaceHit) => void;
}

/** The same under a line of a form: how many there are is heard, too. */
export function PlaceSuggestions({ hits, onChoose }: PlaceSuggestionsProps) {
  const t = useWords('places');
  const formats = useFormats();
  const { length } = hits;
  return (
    <div className={styles['suggestions']}>
      <p role="status">
        {length > 0 && t('found', { count: length, amount: formats.number(length) })}
      </p>
      <PlaceChips label={t('onMap')} hits={hits} onChoose={onChoose} />
    </div>
  );
}
