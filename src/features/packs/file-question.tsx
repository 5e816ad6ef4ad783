import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useWords } from '#i18n/use-words.ts';
import { FileField } from '#ui/file-field.tsx';
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
    <FileField
      label={t('file')}
      hint={t('fileHint')}
      error={error}
      accept=".pmtiles,application/vnd.pmtiles,application/octet-stream"
      onFile={(file) => void choose(file)}
    />
  );
}
