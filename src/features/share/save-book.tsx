import { useState } from 'react';
import type { Failure } from '#base/result.ts';
import { useFormats } from '#i18n/use-formats.ts';
import { useWords } from '#i18n/use-words.ts';
import { shareable, shareFile } from '#platform/share-file.ts';
import { passphraseLength } from '#seal/passphrase.ts';
import type { BookLock } from '#services/book.ts';
import { useServices } from '#services/use-services.ts';
import { Button } from '#ui/button.tsx';
import { Download, Share2 } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { Stack } from '#ui/page.tsx';
import { ProgressLine } from '#ui/progress-line.tsx';
import { RadioRows } from '#ui/radio-rows.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useBookCopies } from './use-book-copies.ts';
import { useBookFailureWords } from './use-book-failure-words.ts';
import { type SavedState, type SavingState, useSavingBook } from './use-saving-book.ts';

/** What an attacker with the file could guess offline: four common words and more. */
const lettersLeast = 12;

/** The open register as one locked file, and how many copies there are. */
export function SaveBook() {
  const t = useWords('share');
  const { share } = useServices();
  const copies = useBookCopies();
  const { state, save } = useSavingBook(copies.note);
  const [by, setBy] = useState<BookLock['by']>('words');
  const [words, setWords] = useState('');
  const [isShort, setShort] = useState(false);
  const press = () => {
    const tooShort = by === 'words' && passphraseLength(words) < lettersLeast;
    setShort(tooShort);
    if (!tooShort && state.at !== 'saving') void save(by === 'words' ? { by, words } : { by });
  };
  return (
    <Stack>
      <h2>{t('book.title')}</h2>
      <p>{t('book.about')}</p>
      <p>{t('book.not')}</p>
      <CopiesLine days={copies.days} />
      {share.isOn && <LockChoice by={by} onChoose={setBy} />}
      {by === 'words' && (
        <>
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
        </>
      )}
      <Button look="filled" wide icon={Download} onClick={press}>
        {t('save')}
      </Button>
      <Outcome state={state} />
    </Stack>
  );
}

const locks: readonly BookLock['by'][] = ['words', 'keys'];

interface LockChoiceProps {
  readonly by: BookLock['by'];
  readonly onChoose: (by: BookLock['by']) => void;
}

/** Where a register is shared, other phones hold its keys already. */
function LockChoice({ by, onChoose }: LockChoiceProps) {
  const t = useWords('share');
  return (
    <RadioRows
      legend={t('lock.legend')}
      value={by}
      onChoose={onChoose}
      choices={locks.map((value) => ({
        value,
        label: t(`lock.${value}`),
        note: t(`lock.${value}Note`),
      }))}
    />
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
      {state.at === 'saved' && <Saved state={state} />}
    </div>
  );
}

function Saved({ state: { saved, name } }: { readonly state: SavedState }) {
  const t = useWords('share');
  const formats = useFormats();
  const { documents, content } = saved;
  return (
    <Notice tone="success" title={t('saved.title')}>
      <p>{t('saved.holds', { count: documents, size: formats.size(content.size) })}</p>
      <p>
        {t('saved.name')} <bdi>{name}</bdi>
      </p>
      <SendOn name={name} content={content} />
    </Notice>
  );
}

/** Where the phone has a share sheet that takes it. */
function SendOn(outgoing: { readonly name: string; readonly content: Blob }) {
  const t = useWords('share');
  const failureWords = useBookFailureWords();
  const [failure, setFailure] = useState<Failure>();
  const file = shareable(outgoing);
  if (!file) return null;
  const send = async () => {
    const sent = await shareFile(file);
    setFailure(sent.ok || sent.error.kind === 'save-cancelled' ? undefined : sent.error);
  };
  return (
    <>
      <Button icon={Share2} onClick={() => void send()}>
        {t('saved.send')}
      </Button>
      {failure && <p>{failureWords(failure)}</p>}
    </>
  );
}
