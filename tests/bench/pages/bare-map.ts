import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

/** MapLibre with a background and nothing else; resolves when it has nothing left to draw. */
export function openBareMap(container: HTMLElement): Promise<void> {
  setWorkerUrl(workerUrl);
  const map = new MapLibre({
    container,
    center: [-2.992, 51.579],
    zoom: 14,
    // It would parse HTML, which the policy refuses; the app writes its own.
    attributionControl: false,
    style: {
      version: 8,
      sources: {},
      layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#eee' } }],
    },
  });
  return new Promise((resolve) => void map.once('idle', () => resolve()));
}
