import type { AssetKind } from '#domain/taxonomy/kinds.ts';
import { catalogueKey, typesOfKind } from '#domain/taxonomy/types.ts';
import { useWords } from '#i18n/use-words.ts';
import { FieldHint } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import styles from './add.module.css';
import { ids } from './problems.ts';
import type { ShownType } from './shown-type.ts';

interface TypeQuestionProps {
  readonly kind: AssetKind;
  readonly type: ShownType;
  readonly error: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Shows the guess as an answer: right nine times in ten, and one tap to put right. */
export function TypeQuestion({ kind, type, error, onChoose }: TypeQuestionProps) {
  const t = useWords('add');
  const taxonomy = useWords('taxonomy');
  const guessed = t(kind === 'people' ? 'type.guessedFromGift' : 'type.guessed');
  const note = type.by === 'words' ? guessed : t('type.usual');
  return (
    <div className={styles['type']}>
      <Select
        id={ids.type}
        label={t('type.label')}
        error={error}
        value={type.id}
        onChoose={onChoose}
        after={type.by !== 'hand' && <FieldHint id={`${ids.type}-how`}>{note}</FieldHint>}
      >
        {typesOfKind(kind).map(({ id }) => (
          <option key={id} value={id}>
            {taxonomy.find(`types.${catalogueKey(id)}.label`) ?? id}
          </option>
        ))}
      </Select>
    </div>
  );
}
