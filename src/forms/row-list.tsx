import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { FormGroup, type GroupWords } from '#ui/form-group.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Plus, Trash2 } from '#ui/icons.ts';
import styles from './row-list.module.css';

interface Adder {
  readonly label: string;
  readonly onAdd: () => void;
}

interface RowListProps extends GroupWords {
  readonly keys: readonly string[];
  readonly rowName: (index: number) => string;
  readonly onRemove: (index: number) => void;
  /** None when the list is full. */
  readonly adders: readonly Adder[];
  readonly children: (index: number) => ReactNode;
}

/** Rows that are added and removed; the focus goes to the new row, or back to the way to add one. */
export function RowList({ keys, rowName, onRemove, adders, children, ...group }: RowListProps) {
  const t = useWords('fields');
  const box = useRef<HTMLDivElement>(null);
  const adding = useRef<HTMLDivElement>(null);
  const focus = useFocusAfter(keys.length, box, adding);
  const remove = (index: number) => {
    focus.next = 'adder';
    onRemove(index);
  };
  return (
    <FormGroup {...group}>
      <div ref={box} className={styles['rows']}>
        {keys.map((key, index) => (
          <fieldset key={key} className={styles['row']} aria-label={rowName(index)}>
            <div className={styles['head']}>
              <span className={styles['name']} aria-hidden="true">
                {rowName(index)}
              </span>
              <IconButton
                icon={Trash2}
                label={t('form.remove', { name: rowName(index) })}
                onClick={() => remove(index)}
              />
            </div>
            {children(index)}
          </fieldset>
        ))}
      </div>
      <div ref={adding} className={styles['adders']}>
        {adders.map(({ label, onAdd }) => (
          <Button
            key={label}
            look="plain"
            size="small"
            icon={Plus}
            onClick={() => {
              focus.next = 'row';
              onAdd();
            }}
          >
            {label}
          </Button>
        ))}
      </div>
    </FormGroup>
  );
}

interface NextFocus {
  next?: 'row' | 'adder' | undefined;
}
type Box = React.RefObject<HTMLDivElement | null>;

function useFocusAfter(count: number, rows: Box, adders: Box): NextFocus {
  const focus = useRef<NextFocus>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of rows is what sets it off
  useEffect(() => {
    const { next } = focus.current;
    focus.current.next = undefined;
    if (next === 'row') {
      const fields =
        rows.current?.lastElementChild?.querySelectorAll<HTMLElement>('input, select, textarea');
      fields?.[0]?.focus();
    }
    if (next === 'adder') adders.current?.querySelector('button')?.focus();
  }, [count, rows, adders]);
  return focus.current;
}
