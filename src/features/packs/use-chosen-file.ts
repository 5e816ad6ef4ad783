import { useRef, useState } from 'react';
import type { Failure } from '#base/result.ts';
import { type PackFacts, readPack } from '#pack/read-pack.ts';
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
  const choose = async (chosen: File | undefined): Promise<void> => {
    file.current = chosen;
    if (!chosen) return setState({ step: 'none' });
    setState({ step: 'reading' });
    const read = await readPack(chosen, chosen.name);
    // Another file may have been chosen while this one was looked into.
    if (file.current !== chosen) return;
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
    setState(
      kept.ok ? { step: 'kept', name: facts.name } : { step: 'failed', failure: kept.error },
    );
  };
  return { state, choose, keep };
}
