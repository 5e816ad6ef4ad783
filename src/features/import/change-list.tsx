import { useState } from 'react';
import { type Difference, isPlainNews } from '#domain/import-batch/differences.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Parting } from '#services/book.ts';
import { CheckRow } from '#ui/check-row.tsx';
import { FormGroup } from '#ui/form-group.tsx';
import { Stack } from '#ui/page.tsx';
import styles from './import.module.css';
import { type Reviewed, useImportSession } from './import-session.ts';
import { More } from './more.tsx';
import { changeKey, plainNewsIn } from './taken-changes.ts';

import { useValueWords } from './value-words.ts';
import { without } from './without.ts';

const aPage = 10;

type Part = 'news' | 'ours';

const isOf = (part: Part) => (difference: Difference) =>
  isPlainNews(difference) === (part === 'news');

interface ChangeListProps {
  readonly review: Reviewed;
  readonly part: Part;
}

/** Things whose words part from the file's: plain news, or words that are a neighbour's. */
export function ChangeList({ review, part }: ChangeListProps) {
  const t = useWords('import');
  const [shown, setShown] = useState(aPage);
  const things = review.beside.partings
    .map((parting) => ({ ...parting, differences: parting.differences.filter(isOf(part)) }))
    .filter(({ differences }) => differences.length > 0);
  if (things.length === 0) return null;
  return (
    <FormGroup legend={t(`beside.${part}.title`)} hint={t(`beside.${part}.hint`)}>
      <Stack>
        {part === 'news' && <TakeAll review={review} things={things} />}
        {things.slice(0, shown).map((thing) => (
          <ChangedThing key={thing.id} thing={thing} taken={review.taken} />
        ))}
        <More count={things.length - shown} onMore={() => setShown(shown + aPage)} />
      </Stack>
    </FormGroup>
  );
}

interface TakeAllProps {
  readonly review: Reviewed;
  readonly things: readonly Parting[];
}

/** One tick for all that nobody here has touched. */
function TakeAll({ review: { taken }, things }: TakeAllProps) {
  const t = useWords('import');
  const { setReview } = useImportSession();
  const keys = things.flatMap(plainNewsIn);
  const own = new Set(keys);
  const others = [...taken].filter((key) => !own.has(key));
  return (
    <CheckRow
      label={<strong>{t('beside.news.all', { count: things.length })}</strong>}
      checked={keys.every((key) => taken.has(key))}
      onCheck={(on) => setReview({ taken: new Set(on ? [...others, ...keys] : others) })}
    />
  );
}

interface ChangedThingProps {
  readonly thing: Parting;
  readonly taken: Reviewed['taken'];
}

function ChangedThing({ thing, taken }: ChangedThingProps) {
  const t = useWords('import');
  const { setReview } = useImportSession();
  const tell = useValueWords(thing.type);
  const tick = (key: string) => (on: boolean) =>
    setReview({ taken: on ? new Set([...taken, key]) : without(taken, key) });
  return (
    <Stack gap="near">
      {thing.differences.map((difference) => {
        const key = changeKey(thing.id, difference.field);
        const { label, here, there } = tell(difference);
        return (
          <CheckRow
            key={key}
            label={<bdi>{t('beside.field', { field: label, name: thing.name })}</bdi>}
            note={
              <>
                <span className={styles['said']}>{t('beside.here', { words: here })}</span>
                <span className={styles['said']}>{t('beside.there', { words: there })}</span>
              </>
            }
            checked={taken.has(key)}
            onCheck={tick(key)}
          />
        );
      })}
    </Stack>
  );
}
