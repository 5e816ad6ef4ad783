import { useEffect, useRef, useState } from 'react';
import type { Failure } from '#base/result.ts';
import { arriving } from '#services/use-arriving.ts';
import { useServices } from '#services/use-services.ts';
import { type FetchedPart, fetchedBefore, fetchRest, sizeAt } from './fetch-pack.ts';
import { packFileOf } from './pack-file.ts';

export type FetchState =
  | { readonly step: 'none' | 'looking' }
  | { readonly step: 'refused'; readonly failure: Failure }
  /** Nothing came, or nothing that can be gone on with. */
  | { readonly step: 'failed'; readonly failure: Failure }
  | { readonly step: 'offered'; readonly bytes: number | undefined }
  | { readonly step: 'fetching'; readonly received: number; readonly total: number | undefined }
  /** Stopped by hand (no failure) or broken off: what came is kept, and fetching can go on. */
  | {
      readonly step: 'paused';
      readonly received: number;
      readonly total: number | undefined;
      readonly failure?: Failure;
    };

/** Called with what has come whole, and where it came from. */
export type OnFile = (file: File, address: string) => void;

/**
 * From an address to a file: its size first, then the file, with a way to stop and to go on. One
 * at a time: what is begun later, or another address, ends what was under way.
 */
export function useFetchedPack(onFile: OnFile) {
  const { now } = useServices();
  const [state, setState] = useState<FetchState>({ step: 'none' });
  const stopper = useRef<AbortController>(undefined);
  const last = useRef<FetchedPart>(undefined);
  // What has come is kept, so leaving the screen is a stop like any other.
  useEffect(() => () => stopper.current?.abort(), []);

  /** Ends what is under way; whoever began it tells nothing more. */
  const begin = () => {
    stopper.current?.abort();
    const mine = new AbortController();
    stopper.current = mine;
    const tell = (next: FetchState) => {
      if (stopper.current === mine) setState(next);
    };
    return { signal: mine.signal, tell, isLast: () => stopper.current === mine };
  };

  const look = async (address: string): Promise<void> => {
    const { tell } = begin();
    tell({ step: 'looking' });
    const size = await sizeAt(address);
    tell(
      size.ok ? { step: 'offered', bytes: size.value } : { step: 'refused', failure: size.error },
    );
  };

  const fetchPart = async (find: () => Promise<FetchedPart>): Promise<void> => {
    const { signal, tell, isLast } = begin();
    tell({ step: 'fetching', received: 0, total: undefined });
    const part = await find();
    if (!isLast()) return;
    last.current = part;
    const onProgress = ({ received, total }: FetchedPart) =>
      tell({ step: 'fetching', received, total });
    onProgress(part);
    const fetched = await fetchRest(part, { signal, arriving, now, onProgress });
    if (!isLast()) return;
    const { address, received, total } = part;
    if (fetched.ok) {
      tell({ step: 'none' });
      return onFile(packFileOf(address, fetched.value), address);
    }
    const { error } = fetched;
    if (error.kind === 'pack-too-big') await arriving.forget(address);
    if (error.kind === 'stopped') return tell({ step: 'paused', received, total });
    if (error.kind === 'pack-too-big' || received === 0)
      return tell({ step: 'failed', failure: error });
    tell({ step: 'paused', received, total, failure: error });
  };

  return {
    state,
    look,
    fetchIt: (address: string) => fetchPart(() => fetchedBefore(address, arriving)),
    carryOn: () => {
      const part = last.current;
      return part && fetchPart(async () => part);
    },
    stop: () => stopper.current?.abort(),
    reset: () => {
      begin();
      setState({ step: 'none' });
    },
  };
}
