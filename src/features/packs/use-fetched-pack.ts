import { useRef, useState } from 'react';
import type { Failure } from '#base/result.ts';
import { type FetchedPart, fetchRest, nothingFetched, sizeAt } from './fetch-pack.ts';

export type FetchState =
  | { readonly step: 'none' | 'looking' }
  | { readonly step: 'refused'; readonly failure: Failure }
  | { readonly step: 'offered'; readonly bytes: number | undefined }
  | { readonly step: 'fetching'; readonly received: number; readonly total: number | undefined }
  /** Stopped by hand (no failure) or broken off: what came is kept, and fetching can go on. */
  | { readonly step: 'paused'; readonly received: number; readonly failure?: Failure };

/** As long as the tab lives: a file half fetched is not fetched twice because somebody looked away. */
const begun = new Map<string, FetchedPart>();

const fileName = (address: string): string => {
  const last = URL.parse(address, location.href)?.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'map.pmtiles';
  } catch {
    return last;
  }
};

/** From an address to a file: its size first, then the file, with a way to stop and to go on. */
export function useFetchedPack(onFile: (file: File) => void) {
  const [state, setState] = useState<FetchState>({ step: 'none' });
  const stopper = useRef<AbortController>(undefined);
  const last = useRef('');

  const look = async (address: string): Promise<void> => {
    setState({ step: 'looking' });
    const size = await sizeAt(address);
    setState(
      size.ok ? { step: 'offered', bytes: size.value } : { step: 'refused', failure: size.error },
    );
  };

  const fetchIt = async (address: string): Promise<void> => {
    last.current = address;
    const part = begun.get(address) ?? nothingFetched(address);
    begun.set(address, part);
    const stopping = new AbortController();
    stopper.current = stopping;
    const { signal } = stopping;
    const onProgress = ({ received, total }: FetchedPart) =>
      setState({ step: 'fetching', received, total });
    onProgress(part);
    const fetched = await fetchRest(part, { signal, onProgress });
    if (fetched.ok) {
      begun.delete(address);
      setState({ step: 'none' });
      return onFile(new File([fetched.value], fileName(address)));
    }
    const { error } = fetched;
    const { received } = part;
    setState({ step: 'paused', received, ...(error.kind === 'stopped' ? {} : { failure: error }) });
  };

  return {
    state,
    look,
    fetchIt,
    carryOn: () => fetchIt(last.current),
    stop: () => stopper.current?.abort(),
    reset: () => {
      stopper.current?.abort();
      setState({ step: 'none' });
    },
  };
}
