import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import {
  type ArrivingDb,
  type ArrivingFile,
  arrivedOf,
  begunFiles,
  forgetFile,
  keepPiece,
  openArrivingDb,
  tidyBegun,
} from '#device/arriving.ts';
import { guarded } from '#device/storage-trouble.ts';

export type { ArrivingFile };

/** Where what has come of a file waits for the rest, over the end of a tab. */
export interface Arriving {
  /** What has come of the file at an address. */
  load(address: string): Promise<Awaited<ReturnType<typeof arrivedOf>>>;
  /** False where there is no room for it. */
  keep(file: ArrivingFile, blob: Blob): Promise<boolean>;
  forget(address: string): Promise<void>;
}

let opened: ArrivingDb | undefined;

/** Opened by the first screen that needs it: a start does not. */
function ownDb(): ArrivingDb {
  opened ??= openArrivingDb();
  return opened;
}

/** Going on is a help: without storage a file is fetched in one go, or from the start. */
export const arriving: Arriving = {
  load: async (address) => {
    const found = await guarded(() => arrivedOf(ownDb(), address));
    return found.ok ? found.value : undefined;
  },
  keep: async (file, blob) => (await guarded(() => keepPiece(ownDb(), file, blob))).ok,
  forget: async (address) => {
    await guarded(() => forgetFile(ownDb(), address));
  },
};

/** Files of which some has come, the newest first; none while they are being read. */
export function useBegunFiles(now: () => number): readonly ArrivingFile[] {
  useEffect(() => {
    void guarded(() => tidyBegun(ownDb(), now()));
  }, [now]);
  const found = useLiveQuery(() => guarded(() => begunFiles(ownDb())), []);
  return found?.ok ? found.value : [];
}
