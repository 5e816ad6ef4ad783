import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { expect } from 'vitest';
import { chromiumFlags, chromiumPath, drawsMaps } from '../../support/chromium.ts';
import { type ForeignWatch, watchForeignHosts } from './foreign-watch.ts';
import { killBrowserOver } from './kill-browser.ts';

export interface PhoneOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly locale?: string;
  readonly reducedMotion?: 'reduce' | 'no-preference';
  /** Where the phone stands; without it, asking for a place is refused. */
  readonly geolocation?: { readonly latitude: number; readonly longitude: number };
  /** More flags for the browser, such as one that takes something away. */
  readonly flags?: readonly string[];
}

export interface Phone {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Where the browser keeps all it keeps. */
  readonly storage: string;
  /** What the policy refused, what broke and what the console called an error. */
  readonly complaints: readonly string[];
  readonly foreignHosts: readonly string[];
  /** Ends the browser process and starts a new one over the same storage: a cold start. */
  readonly restart: () => Promise<Phone>;
  /** The same after a sudden end: the browser process is killed and has no time to save anything. */
  readonly kill: () => Promise<Phone>;
  readonly close: () => Promise<void>;
}

/** A browser of its own with empty storage, 360×640 unless told otherwise. */
export async function openPhone(options: PhoneOptions = {}): Promise<Phone> {
  const storage = mkdtempSync(join(tmpdir(), 'patchbook-phone-'));
  return launch(storage, options, await watchForeignHosts());
}

/** What never comes is found all the same; a machine five times slower must not turn a test red. */
const patienceMs = 90_000;

async function launch(storage: string, options: PhoneOptions, watch: ForeignWatch): Promise<Phone> {
  const context = await chromium.launchPersistentContext(storage, {
    executablePath: chromiumPath(),
    args: [...chromiumFlags, watch.flag, ...(options.flags ?? [])],
    viewport: { width: options.width ?? 360, height: options.height ?? 640 },
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'no-preference',
    locale: options.locale ?? 'en-GB',
    hasTouch: true,
    ...(options.geolocation && {
      geolocation: options.geolocation,
      permissions: ['geolocation'],
    }),
  });
  context.setDefaultTimeout(patienceMs);
  const page = context.pages()[0] ?? (await context.newPage());
  // A run that only believes to be without WebGL would prove nothing.
  if (!drawsMaps) expect(await hasWebGl(page)).toBe(false);
  const complaints: string[] = [];
  await listenForComplaints(context, complaints);
  context.on('request', (request) => {
    if (isForeign(request.url())) watch.hosts.push(request.url());
  });
  return {
    context,
    page,
    storage,
    complaints,
    foreignHosts: watch.hosts,
    restart: async () => {
      await context.close();
      return launch(storage, options, watch);
    },
    kill: async () => {
      const closed = new Promise((resolve) => context.once('close', resolve));
      killBrowserOver(storage);
      await closed;
      return launch(storage, options, watch);
    },
    close: async () => {
      await context.close();
      await watch.stop();
      rmSync(storage, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Whether a page gets what maps are drawn with. */
export const hasWebGl = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null);

const isForeign = (address: string): boolean =>
  /^(https?|wss?):/.test(address) && new URL(address).hostname !== 'localhost';

async function listenForComplaints(context: BrowserContext, complaints: string[]): Promise<void> {
  context.on('weberror', (error) => complaints.push(`error: ${String(error.error())}`));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  await context.exposeBinding('reportViolation', (_source, text: string) => {
    complaints.push(`policy: ${text}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { reportViolation } = globalThis as unknown as { reportViolation(t: string): void };
      reportViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
}
