import { useRef, useState } from 'react';
import type { Failure } from '#base/result.ts';
import { type PackFacts, readPack } from '#pack/read-pack.ts';
import { arriving } from '#services/use-arriving.ts';
import { useServices } from '#services/use-services.ts';

export type FileState =
  | { readonly step: 'none' | 'reading' }
  | { readonly step: 'failed'; readonly failure: Failure }
  | { readonly step: 'read' | 'keeping'; readonly facts: PackFacts }
  | { readonly step: 'kept'; readonly name: string };

/** From a file to a kept pack: looked into first, kept only when asked. */
export function useChosenFile() {
  const { packs } = useServices();
  const [state, setState] = useState<FileState>({ step: 'none' });
  const file = useRef<File>(undefined);
  const source = useRef<string>(undefined);
  /** Once it is kept, of no use or not wanted, what was put aside of a fetched file is let go. */
  const letGo = async (): Promise<void> => {
    const address = source.current;
    source.current = undefined;
    if (address !== undefined) await arriving.forget(address);
  };
  const choose = async (chosen: File | undefined, address?: string): Promise<void> => {
    if (source.current !== address) void letGo();
    file.current = chosen;
    source.current = address;
    if (!chosen) return setState({ step: 'none' });
    setState({ step: 'reading' });
    const read = await readPack(chosen, chosen.name);
    // Another file may have been chosen while this one was looked into.
    if (file.current !== chosen) return;
    if (!read.ok) void letGo();
    setState(
      read.ok ? { step: 'read', facts: read.value } : { step: 'failed', failure: read.error },
    );
  };
  const keep = async (facts: PackFacts): Promise<void> => {
    const blob = file.current;
    if (!blob) return;
    setState({ step: 'keeping', facts });
    const { tileType: _, ...row } = facts;
    const kept = await packs.add({ ...row, blob: blob.slice(0, blob.size) });
    // Before it is said: whoever leaves at the word would find the same pack half fetched.
    if (kept.ok) await letGo();
    setState(
      kept.ok ? { step: 'kept', name: facts.name } : { step: 'failed', failure: kept.error },
    );
  };
  return { state, choose, keep };
}
