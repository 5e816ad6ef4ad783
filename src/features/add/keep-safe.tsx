import { lazy, useEffect, useState, useSyncExternalStore } from 'react';
import type { InstallAnswer, Installer } from '#platform/install.ts';
import { createKeptStorage, type KeptStorage } from '#platform/storage.ts';
import { useSavedCount } from '#services/use-saved-count.ts';
import { useChoice } from './use-choice.ts';

// Shown once or twice in the life of a phone: no start waits for them.
const cards = () => import('./keep-safe-cards.tsx');
const KeepCard = lazy(async () => ({ default: (await cards()).KeepCard }));
const InstallCard = lazy(async () => ({ default: (await cards()).InstallCard }));

interface KeepSafeProps {
  /** Made before the first screen: the browser offers its event once and early. */
  readonly installer: Installer;
  readonly storage?: KeptStorage;
}

const usualStorage = createKeptStorage(globalThis.navigator?.storage);
const keepAfter = 1;
const installAfter = 3;

function useIsKept(storage: KeptStorage): boolean | undefined {
  const [isKept, setKept] = useState<boolean>();
  useEffect(() => {
    let current = true;
    void storage.persisted().then((is) => {
      if (current) setKept(is);
    });
    return () => {
      current = false;
    };
  }, [storage]);
  return isKept;
}

/**
 * After the first save a word about keeping it, after the third about the home screen: one card at
 * a time, each asks once and is sent away for good.
 */
export function KeepSafe({ installer, storage = usualStorage }: KeepSafeProps) {
  const saved = useSavedCount() ?? 0;
  const isKept = useIsKept(storage);
  const [keepOver, endKeep] = useChoice('keep-asked');
  const [installOver, endInstall] = useChoice('install-asked');
  const [kept, setKept] = useState<boolean>();
  const [installed, setInstalled] = useState<InstallAnswer>();
  const state = useSyncExternalStore(installer.subscribe, installer.state);

  const offers = state === 'ready' || state === 'by-hand';
  const wantsInstall = saved >= installAfter && installOver === false && offers;
  const wantsKeep = saved >= keepAfter && keepOver === false && isKept === false;
  const install = async () => {
    setInstalled(await installer.ask());
    endInstall();
  };
  const keep = async () => {
    setKept(await storage.persist());
    endKeep();
  };
  if (kept !== undefined || (wantsKeep && !wantsInstall && !installed)) {
    return <KeepCard answer={kept} onAsk={() => void keep()} onEnd={endKeep} />;
  }
  if (!wantsInstall && !installed) return null;
  return (
    <InstallCard
      byHand={state === 'by-hand'}
      answer={installed}
      onAsk={() => void install()}
      onEnd={endInstall}
    />
  );
}
