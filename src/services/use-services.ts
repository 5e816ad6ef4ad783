import { createContext, useContext } from 'react';
import type { Book } from './book.ts';
import type { Opened } from './create-services.ts';
import type { Services } from './services.ts';

export const OpenedContext = createContext<Opened | undefined>(undefined);

/** The open register, whole. Features take `useServices` or one of the named hooks instead. */
export function useOpened(): Opened {
  const opened = useContext(OpenedContext);
  if (!opened) throw new Error('No register is open here');
  return opened;
}

export const useServices = (): Services => useOpened().services;
export const useBook = (): Book => useServices().book;
