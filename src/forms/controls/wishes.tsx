import { wishKinds } from '#domain/person/person.ts';
import { useWords } from '#i18n/use-words.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ControlProps } from '../control-props.ts';
import { messageAt } from '../issues.ts';
import { asText } from '../read-json.ts';
import { RowList } from '../row-list.tsx';
import { useIssueWords } from '../use-issue-words.ts';
import { type PartsInput, rowsOf, useParts } from '../use-parts.ts';
import styles from './controls.module.css';
import { GiftTypeChoice } from './gift-type.tsx';

const most = 30;

export function Wishes(props: ControlProps) {
  const t = useWords('fields');
  const say = useIssueWords();
  const { rows, add, remove } = rowsOf(props);
  const addOne = () => add({ id: props.context.newId(), kind: 'learn' });
  return (
    <RowList
      id={props.id}
      legend={props.label}
      hint={props.hint}
      error={say(messageAt(props.issues, ''))}
      keys={rows.map(({ id }) => id)}
      rowName={(i) => t('wishes.row', { n: i + 1 })}
      onRemove={remove}
      adders={rows.length < most ? [{ label: t('wishes.ask'), onAdd: addOne }] : []}
    >
      {(i) => {
        const row = rows[i];
        return row && <WishParts {...row} />;
      }}
    </RowList>
  );
}

function WishParts(input: PartsInput) {
  const t = useWords('fields');
  const parts = useParts(input);
  const kind = asText(parts.object['kind']);
  return (
    <div className={styles['parts']}>
      <TextField label={t('wishes.words')} {...parts.text('words')} />
      <Select
        label={t('wishes.kind')}
        {...parts.at('kind')}
        hint={kind === 'help' ? t('wishes.helpStays') : undefined}
        value={kind}
        onChoose={(chosen) => parts.set('kind', chosen)}
      >
        {wishKinds.map((each) => (
          <option key={each} value={each}>
            {t(`wishes.kinds.${each}`)}
          </option>
        ))}
      </Select>
      <GiftTypeChoice
        label={t('wishes.type')}
        {...parts.at('giftType')}
        value={asText(parts.object['giftType'])}
        onChange={(chosen) => parts.set('giftType', chosen)}
      />
    </div>
  );
}
