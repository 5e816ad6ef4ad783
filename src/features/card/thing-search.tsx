import { useDeferredValue, useState } from 'react';
import type { ThingRow as Line } from '#domain/record/thing-row.ts';
import type { AssetKind } from '#domain/taxonomy/kinds.ts';
import { useWords } from '#i18n/use-words.ts';
import type { Point } from '#search/query.ts';
import { useFound } from '#services/use-found.ts';
import { List } from '#ui/list.tsx';
import { SearchField } from '#ui/search-field.tsx';
import styles from './card.module.css';
import { ThingRow } from './thing-row.tsx';

const most = 8;
/** Activities stand under their organiser's kind, so some of what is found may not fit. */
const asked = most * 3;

interface ThingSearchProps {
  /** Accessible name of the search box. */
  readonly label: string;
  readonly kinds: readonly AssetKind[];
  /** Nearest first from here, until something is typed. */
  readonly near: Point | undefined;
  readonly fits: (row: Line) => boolean;
  readonly onPick: (row: Line) => void;
}

/** Finds one thing in the book and hands it over. */
export function ThingSearch({ label, kinds, near, fits, onPick }: ThingSearchProps) {
  const t = useWords('card');
  const [text, setText] = useState('');
  const query = {
    kinds,
    limit: asked,
    ...(text.trim() === '' ? {} : { text }),
    ...(near ? { near } : {}),
  };
  const found = useFound(useDeferredValue(query));
  const rows = (found?.rows ?? [])
    .map((row, index) => ({ row, away: found?.away[index] }))
    .filter(({ row }) => fits(row))
    .slice(0, most);
  return (
    <div className={styles['part']}>
      <SearchField label={label} placeholder={label} value={text} onText={setText} />
      <p role="status" className={styles['soft']}>
        {found && (rows.length === 0 ? t('pick.none') : t('pick.found', { count: rows.length }))}
      </p>
      <List aria-label={label}>
        {rows.map(({ row, away }) => (
          <li key={row.id}>
            <ThingRow row={row} away={away} onPress={() => onPick(row)} />
          </li>
        ))}
      </List>
    </div>
  );
}
