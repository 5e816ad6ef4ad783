import { useState } from 'react';
import { type Failure, ok } from '#base/result.ts';
import { releaseWords } from '#domain/sharing/release.ts';
import { saveFile } from '#platform/save-file.ts';
import { toldInWords } from '#services/told-in-words.ts';
import { useDiary } from '#services/use-diary.ts';
import { useRegister } from '#services/use-register.ts';
import { useServices } from '#services/use-services.ts';
import { copyFileName } from './copy-file-name.ts';
import { type Gathered, gatherCopy } from './gather-copy.ts';

export type CopyState =
  | { readonly at: 'rest' }
  | {
      readonly at: 'gathering';
      readonly what: 'records' | 'photos';
      readonly done: number;
      readonly total: number;
    }
  | { readonly at: 'saved'; readonly name: string; readonly gathered: Gathered }
  | { readonly at: 'failed'; readonly failure: Failure };

/** Gathers the copy and hands it over as a download. */
export function useSavingCopy() {
  const services = useServices();
  const register = useRegister();
  const diary = useDiary();
  const [state, setState] = useState<CopyState>({ at: 'rest' });
  const save = async (): Promise<void> => {
    const madeAt = new Date(services.now()).toISOString();
    const name = register?.name ?? '';
    const about = { register: { id: services.book.registerId, name: name || '-' }, madeAt };
    setState({ at: 'gathering', what: 'records', done: 0, total: 0 });
    const gathering = await toldInWords(async () =>
      ok(
        await gatherCopy(services, about, (what, done, total) =>
          setState({ at: 'gathering', what, done, total }),
        ),
      ),
    );
    if (!gathering.ok) return setState({ at: 'failed', failure: gathering.error });
    const gathered = gathering.value;
    const file = { name: copyFileName(name, madeAt.slice(0, 10)), content: gathered.content };
    const saved = saveFile(file);
    if (!saved.ok) return setState({ at: 'failed', failure: saved.error });
    await diary.note(releaseWords(gathered.log));
    setState({ at: 'saved', name: file.name, gathered });
  };
  return { state, save };
}
