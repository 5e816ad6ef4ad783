import { useWords } from '#i18n/use-words.ts';
import { TextField } from '#ui/text-field.tsx';
import { RowList } from '../row-list.tsx';
import { completeWebAddress } from '../typed-values.ts';
import { type PartsInput, rowsOf, useParts } from '../use-parts.ts';
import styles from './controls.module.css';

const mostRows = 8;

/** Pages they keep elsewhere, such as on Facebook. */
export function ContactSocial(input: PartsInput) {
  const t = useWords('fields');
  const { rows, add, remove } = rowsOf(input);
  return (
    <RowList
      id={input.id}
      legend={t('contact.social')}
      keys={rows.map(({ id }) => id)}
      rowName={(i) => t('contact.socialRow', { n: i + 1 })}
      onRemove={remove}
      adders={
        rows.length < mostRows ? [{ label: t('contact.addSocial'), onAdd: () => add({}) }] : []
      }
    >
      {(i) => {
        const row = rows[i];
        return row && <SocialParts {...row} />;
      }}
    </RowList>
  );
}

function SocialParts(input: PartsInput) {
  const t = useWords('fields');
  const parts = useParts(input);
  const url = parts.text('url');
  return (
    <div className={styles['halves']}>
      <TextField
        label={t('contact.network')}
        hint={t('contact.networkHint')}
        autoComplete="off"
        {...parts.text('network')}
      />
      <TextField
        label={t('contact.socialUrl')}
        inputMode="url"
        autoCapitalize="none"
        autoComplete="off"
        dir="ltr"
        {...url}
        onBlur={() => url.onText(completeWebAddress(url.value))}
      />
    </div>
  );
}
