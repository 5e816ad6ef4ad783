import '../../../public/layers.css';
import '#ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from '#app/app.tsx';
import { compose } from '#app/compose.ts';
import { installTrustedTypes } from '#app/trusted-types.ts';
import { useCamera } from '#features/map/camera-store.ts';
import { showLocale } from '#i18n/shown-locale.ts';
import type { Spot } from '#map/spot.ts';
import { assetId, assetSpot, placeValues } from '../assets.ts';
import type { Pixel } from '../fingers.ts';
import { watchFrames } from '../frame-watch.ts';
import { offerJobs } from './offer-jobs.ts';
import { watchSpots } from './spot-watch.ts';

installTrustedTypes();
watchFrames();

const composition = compose();
await composition.begin();
await showLocale('en-GB');
let spots = watchSpots([]);

function book() {
  const shown = composition.read();
  if (shown.state !== 'open') throw new Error(`the register is ${shown.state}`);
  return shown.opened.services.book;
}

interface Opening {
  readonly index: number;
  readonly zoom: number;
  /** Watched from the first frame on, px from the middle. */
  readonly spots: readonly Pixel[];
}

const jobs = {
  /** The whole app on its map screen, left earlier with that place in the middle. */
  open: async (opening: Opening): Promise<void> => {
    const { index, zoom } = opening;
    const bounds = [0, 0, 0, 0] as const;
    useCamera.getState().leave(book().registerId, { centre: assetSpot(index), zoom, bounds });
    spots = watchSpots(opening.spots);
    history.replaceState(null, '', '/map');
    const root = document.getElementById('root');
    if (root) createRoot(root).render(<App composition={composition} />);
  },
  /** ms from asking the book to move a place until the watched spots look otherwise. */
  move: async ({ index, to }: { index: number; to: Spot }): Promise<number> => {
    const location = {
      ...(placeValues(index)['location'] as object),
      geometry: { type: 'Point', coordinates: [to.lon, to.lat] },
    };
    const changed = spots.untilAllChanged();
    const started = performance.now();
    const done = await book().change({ type: 'place', id: assetId(index) }, { location });
    if (!done.ok) throw new Error(done.error.kind);
    return (await changed) - started;
  },
};

export type AppMapJobs = typeof jobs;
offerJobs(jobs);
