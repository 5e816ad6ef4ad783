import { createContext, useContext } from 'react';
import type { Failure, Result } from '#base/result.ts';
import type { RegisterLine } from './services.ts';

export interface NewRegister {
  /** Name of the neighbourhood, 2–80 characters. */
  readonly name: string;
  readonly yourName: string;
}

/** What can be done while no register is open. */
export interface Starter {
  /** Founds a register on this phone and opens it. */
  start(about: NewRegister): Promise<Result<null, Failure>>;
  open(id: string): Promise<void>;
  list(): Promise<readonly RegisterLine[]>;
}

export const StarterContext = createContext<Starter | undefined>(undefined);

export function useStarter(): Starter {
  const starter = useContext(StarterContext);
  if (!starter) throw new Error('useStarter needs the app around it');
  return starter;
}
