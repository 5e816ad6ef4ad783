import { type ComponentProps, useId, useRef } from 'react';
import { useWords } from '#i18n/use-words.ts';
import styles from './field.module.css';
import { controlClass, writingDirection } from './field.tsx';
import { IconButton } from './icon-button.tsx';
import { Search, X } from './icons.ts';
import hiding from './visually-hidden.module.css';

interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'type'> {
  /** Its accessible name; the placeholder may say more. */
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
}

export function SearchField({ label, value, onText, ...rest }: SearchFieldProps) {
  const id = useId();
  const t = useWords('common');
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onText('');
    input.current?.focus();
  };
  return (
    <div className={styles['boxed']}>
      <label htmlFor={id} className={hiding['hidden']}>
        {label}
      </label>
      <input
        enterKeyHint="search"
        autoComplete="off"
        dir={writingDirection(value)}
        {...rest}
        id={id}
        ref={input}
        type="search"
        value={value}
        className={controlClass(styles['search'], styles['led'], value !== '' && styles['filled'])}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <span className={styles['lead']}>
        <Search aria-hidden size={22} />
      </span>
      {value !== '' && (
        <span className={styles['tail']}>
          <IconButton icon={X} label={t('do.clear')} onClick={clear} />
        </span>
      )}
    </div>
  );
}
