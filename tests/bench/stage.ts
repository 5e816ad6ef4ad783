import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningApp, startApp } from '../browser/support/start-app.ts';
import { type BenchPhone, openPhone, type PhoneWishes, removeProfiles } from './bench-phone.ts';
import { buildApp, buildPages } from './build-pages.ts';
import type { BenchOptions } from './options.ts';
import { type Jobs, jobsOf } from './page-jobs.ts';
import type { SeedJobs } from './pages/seed.ts';

/** What rows are played on: one address, from which the bench's pages or the app are served. */
export interface Stage {
  readonly quick: boolean;
  readonly served: RunningApp;
  readonly appFolder: string;
  readonly pagesFolder: string;
  serveApp(): Promise<void>;
  servePages(): Promise<void>;
  /** The profile of a phone with a register of so many places; made once per size. */
  seeded(size: number): Promise<string>;
  /** A phone on one of the bench's pages, and what that page can do. */
  openPage<J extends Jobs>(name: string, wishes?: PhoneWishes): Promise<OpenPage<J>>;
  end(): Promise<void>;
}

export interface OpenPage<J> {
  readonly phone: BenchPhone;
  readonly jobs: J;
}

export async function setStage({ quick, dist }: BenchOptions): Promise<Stage> {
  Object.assign(process.env, { NODE_ENV: 'production' });
  const pagesFolder = await buildPages();
  const appFolder = dist ?? (await buildApp());
  const served = await startApp({ dist: pagesFolder });
  const folders = mkdtempSync(join(tmpdir(), 'patchbook-bench-seeded-'));
  const made = new Map<number, Promise<string>>();

  const openPage = async <J extends Jobs>(name: string, wishes: PhoneWishes = {}) => {
    const phone = await openPhone(wishes);
    await phone.page.goto(`${served.origin}/${name}.html`);
    return { phone, jobs: await jobsOf<J>(phone.page) };
  };

  const seed = async (size: number): Promise<string> => {
    await served.release(pagesFolder);
    console.log(`… bringing ${size} places into a register`);
    const { phone, jobs } = await openPage<SeedJobs>('seed');
    const held = await jobs.seed({ size });
    if (held !== size) throw new Error(`seeded ${held} of ${size}`);
    await phone.switchOff();
    const folder = join(folders, String(size));
    cpSync(phone.folder, folder, { recursive: true });
    await phone.throwAway();
    // The app shares files with the bench's page: it must ask for them itself.
    for (const cache of ['Cache', 'Code Cache'])
      rmSync(join(folder, 'Default', cache), { recursive: true, force: true });
    return folder;
  };

  return {
    quick,
    served,
    appFolder,
    pagesFolder,
    serveApp: () => served.release(appFolder),
    servePages: () => served.release(pagesFolder),
    seeded: (size) => {
      const known = made.get(size) ?? seed(size);
      made.set(size, known);
      return known;
    },
    openPage,
    end: async () => {
      await served.stop();
      removeProfiles();
      const built = dist ? [pagesFolder] : [pagesFolder, appFolder];
      for (const folder of [folders, ...built]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
