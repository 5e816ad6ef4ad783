import { useEffect, useSyncExternalStore } from 'react';
import type { Icon } from './icons.ts';

type Pictures = Readonly<Record<string, Icon>>;

let pictures: Pictures | undefined;
let coming: Promise<void> | undefined;
const listeners = new Set<() => void>();

async function load(): Promise<void> {
  try {
    ({ iconByName: pictures } = await import('./type-icons.ts'));
    for (const listener of listeners) listener();
  } catch {
    // The kind's own picture stays; the next mark that is drawn asks again.
    coming = undefined;
  }
}

/** The 11 KB of type pictures wait until something has a type to show. */
export function loadTypeIcons(): Promise<void> {
  coming ??= load();
  return coming;
}

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The picture of a type by its taxonomy name; undefined until loaded or when there is none. */
export function useTypeIcon(name: string | undefined): Icon | undefined {
  const all = useSyncExternalStore(listen, () => pictures);
  useEffect(() => {
    if (name !== undefined) void loadTypeIcons();
  }, [name]);
  return name !== undefined && all && Object.hasOwn(all, name) ? all[name] : undefined;
}

/** Whether the pictures of types have come; asks for nothing itself. */
export const useHasTypeIcons = (): boolean =>
  useSyncExternalStore(listen, () => pictures !== undefined);
