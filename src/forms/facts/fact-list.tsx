import type { JsonObject } from '#base/json.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import type { RecordType } from '#domain/record/values.ts';
import { FactLine } from '#ui/fact-line.tsx';
import { StitchRule } from '#ui/stitch-rule.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './fact-list.module.css';
import { type Fact, factsOf } from './facts-of.ts';
import { type Saying, type ThingName, useSaying } from './saying.ts';

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
          <Facts
            title={saying.words.section(section)}
            facts={facts}
            ages={facts.map(({ field }) => ageWords(ages[field], saying))}
          />
        </section>
      ))}
    </div>
  );
}

const ageWords = (age: number | undefined, { formats }: Saying): string | undefined =>
  age === undefined ? undefined : formats.age(age);

interface FactsProps {
  readonly title: string;
  readonly facts: readonly Fact[];
  /** One for each fact. */
  readonly ages: readonly (string | undefined)[];
}

/** An age that all share is said once, beside the title. */
function Facts({ title, facts, ages }: FactsProps) {
  const shared = ages.every((age) => age === ages[0]) ? ages[0] : undefined;
  return (
    <>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{title}</h2>
        {shared && <span className={styles['said']}>{shared}</span>}
      </div>
      <ul className={styles['facts']}>
        {facts.map((fact, i) => (
          <li key={fact.field}>
            <FactRow fact={fact} age={shared ? undefined : ages[i]} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface FactRowProps {
  readonly fact: Fact;
  readonly age: string | undefined;
}

function FactRow({ fact, age }: FactRowProps) {
  const { icon, label, isPlain, lines } = fact;
  return (
    <FactLine icon={icon} note={age}>
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
