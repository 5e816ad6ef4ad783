import { clientsClaim } from 'workbox-core';
import { PrecacheController, type PrecacheEntry } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { isScreenAddress } from '#base/screen-addresses.ts';
import { type BootedAnswer, isMessageToWorker } from '#base/worker-messages.ts';
import { bootReported, currentChoice, startVersion } from './boot-watch.ts';
import { keepFiles } from './keep-files.ts';
import { cacheNameOf, carryOver, fileOf } from './kept-versions.ts';
import { leadHubsPast } from './past-the-worker.ts';

declare const self: ServiceWorkerGlobalScope;
declare const __BUILD_ID__: string;
declare const __FILES_TO_KEEP__: PrecacheEntry[];

const own = __BUILD_ID__;
const entries = __FILES_TO_KEEP__;
const files = new PrecacheController({ cacheName: cacheNameOf(own) });
files.addToCacheList(entries);

// A new version waits until a person agrees: nothing here calls skipWaiting by itself.
self.addEventListener('install', (event) => {
  event.waitUntil(leadHubsPast(event));
  event.waitUntil(install(event));
});

async function install(event: ExtendableEvent): Promise<void> {
  await carryOver(own, [...files.getURLsToCacheKeys().values()]);
  await keepFiles(event, cacheNameOf(own), entries);
}

clientsClaim();

self.addEventListener('message', (event) => {
  const message: unknown = event.data;
  if (!isMessageToWorker(message)) return;
  if (message.type === 'update') event.waitUntil(self.skipWaiting());
  else event.waitUntil(answerBooted(message.build, event.ports[0]));
});

async function answerBooted(build: string, port: MessagePort | undefined): Promise<void> {
  const answer: BootedAnswer = { wentBack: await bootReported(own, build) };
  port?.postMessage(answer);
}

registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin && request.mode === 'navigate' && isScreenAddress(url.pathname),
  async ({ request }) => (await heldPage().catch(() => undefined)) ?? fetch(request),
);

async function heldPage(): Promise<Response | undefined> {
  // On a full disk the start can't be counted; the app must open all the same.
  const build = await startVersion(own).catch(() => own);
  return fileOf(build, '/index.html');
}

/** Only files of this app are ever served from here; other origins and /api pass untouched. */
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && (isHashed(url.pathname) || keyOf(url) !== undefined),
  async ({ request, url }) => (await heldFile(url).catch(() => undefined)) ?? fetch(request),
);

const keyOf = (url: URL): string | undefined => files.getCacheKeyForURL(url.href);
const isHashed = (pathname: string): boolean => pathname.startsWith('/assets/');

/** A name under /assets/ stands for its content, so any kept build may answer for another. */
async function heldFile(url: URL): Promise<Response | undefined> {
  if (isHashed(url.pathname)) return (await ownFile(url)) ?? caches.match(url.pathname);
  const choice = await currentChoice(own);
  return choice === own ? ownFile(url) : fileOf(choice, url.pathname);
}

async function ownFile(url: URL): Promise<Response | undefined> {
  const key = keyOf(url);
  return key === undefined ? undefined : caches.match(key, { cacheName: cacheNameOf(own) });
}
