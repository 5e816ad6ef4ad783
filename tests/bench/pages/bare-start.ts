import { installTrustedTypes } from '#app/trusted-types.ts';
import { openDeviceDb } from '#device/device-db.ts';
import { watchFrames } from '../frame-watch.ts';
import { offerJobs } from './offer-jobs.ts';

installTrustedTypes();
watchFrames();

/** What is known before the tap: the box, how many places there are, and the kept pack. */
interface Ready {
  readonly size: number;
  readonly box: { readonly width: number; readonly height: number };
}

const jobs = {
  /** Puts a button on the page: a tap on it opens a bare map with the pack that this phone keeps. */
  ready: async ({ size, box }: Ready): Promise<void> => {
    const [{ benchPoints }, [pack]] = await Promise.all([
      import('./map-points.ts'),
      openDeviceDb().packs.toArray(),
    ]);
    if (!pack) throw new Error('no pack is kept here');
    const points = benchPoints(size);
    const button = document.createElement('button');
    button.textContent = 'Map';
    button.onclick = async () => {
      button.remove();
      const frame = document.createElement('section');
      frame.setAttribute('aria-label', 'Map');
      Object.assign(frame.style, { width: `${box.width}px`, height: `${box.height}px` });
      document.body.style.margin = '0';
      document.body.append(frame);
      const { openWhole } = await import('./bare-whole.ts');
      await openWhole(frame, pack, points);
    };
    document.body.append(button);
  },
};

export type BareStartJobs = typeof jobs;
offerJobs(jobs);
void navigator.serviceWorker.register('/sw.js');
