import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './place-picker.module.css';
import { type Spot, wayTo } from './spot.ts';

interface SpotWordsProps {
  readonly spot: Spot;
  readonly from: Spot;
  readonly fromName: string | undefined;
  /** How far one press moves it. */
  readonly stepM: number;
  /** Whether a map shows how far that is. */
  readonly isOnMap: boolean;
}

/** Where the cross is, for those who cannot see it: a distance and a direction, never degrees. */
export function SpotWords({ spot, from, fromName, stepM, isOnMap }: SpotWordsProps) {
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
  const isShort = stepM < 1000;
  const length = isShort
    ? t('metres', { amount: formats.number(stepM) })
    : t('kilometres', { amount: formats.number(stepM / 1000) });
  const Step = isOnMap ? VisuallyHidden : 'p';
  return (
    <>
      <p role="status" className={styles['spot']}>
        {words}
      </p>
      <Step role="status">{t('place.step', { length })}</Step>
    </>
  );
}

const ways = [
  ['n', 0, 1],
  ['s', 0, -1],
  ['w', -1, 0],
  ['e', 1, 0],
] as const;

interface NudgesProps {
  /** East and north, in steps. */
  readonly onStep: (east: number, north: number) => void;
}

export function Nudges({ onStep }: NudgesProps) {
  const t = useWords('map');
  return (
    <fieldset className={styles['nudges']}>
      <legend className={styles['legend']}>{t('place.nudges')}</legend>
      {ways.map(([wind, east, north]) => (
        <Button key={wind} look="plain" size="small" onClick={() => onStep(east, north)}>
          {t(`place.nudge.${wind}`)}
        </Button>
      ))}
    </fieldset>
  );
}
