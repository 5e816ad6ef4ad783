import { useContext, useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { type Failure, fail, type Result } from '#base/result.ts';
import { bookBytesMost, checkBook } from '#formats/book-file.ts';
import type { TakenBook } from '#services/book.ts';
import { useStarter } from '#services/starter.ts';
import { toldInWords } from '#services/told-in-words.ts';
import { OpenedContext } from '#services/use-services.ts';

export type OpeningState =
  | { readonly at: 'rest' | 'checking' | 'elsewhere' }
  | { readonly at: 'asking'; readonly file: Blob; readonly failure?: Failure }
  | { readonly at: 'opening'; readonly done: number; readonly total: number }
  | { readonly at: 'opened'; readonly taken: TakenBook }
  | { readonly at: 'failed'; readonly failure: Failure };

/** A book of the open register joins it; one of a register that is not here is asked its words. */
export function useOpeningBook() {
  const opened = useContext(OpenedContext);
  const starter = useStarter();
  const [state, setState] = useState<OpeningState>({ at: 'rest' });
  const onProgress = (done: number, total: number) => setState({ at: 'opening', done, total });

  const take = async (file: Blob): Promise<void> => {
    const taken = await toldInWords<TakenBook, Failure>(async () =>
      opened
        ? (await opened.services.book.copies()).take(file, onProgress)
        : fail('other-register'),
    );
    if (taken.ok) await (await opened?.services.share.open())?.bookTaken();
    setState(
      taken.ok ? { at: 'opened', taken: taken.value } : { at: 'failed', failure: taken.error },
    );
  };

  const choose = async (file: Blob | undefined): Promise<void> => {
    if (!file) return;
    if (file.size > bookBytesMost)
      return setState({ at: 'failed', failure: { kind: 'book-too-big' } });
    setState({ at: 'checking' });
    const book = await checkBook(file);
    if (!book.ok) return setState({ at: 'failed', failure: book.error });
    const { register } = book.value.head;
    if (opened?.services.book.registerId === register) return take(file);
    const isHere = (await starter.list()).some(({ id }) => id === register);
    setState(isHere ? { at: 'elsewhere' } : { at: 'asking', file });
  };

  const restore = async (file: Blob, words: string): Promise<void> => {
    onProgress(0, 0);
    const restored: Result<null, Failure> = await toldInWords<null, Failure>(() =>
      starter.restore({ file, words, onProgress }),
    );
    if (restored.ok) return navigate('/list');
    const failure = restored.error;
    const asksAgain = failure.kind === 'wrong-passphrase' || failure.kind === 'wrong-sheet';
    setState(asksAgain ? { at: 'asking', file, failure } : { at: 'failed', failure });
  };

  return { state, choose, restore };
}
