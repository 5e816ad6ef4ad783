import type { ComponentType } from 'react';
import type { JsonObject } from '#base/json.ts';
import { useWords } from '#i18n/use-words.ts';
import type { ControlProps } from '../control-props.ts';
import { messageAt } from '../issues.ts';
import { RowList } from '../row-list.tsx';
import { useIssueWords } from '../use-issue-words.ts';
import { type PartsInput, rowsOf } from '../use-parts.ts';
import { InChargeParts } from './in-charge-parts.tsx';
import { RouteParts } from './route-parts.tsx';
import { SpaceParts } from './space-parts.tsx';

interface RowKind {
  readonly parts: ComponentType<PartsInput>;
  readonly words: 'spaces' | 'inCharge' | 'routes';
  readonly made: (newId: () => string) => JsonObject;
  readonly most?: number;
}

/** Lists of small things, by field. A new one is a line here and its parts. */
const rowKinds: Readonly<Record<string, RowKind>> = {
  spaces: { parts: SpaceParts, words: 'spaces', made: (newId) => ({ id: newId() }) },
  contactRoutes: { parts: RouteParts, words: 'routes', made: () => ({ kind: 'via' }), most: 6 },
  inCharge: { parts: InChargeParts, words: 'inCharge', made: () => ({ role: 'resident' }) },
};

const usualMost = 20;

export function RowsControl(props: ControlProps) {
  const t = useWords('fields');
  const say = useIssueWords();
  const kind = rowKinds[props.name];
  const { rows, add, remove } = rowsOf(props);
  if (!kind) return null;
  const { words, parts: Parts, most = usualMost } = kind;
  const addOne = () => add(kind.made(props.context.newId));
  return (
    <RowList
      id={props.id}
      legend={props.label}
      hint={props.hint}
      error={say(messageAt(props.issues, ''))}
      keys={rows.map(({ id }) => id)}
      rowName={(i) => t(`${words}.row`, { n: i + 1 })}
      onRemove={remove}
      adders={rows.length < most ? [{ label: t(`${words}.add`), onAdd: addOne }] : []}
    >
      {(i) => {
        const row = rows[i];
        return row && <Parts {...row} />;
      }}
    </RowList>
  );
}
