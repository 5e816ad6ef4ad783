import type { MessageToWorker } from '#base/worker-messages.ts';
import { isReloadHeld } from '#platform/hold-reload.ts';
import { setPhase } from './update-state.ts';

/** Only the tab in which a person agreed loads again by itself. */
let agreed = false;

/** From the first moment on: a page that misses that another version took over asks for lost files. */
export function watchTakeover(): void {
  if (!('serviceWorker' in navigator)) return;
  let controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker of a first visit takes over a page that already is its own version.
    if (!controlled) controlled = true;
    else if (agreed && !isReloadHeld()) location.reload();
    else setPhase('ready-to-reload');
  });
}

/**
 * Changes to the waiting version, unless a form would lose words. That takes a second; where a
 * request wakes the older worker meanwhile, Chromium waits until nothing has been asked of it for
 * half a minute. Loading the page again would only wait as well, with nothing to look at.
 */
export function applyUpdate(): void {
  if (isReloadHeld()) return;
  agreed = true;
  void navigator.serviceWorker.getRegistration().then((registration) => {
    const update: MessageToWorker = { type: 'update' };
    if (!registration?.waiting) return location.reload();
    registration.waiting.postMessage(update);
    setPhase('changing');
  });
}
