import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useReducer } from 'react';
import type { Json } from '#base/json.ts';
import { guarded } from '#device/storage-trouble.ts';
import { useOpened } from './use-services.ts';

/** A tab that was closed a moment ago may still hold its words when the other one is looked at. */
const lettingGoMs = 1_500;

/** Holds are told to no one: they are looked at again when this tab lets go, or is looked at. */
function useGlances(): number {
  const { draftDesk } = useOpened();
  const [glances, look] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const stop = draftDesk.onLetGo(look);
    let again: ReturnType<typeof setTimeout> | undefined;
    const lookTwice = () => {
      look();
      clearTimeout(again);
      again = setTimeout(look, lettingGoMs);
    };
    addEventListener('focus', lookTwice);
    document.addEventListener('visibilitychange', lookTwice);
    return () => {
      stop();
      clearTimeout(again);
      removeEventListener('focus', lookTwice);
      document.removeEventListener('visibilitychange', lookTwice);
    };
  }, [draftDesk]);
  return glances;
}

export interface LeftDraft {
  readonly key: string;
  readonly value: Json;
  /** Answers the way back. */
  throwAway(): Promise<() => void>;
}

/** What was typed into a form and left, newest first, but for what another tab still has open. */
export function useLeftDrafts(form: string): readonly LeftDraft[] {
  const { drafts, draftDesk } = useOpened();
  const glances = useGlances();
  const lying = useLiveQuery(() => draftDesk.lying(form), [draftDesk, form, glances]) ?? [];
  return lying.map(({ key, value }) => ({
    key,
    value,
    throwAway: async () => {
      await drafts.clear(key);
      return () => void guarded(() => drafts.write(key, value));
    },
  }));
}
