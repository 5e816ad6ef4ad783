import { useState } from 'react';
import type { Failure } from '#base/result.ts';
import { saveFile } from '#platform/save-file.ts';
import type { Book, BookLock, SavedBook } from '#services/book.ts';
import { registerRecordId } from '#services/register-record-id.ts';
import { toldInWords } from '#services/told-in-words.ts';
import { useDiary } from '#services/use-diary.ts';
import { useServices } from '#services/use-services.ts';
import { bookFileName } from './book-file-name.ts';

export interface SavedState {
  readonly at: 'saved';
  readonly name: string;
  readonly saved: SavedBook;
}

export type SavingState =
  | { readonly at: 'rest' }
  | { readonly at: 'saving'; readonly done: number; readonly total: number }
  | SavedState
  | { readonly at: 'failed'; readonly failure: Failure };

/** Read where it is written: a row on screen may come later than the thumb. */
async function registerName(book: Book): Promise<string> {
  const read = await book.read({ type: 'register', id: registerRecordId(book.registerId) });
  return read.ok && read.value.record.type === 'register' ? read.value.record.name : '';
}

/** Writes the book, locked as was chosen, and hands it over as a download. */
export function useSavingBook(onSaved: (madeAt: string) => void) {
  const { book } = useServices();
  const diary = useDiary();
  const [state, setState] = useState<SavingState>({ at: 'rest' });
  const save = async (lock: BookLock): Promise<void> => {
    setState({ at: 'saving', done: 0, total: 0 });
    const written = await toldInWords<SavedBook, Failure>(async () =>
      (await book.copies()).save(lock, (done, total) => setState({ at: 'saving', done, total })),
    );
    if (!written.ok) return setState({ at: 'failed', failure: written.error });
    const { content, madeAt } = written.value;
    const name = bookFileName(await registerName(book), madeAt);
    const handed = saveFile({ name, content });
    if (!handed.ok) return setState({ at: 'failed', failure: handed.error });
    await diary.note(`book-saved ${written.value.documents}`);
    onSaved(madeAt);
    setState({ at: 'saved', name, saved: written.value });
  };
  return { state, save };
}
