import { type FormEvent, useContext, useState } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import type { TakenBook } from '#services/book.ts';
import { OpenedContext } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { FileField } from '#ui/file-field.tsx';
import { BookOpen } from '#ui/icons.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/page.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useBookFailureWords } from './use-book-failure-words.ts';
import { type OpeningState, useOpeningBook } from './use-opening-book.ts';

/** A book from a file: joined with what is here, or the register it holds made anew. */
export function OpenBook() {
  const t = useWords('share');
  const failureWords = useBookFailureWords();
  const isOpen = useContext(OpenedContext) !== undefined;
  const { state, choose, restore } = useOpeningBook();
  const error = state.at === 'failed' ? failureWords(state.failure) : undefined;
  const isBusy = state.at === 'checking' || state.at === 'opening';
  return (
    <Stack>
      <h2>{t('open.title')}</h2>
      <p>{t(isOpen ? 'open.about' : 'open.aboutNone')}</p>
      <FileField
        label={t('open.file')}
        hint={t('open.fileHint')}
        error={error}
        disabled={isBusy}
        onFile={(file) => void choose(file)}
      />
      {state.at === 'asking' && <Asking state={state} onWords={restore} />}
      <Outcome state={state} />
    </Stack>
  );
}

interface AskingProps {
  readonly state: Extract<OpeningState, { at: 'asking' }>;
  readonly onWords: (file: Blob, words: string) => Promise<void>;
}

function Asking({ state: { file, failure }, onWords }: AskingProps) {
  const t = useWords('share');
  const failureWords = useBookFailureWords();
  const [words, setWords] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void onWords(file, words);
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <p>{t('open.ask')}</p>
        <TextField
          label={t('open.words')}
          error={failure && failureWords(failure)}
          value={words}
          onText={setWords}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" look="filled" wide icon={BookOpen}>
          {t('open.press')}
        </Button>
      </Stack>
    </form>
  );
}

function Outcome({ state }: { readonly state: OpeningState }) {
  const t = useWords('share');
  const formats = useFormats();
  if (state.at === 'checking') return <ProgressLine words={t('open.checking')} />;
  if (state.at === 'opening') {
    const { done, total } = state;
    const words = t('open.opening', { done: formats.number(done), total: formats.number(total) });
    return <ProgressLine words={words} done={total > 0 ? done : undefined} max={total || 1} />;
  }
  return (
    <div role="status">
      {state.at === 'elsewhere' && (
        <Notice tone="warn">
          <p>{t('open.elsewhere')}</p>
          <LinkButton href="/register">{t('toRegister')}</LinkButton>
        </Notice>
      )}
      {state.at === 'opened' && <Joined taken={state.taken} />}
    </div>
  );
}

function Joined({ taken: { added, refused } }: { readonly taken: TakenBook }) {
  const t = useWords('share');
  return (
    <Notice tone="success" title={t('opened.title')}>
      <p>{added > 0 ? t('opened.added', { count: added }) : t('opened.nothing')}</p>
      {refused > 0 && <p>{t('opened.refused', { count: refused })}</p>}
    </Notice>
  );
}
