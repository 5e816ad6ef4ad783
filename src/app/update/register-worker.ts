import { messageSW, Workbox } from 'workbox-window';
import type { BootedAnswer, MessageToWorker } from '#base/worker-messages.ts';
import { setPhase } from './update-state.ts';

const workerAddress = '/sw.js';
/** A phone left open for days still hears of a new version. */
const lookAgainMs = 60 * 60 * 1000;

let workbox: Workbox | undefined;

/** Keeps the app on this phone and watches for newer versions. Does nothing without a worker. */
export async function registerWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  workbox = new Workbox(workerAddress, { updateViaCache: 'none' });
  workbox.addEventListener('waiting', () => setPhase('waiting'));
  // Without a network or in a private window there is no worker; the app runs all the same.
  await workbox.register().catch(() => undefined);
  lookAgainWhenShown();
}

/** Where one is found it is said to be waiting, as ever. */
export const lookForNewer = async (): Promise<void> => {
  await workbox?.update().catch(() => undefined);
};

/** To be called once, after the first screen is drawn: this version works. */
export async function reportBooted(): Promise<void> {
  document.documentElement.dataset['build'] = build;
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  if (!active) return;
  const answer: BootedAnswer = await messageSW(active, message({ type: 'booted', build }));
  if (answer.wentBack) setPhase('went-back');
}

const build = __BUILD_ID__;
const message = (content: MessageToWorker): MessageToWorker => content;

function lookAgainWhenShown(): void {
  let lookedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - lookedAt < lookAgainMs) return;
    lookedAt = Date.now();
    void lookForNewer();
  });
}
