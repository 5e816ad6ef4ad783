import type { ReactNode } from 'react';
import type { AnyRecord } from '#domain/record/record.ts';
import { useFieldWords } from '#forms/field-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { useMayWrite } from '#services/use-may-write.ts';
import { useBook, useServices } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { RotateCcw } from '#ui/icons.ts';
import { List } from '#ui/list.tsx';
import styles from './card.module.css';
import { actsOf, type PastValue } from './past-values.ts';
import { usePastWords } from './past-words.ts';
import type { Doing } from './use-doing.ts';
import { useThingNames } from './use-thing-names.ts';

interface PastProps {
  readonly lines: readonly PastValue[];
  readonly record: AnyRecord;
  readonly doing: Doing;
}

export function Past({ lines, record, doing }: PastProps) {
  const t = useWords('card');
  const { now } = useServices();
  const mayWrite = useMayWrite();
  const formats = useFormats();
  const words = useFieldWords(record.type);
  const thingOf = useThingNames(record);
  const tell = usePastWords({ record, now: now(), thingOf });
  const when = (at: number) =>
    t('history.when', { age: formats.age(at), day: formats.day(at), time: formats.time(at) });
  return (
    <List aria-label={t('actions.history')}>
      {actsOf(lines).map((act) => (
        <li key={act.at}>
          <Card className={styles['past'] ?? ''}>
            <h2 className={styles['when']}>{when(act.at)}</h2>
            {act.lines.map((line) => (
              <PastLine
                key={line.key}
                line={line}
                label={words.label(line.field)}
                said={tell(line)}
              >
                {line.canPutBack && mayWrite && (
                  <PutBack
                    line={line}
                    label={words.label(line.field)}
                    said={plainWords(tell(line))}
                    record={record}
                    doing={doing}
                  />
                )}
              </PastLine>
            ))}
          </Card>
        </li>
      ))}
    </List>
  );
}

interface PastLineProps {
  readonly line: PastValue;
  readonly label: string;
  readonly said: readonly ReactNode[];
  readonly children: ReactNode;
}

function PastLine({ line, label, said, children }: PastLineProps) {
  const t = useWords('card');
  return (
    <div className={styles['pastLine']}>
      <h3 className={styles['pastLabel']}>
        {label}
        {line.current && <span className={styles['now']}>{t('history.now')}</span>}
      </h3>
      <div className={styles['pastSaid']}>
        {said.map((each, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no life of their own
          <div key={i}>{each}</div>
        ))}
      </div>
      {children}
    </div>
  );
}

interface PutBackProps {
  readonly line: PastValue;
  readonly label: string;
  readonly said: string;
  readonly record: AnyRecord;
  readonly doing: Doing;
}

const plainWords = (said: readonly ReactNode[]): string =>
  said.filter((each) => typeof each === 'string').join(', ');

function PutBack({ line, label, said, record, doing }: PutBackProps) {
  const t = useWords('card');
  const common = useWords('common');
  const book = useBook();
  const { type, id } = record;
  const putBack = () =>
    void doing.run(
      () => book.putBack({ type, id }, line.field, line.value),
      t('done.putBack', { field: label }),
    );
  return (
    <div>
      <Button
        size="small"
        look="plain"
        icon={RotateCcw}
        aria-label={t('history.putBack', { field: label, words: said })}
        onClick={putBack}
      >
        {common('do.putBack')}
      </Button>
    </div>
  );
}
