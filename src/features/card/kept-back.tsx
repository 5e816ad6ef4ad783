import type { Circle } from '#domain/sharing/level.ts';
import { useFieldWords } from '#forms/field-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { SeenAs } from '#services/seen-as.ts';
import type { ThingAround } from '#services/thing-on-shelf.ts';
import { FactLine } from '#ui/fact-line.tsx';
import { Eye, Lock } from '#ui/icons.ts';
import { Stack } from '#ui/page.tsx';
import styles from './card.module.css';
import { isShownOnCards } from './narrower-parts.ts';

interface KeptBackProps {
  /** The card as this phone has it. */
  readonly thing: ThingAround;
  readonly seen: SeenAs;
  readonly card: ThingAround;
  readonly circle: Circle;
}

/** What does not reach the others, by its kind of fact, never by what it says. */
function useKeptBackLines({ thing, seen, card, circle }: KeptBackProps): readonly string[] {
  const t = useWords('card');
  const formats = useFormats();
  const { type } = thing.row;
  const words = useFieldWords(type);
  const fields = seen.keptBack.filter((field) => isShownOnCards(type, field)).map(words.label);
  const ties = thing.ties.length - card.ties.length;
  const happenings = thing.happenings.length - card.happenings.length;
  return [
    ...(fields.length > 0 ? [t(`seen.${circle}.fields`, { fields: formats.list(fields) })] : []),
    ...(ties > 0 ? [t('seen.ties', { count: ties })] : []),
    ...(happenings > 0 ? [t('seen.happenings', { count: happenings })] : []),
    ...(seen.unnamed > 0 ? [t('seen.unnamed', { count: seen.unnamed })] : []),
  ];
}

export function KeptBack(props: KeptBackProps) {
  const t = useWords('card');
  const lines = useKeptBackLines(props);
  const { circle } = props;
  return (
    <section className={styles['part']} aria-labelledby="card-kept-back">
      <h2 id="card-kept-back">{t(`seen.${circle}.kept`)}</h2>
      <Stack>
        {lines.length === 0 && <FactLine icon={Eye}>{t(`seen.${circle}.all`)}</FactLine>}
        {lines.map((line) => (
          <FactLine key={line} icon={Lock}>
            {line}
          </FactLine>
        ))}
      </Stack>
    </section>
  );
}
