import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';
import { Field } from '#ui/field.tsx';
import styles from './packs.module.css';
import type { useChosenFile } from './use-chosen-file.ts';

interface FileQuestionProps {
  readonly chosen: ReturnType<typeof useChosenFile>;
}

export function FileQuestion({ chosen }: FileQuestionProps) {
  const t = useWords('packs');
  const failureWords = useFailureWords();
  const { state, choose } = chosen;
  const error = state.step === 'failed' ? failureWords(state.failure) : undefined;
  return (
    <Field label={t('file')} hint={t('fileHint')} error={error}>
      {(attributes) => (
        <input
          {...attributes}
          type="file"
          accept=".pmtiles,application/vnd.pmtiles,application/octet-stream"
          className={styles['file']}
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
      )}
    </Field>
  );
}
