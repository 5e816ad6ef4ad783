import { create } from 'zustand';
import type { Failure } from '#base/result.ts';
import type { Arrived } from '#services/book.ts';
import type { HeldThing } from '#services/use-beside-file.ts';
import type { Beside } from './beside-book.ts';
import type { CheckedFile, LookAlike } from './checked-file.ts';
import type { FileLine } from './file-line.ts';
import type { FileTally } from './file-tally.ts';

/** A file that was read, with what the book knows about it and what the person has ticked. */
export interface Reviewed {
  readonly file: CheckedFile;
  /** What stands in the book already, by id. */
  readonly held: ReadonlyMap<string, HeldThing>;
  readonly lookAlikes: readonly LookAlike[];
  readonly beside: Beside;
  readonly ticked: readonly string[];
  /** What comes in though it looks like another, or was taken out. */
  readonly anyway: ReadonlySet<string>;
  /** Words of the file that are wanted for what stands, each by `changeKey`. */
  readonly taken: ReadonlySet<string>;
  /** '' until chosen. */
  readonly plainType: string;
}

/** The rows of a spreadsheet that stayed out, ready to be saved. */
export interface RefusedFile {
  readonly name: string;
  readonly text: string;
}

export interface Moving {
  readonly done: number;
  readonly total: number;
}

export type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'checking'; readonly moving?: Moving }
  | { readonly at: 'failed'; readonly failure: Failure; readonly by: 'file' | 'import' | 'undo' }
  | { readonly at: 'columns' }
  | { readonly at: 'review' }
  | {
      readonly at: 'importing';
      readonly moving: Moving | undefined;
      readonly stop: AbortController;
    }
  | {
      readonly at: 'done';
      readonly arrived: Arrived;
      /** None for a copy: its records are no entries to choose from. */
      readonly tally: FileTally | undefined;
      readonly refused: RefusedFile | undefined;
    }
  | { readonly at: 'undoing'; readonly moving: Moving | undefined }
  | { readonly at: 'undone'; readonly count: number; readonly hadChanges: boolean };

interface ImportSession {
  readonly registerId: string;
  readonly chosen: File | undefined;
  readonly step: Step;
  readonly review: Reviewed | undefined;
  readonly line: FileLine | undefined;
  /** The newest of what the reader was asked to do over, while it is at it. */
  readonly reading: Promise<unknown> | undefined;
  set(change: Partial<Omit<ImportSession, 'set' | 'clear'>>): void;
  setReview(change: Partial<Reviewed>): void;
  /** Lets go of the file and of the thread that reads it. */
  clear(registerId: string): void;
}

const atRest = {
  chosen: undefined,
  step: { at: 'choose' },
  review: undefined,
  line: undefined,
  reading: undefined,
} as const;

/** Lives as long as the tab: an import goes on while one looks at another screen. */
export const useImportSession = create<ImportSession>((set, get) => ({
  ...atRest,
  registerId: '',
  set: (change) => set(change),
  setReview: (change) => set(({ review }) => ({ review: review && { ...review, ...change } })),
  clear: (registerId) => {
    get().line?.close();
    set({ ...atRest, registerId });
  },
}));

/** No file is being looked at: there is room for what came in before. */
export const isAtRest = (step: Step): boolean =>
  !isBusy(step) && step.at !== 'columns' && step.at !== 'review';

export const isBusy = ({ at }: Step): boolean => at === 'importing' || at === 'undoing';
