import type { JsonObject } from '#base/json.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import type { RecordType } from '#domain/record/values.ts';
import { FactLine } from '#ui/fact-line.tsx';
import { StitchRule } from '#ui/stitch-rule.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './fact-list.module.css';
import { type Fact, factsOf } from './facts-of.ts';
import { type ThingName, useSaying } from './saying.ts';

export interface FactListProps {
  readonly type: RecordType;
  readonly record: AnyRecord;
  /** Milliseconds since 1970 at which each field was last said. */
  readonly ages: Readonly<Record<string, number>>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Names for what the record points at; without it those fields are not shown. */
  readonly thingOf?: (id: string) => ThingName | undefined;
  /** Fields that the screen shows itself. Name and type are never repeated here. */
  readonly except?: readonly string[];
}

/** A record as people read it, with the age of each fact. */
export function FactList({ type, record, ages, now, thingOf, except = [] }: FactListProps) {
  const saying = useSaying({ type, record: record as unknown as JsonObject, now, thingOf });
  const shown = factsOf(saying, except);
  if (shown.length === 0) return <p className={styles['said']}>{saying.t('facts.empty')}</p>;
  return (
    <div className={styles['list']}>
      {shown.map(({ section, facts }, i) => (
        <section key={section} className={styles['section']}>
          {i > 0 && <StitchRule />}
          <h2 className={styles['title']}>{saying.words.section(section)}</h2>
          <ul className={styles['facts']}>
            {facts.map((fact) => (
              <li key={fact.field}>
                <FactRow fact={fact} age={ages[fact.field]} ageWords={saying.formats.age} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface FactRowProps {
  readonly fact: Fact;
  readonly age: number | undefined;
  readonly ageWords: (then: number) => string;
}

function FactRow({ fact, age, ageWords }: FactRowProps) {
  const { icon, label, isPlain, lines } = fact;
  return (
    <FactLine icon={icon} note={age === undefined ? undefined : ageWords(age)}>
      {isPlain ? (
        <VisuallyHidden>{label}</VisuallyHidden>
      ) : (
        <div className={styles['label']}>{label}</div>
      )}
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no life of their own
        <div key={i} className={styles['line']}>
          {line}
        </div>
      ))}
    </FactLine>
  );
}
