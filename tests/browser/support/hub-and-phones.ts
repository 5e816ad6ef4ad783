import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openPhone, type Phone, type PhoneOptions } from './open-phone.ts';
import { type RunningApp, startApp } from './start-app.ts';

export interface HubAndPhones {
  readonly dataFolder: string;
  /** Once, before the first phone needs it; the app as it is built now, or another build of it. */
  start(dist?: string): Promise<RunningApp>;
  phone(options?: PhoneOptions): Promise<Phone>;
}

/** For all tests of one file: a hub that keeps things, and phones; both end with the file. */
export function hubAndPhones(name: string): HubAndPhones {
  const dataFolder = mkdtempSync(join(tmpdir(), `patchbook-${name}-`));
  const phones = new Map<string, Phone>();
  let app: RunningApp | undefined;
  afterAll(async () => {
    for (const phone of phones.values()) await phone.close();
    await app?.stop();
    rmSync(dataFolder, { recursive: true });
  });
  /** The browser that ends is the last one over a phone's storage. */
  const keepTrack = (phone: Phone): Phone => {
    const tracked = {
      ...phone,
      restart: async () => keepTrack(await phone.restart()),
      kill: async () => keepTrack(await phone.kill()),
    };
    phones.set(phone.storage, tracked);
    return tracked;
  };
  return {
    dataFolder,
    start: async (dist) => {
      app = await startApp({ dataFolder, ...(dist && { dist }) });
      return app;
    },
    phone: async (options) => keepTrack(await openPhone({ reducedMotion: 'reduce', ...options })),
  };
}
