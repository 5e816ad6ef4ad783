import { useState } from 'react';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { passphraseLength } from '#seal/passphrase.ts';
import { Button } from '#ui/button.tsx';
import { Download } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/page.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useBookCopies } from './use-book-copies.ts';
import { useBookFailureWords } from './use-book-failure-words.ts';
import { type SavingState, useSavingBook } from './use-saving-book.ts';

/** What an attacker with the file could guess offline: four common words and more. */
const lettersLeast = 12;

/** The open register as one locked file, and how many copies there are. */
export function SaveBook() {
  const t = useWords('share');
  const copies = useBookCopies();
  const { state, save } = useSavingBook(copies.note);
  const [words, setWords] = useState('');
  const [isShort, setShort] = useState(false);
  const press = () => {
    const tooShort = passphraseLength(words) < lettersLeast;
    setShort(tooShort);
    if (!tooShort && state.at !== 'saving') void save(words);
  };
  return (
    <Stack>
      <h2>{t('book.title')}</h2>
      <p>{t('book.about')}</p>
      <p>{t('book.not')}</p>
      <CopiesLine days={copies.days} />
      <TextField
        label={t('words')}
        hint={t('wordsHint')}
        error={isShort ? t('wordsShort') : undefined}
        value={words}
        onText={setWords}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
      />
      <Notice tone="warn">{t('wordsLost')}</Notice>
      <Button look="filled" wide icon={Download} onClick={press}>
        {t('save')}
      </Button>
      <Outcome state={state} />
    </Stack>
  );
}

function CopiesLine({ days }: { readonly days: readonly string[] | undefined }) {
  const t = useWords('share');
  const formats = useFormats();
  const last = days?.at(-1);
  if (!days) return null;
  const day = last ? formats.day(last) : '';
  const said = days.length === 1 ? t('book.one', { day }) : t('book.none');
  return (
    <p>
      {t('book.goal')}{' '}
      {days.length > 1 ? t('book.enough', { count: formats.number(days.length), day }) : said}
    </p>
  );
}

function Outcome({ state }: { readonly state: SavingState }) {
  const t = useWords('share');
  const formats = useFormats();
  const failureWords = useBookFailureWords();
  if (state.at === 'saving') {
    const { done, total } = state;
    const words = t('saving', { done: formats.number(done), total: formats.number(total) });
    return <ProgressLine words={words} done={total > 0 ? done : undefined} max={total || 1} />;
  }
  return (
    <div role="status">
      {state.at === 'failed' && <Notice tone="danger">{failureWords(state.failure)}</Notice>}
      {state.at === 'saved' && (
        <Notice tone="success" title={t('saved.title')}>
          <p>
            {t('saved.holds', {
              count: state.saved.documents,
              size: formats.size(state.saved.content.size),
            })}
          </p>
          <p>
            {t('saved.name')} <bdi>{state.name}</bdi>
          </p>
        </Notice>
      )}
    </div>
  );
}
