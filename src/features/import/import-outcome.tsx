import { useFailureWords } from '#i18n/use-failure-words.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { useFound } from '#services/use-found.ts';
import { Button } from '#ui/button.tsx';
import { Undo2 } from '#ui/icons.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/page.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { type Moving, type Step, useImportSession } from './import-session.ts';
import { SaveRefused } from './refused-file.tsx';
import { TallyList } from './tally-list.tsx';
import { unplacedId } from './unplaced-things.tsx';
import { useBringing } from './use-bringing.ts';

interface MovingLineProps {
  readonly words: string;
  readonly moving: Moving | undefined;
}

function MovingLine({ words, moving }: MovingLineProps) {
  const t = useWords('import');
  const formats = useFormats();
  if (!moving) return <ProgressLine words={words} />;
  const { done, total } = moving;
  const progress = t('progress', { done: formats.number(done), total: formats.number(total) });
  return <ProgressLine words={`${words} ${progress}`} done={done} max={total} />;
}

/** What is going on, in words, and the way to stop it. */
export function ImportProgress() {
  const t = useWords('import');
  const { step } = useImportSession();
  if (step.at === 'checking') return <MovingLine words={t('checking')} moving={step.moving} />;
  if (step.at === 'undoing') return <MovingLine words={t('undoing')} moving={step.moving} />;
  if (step.at !== 'importing') return null;
  return <Importing stop={step.stop} moving={step.moving} />;
}

interface ImportingProps {
  readonly stop: AbortController;
  readonly moving: Moving | undefined;
}

function Importing({ stop, moving }: ImportingProps) {
  const t = useWords('import');
  const { set } = useImportSession();
  const cancel = () => {
    stop.abort();
    set({ step: { at: 'importing', moving: undefined, stop } });
  };
  if (stop.signal.aborted) return <ProgressLine words={t('stopping')} />;
  return (
    <Stack>
      <MovingLine words={t('importing')} moving={moving} />
      <p>{t('goOn')}</p>
      <Button wide onClick={cancel}>
        {t('stop')}
      </Button>
    </Stack>
  );
}

/** How it ended. Always there, so that a screen reader hears it. */
export function ImportResult() {
  const t = useWords('import');
  const failureWords = useFailureWords();
  const { step } = useImportSession();
  const isFailure = step.at === 'failed' && step.by !== 'file';
  return (
    <div role="status">
      {isFailure && (
        <Notice tone={step.failure.kind === 'import-stopped' ? 'info' : 'danger'}>
          <p>{failureWords(step.failure)}</p>
          {step.by === 'import' && isTakenBack(step.failure.kind) && <p>{t('takenBack')}</p>}
        </Notice>
      )}
      {step.at === 'undone' && (
        <Notice tone="info">
          {t(step.hadChanges ? 'undoneChanges' : 'undone', { count: step.count })}
        </Notice>
      )}
      {step.at === 'done' && <Done step={step} />}
    </div>
  );
}

const isTakenBack = (kind: string): boolean => kind !== 'import-stopped' && kind !== 'import-stuck';

interface DoneProps {
  readonly step: Extract<Step, { at: 'done' }>;
}

function Done({ step: { arrived, tally, refused: file } }: DoneProps) {
  const t = useWords('import');
  const { undo } = useBringing();
  const { batchId, added, already, refused, changed } = arrived;
  const took = changed > 0 && t('done.changed', { count: changed });
  const isAny = added + changed > 0;
  return (
    <Notice
      tone="success"
      title={took && added === 0 ? took : t('done.added', { count: added })}
      actions={
        <>
          <LinkButton href="/list">{t('done.list')}</LinkButton>
          <UnplacedLink />
          {file && <SaveRefused fetchFile={async () => file} />}
          {isAny && (
            <Button icon={Undo2} onClick={() => void undo(batchId, changed > 0)}>
              {t('undo')}
            </Button>
          )}
        </>
      }
    >
      {took && added > 0 && <p>{took}</p>}
      {already > 0 && <p>{t('done.already', { count: already })}</p>}
      {refused > 0 && <p>{t('done.refused', { count: refused })}</p>}
      {tally && <TallyList tally={tally} />}
      {isAny && <p>{t('done.undoHint')}</p>}
    </Notice>
  );
}

/** Down to the list of what has no spot yet, while there is anything on it. */
function UnplacedLink() {
  const t = useWords('import');
  const found = useFound({ unplaced: true, limit: 1 });
  if (!found || found.total === 0) return null;
  return (
    <LinkButton href={`#${unplacedId}`}>{t('unplaced.link', { count: found.total })}</LinkButton>
  );
}
