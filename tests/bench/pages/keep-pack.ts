import { fromBase64 } from '#base/bytes.ts';
import { readPack } from '#pack/read-pack.ts';
import { offerJobs } from './offer-jobs.ts';
import { openApp } from './open-app.ts';

const jobs = {
  /** Keeps a pack on this phone as the Packs screen does; answers its name. */
  keep: async ({ base64 }: { base64: string }): Promise<string> => {
    const { services, close } = await openApp();
    const blob = new Blob([fromBase64(base64) ?? new Uint8Array()]);
    const read = await readPack(blob, 'bench.pmtiles');
    if (!read.ok) throw new Error(read.error.kind);
    const { tileType: _, ...row } = read.value;
    const kept = await services.packs.add({ ...row, blob });
    if (!kept.ok) throw new Error(kept.error.kind);
    await close();
    return row.name;
  },
};

export type KeepPackJobs = typeof jobs;
offerJobs(jobs);
