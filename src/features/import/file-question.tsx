import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { Button } from '#ui/button.tsx';
import { FileField } from '#ui/file-field.tsx';
import { Stack } from '#ui/page.tsx';
import styles from './import.module.css';
import { useImportSession } from './import-session.ts';
import { useChecking } from './use-checking.ts';

const accepted = [
  ...['.csv', '.tsv', '.txt', '.geojson', '.json'],
  // Android calls a CSV file by the second or third of these names.
  ...['text/csv', 'text/comma-separated-values', 'text/plain', 'text/tab-separated-values'],
  ...['application/geo+json', 'application/json'],
].join();

/** Which file, and the button that looks into it. */
export function FileQuestion() {
  const t = useWords('import');
  const formats = useFormats();
  const failureWords = useFailureWords();
  const { chosen, step } = useImportSession();
  const { choose, check } = useChecking();
  const failure = step.at === 'failed' && step.by === 'file' ? step.failure : undefined;
  const name = chosen?.name ?? '';
  const error = failure && failureWords({ ...failure, detail: { name, ...failure.detail } });
  const isFilled = step.at === 'choose' || step.at === 'failed';
  return (
    <Stack>
      {step.at === 'choose' && !chosen && <p>{t('about')}</p>}
      <FileField
        label={t('file')}
        hint={t('fileHint')}
        error={error}
        accept={accepted}
        onFile={choose}
        after={
          chosen && (
            <p className={styles['chosen']}>
              <bdi>{chosen.name}</bdi> · {formats.size(chosen.size)}
            </p>
          )
        }
      />
      <Button
        wide
        look={isFilled ? 'filled' : 'outline'}
        disabled={step.at === 'checking'}
        onClick={() => void check()}
      >
        {t('check')}
      </Button>
    </Stack>
  );
}
