import { changeBoots, readBoots } from './boot-memory.ts';
import { chooseVersion, noteBooted, noteStart } from './choose-version.ts';
import { keepOnly, keptBuilds } from './kept-versions.ts';

declare const self: ServiceWorkerGlobalScope;

/** Several tabs restored at once start before the first has drawn: they are given this long. */
const patienceMs = 3_000;

let lastStartAt = Number.NEGATIVE_INFINITY;
const waitingForBoot = new Set<() => void>();

/** The build to serve to a page that is about to start; counts the start. */
export async function startVersion(own: string): Promise<string> {
  if ((await currentChoice(own)) !== own) {
    await waitForBoot();
    const choice = await currentChoice(own);
    if (choice !== own) return choice;
  }
  lastStartAt = performance.now();
  await changeBoots((record) => noteStart(record, own));
  return own;
}

/** The build whose files pages are being given. */
export async function currentChoice(own: string): Promise<string> {
  return chooseVersion(own, await readBoots(), await keptBuilds());
}

/** @returns true when the page runs the last good build because this one failed. */
export async function bootReported(own: string, build: string): Promise<boolean> {
  // A page that came past the worker may be of a build that nobody keeps.
  if (!(await keptBuilds()).includes(build)) return false;
  await changeBoots((record) => noteBooted(record, build));
  for (const release of waitingForBoot) release();
  if (build === own) await letGoOfOlder(own);
  return build !== own && (await currentChoice(own)) === build;
}

/**
 * Older files go when nobody can need them: another window may still run the older build,
 * and a newer one may be half-way through keeping its own.
 */
async function letGoOfOlder(own: string): Promise<void> {
  const { installing, waiting } = self.registration;
  if (installing || waiting) return;
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length <= 1) await keepOnly([own]);
}

function waitForBoot(): Promise<void> {
  const left = lastStartAt + patienceMs - performance.now();
  if (left <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      waitingForBoot.delete(done);
      resolve();
    };
    const timer = setTimeout(done, left);
    waitingForBoot.add(done);
  });
}
