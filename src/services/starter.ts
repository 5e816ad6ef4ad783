import { createContext, useContext } from 'react';
import type { Failure, Result } from '#base/result.ts';
import type { RegisterLine, Services } from './services.ts';
import type { TypedSheet } from './sharing/coming-back.ts';
import type { Joining } from './sharing/talk.ts';
import type { TakenOff } from './take-off.ts';

export interface NewRegister {
  /** Name of the neighbourhood, 2–80 characters. */
  readonly name: string;
  readonly yourName: string;
  /** A made-up neighbourhood, to look around in. */
  readonly madeUp?: true;
}

/** Puts things into a new register before it is shown; when that fails there is no register. */
export type Fill = (services: Services) => Promise<Result<null, Failure>>;

export interface Restoring {
  readonly file: Blob;
  /** The book's own, or the six of a recovery sheet. */
  readonly words: string;
  readonly onProgress: (done: number, total: number) => void;
}

/** What can be done while no register is open. */
export interface Starter {
  /** Founds a register on this phone and opens it, once `fill` is done. */
  start(about: NewRegister, fill?: Fill): Promise<Result<null, Failure>>;
  /** Makes a register anew from its book, and opens it. */
  restore(restoring: Restoring): Promise<Result<null, Failure>>;
  /** Joining somebody else's register with an invite. */
  joining(): Promise<Joining>;
  /** Brings a register back by its recovery sheet, and opens it. */
  comeBack(sheet: TypedSheet): Promise<Result<null, Failure>>;
  open(id: string): Promise<void>;
  list(): Promise<readonly RegisterLine[]>;
  /** What was taken off this phone and has not been read yet; `seen`: it has now. */
  takenOff(seen?: 'seen'): Promise<TakenOff | undefined>;
  /** Takes a made-up register off this phone and opens another, if there is one. */
  throwAway(id: string): Promise<void>;
}

export const StarterContext = createContext<Starter | undefined>(undefined);

export function useStarter(): Starter {
  const starter = useContext(StarterContext);
  if (!starter) throw new Error('useStarter needs the app around it');
  return starter;
}
