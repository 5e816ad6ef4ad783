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
  const phones: Phone[] = [];
  let app: RunningApp | undefined;
  afterAll(async () => {
    for (const phone of phones) await phone.close();
    await app?.stop();
    rmSync(dataFolder, { recursive: true });
  });
  return {
    dataFolder,
    start: async (dist) => {
      app = await startApp({ dataFolder, ...(dist && { dist }) });
      return app;
    },
    phone: async (options) => {
      const phone = await openPhone({ reducedMotion: 'reduce', ...options });
      phones.push(phone);
      return phone;
    },
  };
}
