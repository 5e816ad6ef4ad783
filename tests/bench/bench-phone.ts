import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';

export interface PhoneWishes {
  /** A profile folder to start from; it is copied and stays as it is. */
  readonly from?: string;
  readonly width?: number;
  readonly height?: number;
  readonly serviceWorkers?: 'allow' | 'block';
}

/** A browser with storage of its own, which outlives the browser. */
export interface BenchPhone {
  readonly folder: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly debug: CDPSession;
  /** 1 as fast as it is, 4 a phone four times slower. Workers escape it. */
  slow(rate: number): Promise<void>;
  /** A cold start: the browser process ends and another begins over the same storage. */
  restart(): Promise<BenchPhone>;
  /** Ends the browser and keeps the folder. */
  switchOff(): Promise<void>;
  throwAway(): Promise<void>;
}

/** All profiles of this run, also those of rows that broke. */
const profiles = mkdtempSync(join(tmpdir(), 'patchbook-bench-phones-'));

export const removeProfiles = (): void => rmSync(profiles, { recursive: true, force: true });

export async function openPhone(wishes: PhoneWishes = {}): Promise<BenchPhone> {
  const folder = mkdtempSync(join(profiles, 'phone-'));
  if (wishes.from) cpSync(wishes.from, folder, { recursive: true });
  return launch(folder, wishes);
}

async function launch(folder: string, wishes: PhoneWishes): Promise<BenchPhone> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath(),
    args: chromiumFlags,
    viewport: { width: wishes.width ?? 360, height: wishes.height ?? 640 },
    locale: 'en-GB',
    serviceWorkers: wishes.serviceWorkers ?? 'allow',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const debug = await context.newCDPSession(page);
  return {
    folder,
    page,
    context,
    debug,
    slow: async (rate) => void (await debug.send('Emulation.setCPUThrottlingRate', { rate })),
    restart: async () => {
      await context.close();
      return launch(folder, wishes);
    },
    switchOff: () => context.close(),
    throwAway: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
