import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const shared = join(root, '../shared/data');
const fixtures = join(root, 'tests/fixtures');

/** What a neighbourhood brings along: its streets, its places, and what the test looks for. */
export interface Ground {
  readonly words: string;
  readonly pack: string;
  readonly places: string;
  /** A named place in the file, with a word for it typed wrong. */
  readonly known: string;
  readonly typo: string;
  readonly at: { readonly latitude: number; readonly longitude: number };
}

const newport: Ground = {
  words: 'Newport',
  pack: join(shared, 'map/newport-pill.pmtiles'),
  places: join(shared, 'assets/osm-newport-pill.geojson'),
  known: 'Pillgwenlly Library',
  typo: 'pilgwenly libary',
  at: { latitude: 51.5785, longitude: -2.9925 },
};

const madeUp: Ground = {
  words: 'a made-up neighbourhood (Newport is not on this machine)',
  pack: join(fixtures, 'maps/small.pmtiles'),
  places: join(fixtures, 'import/made-up-osm.geojson'),
  known: 'Rivermouth Library',
  typo: 'rivermuth libary',
  at: { latitude: 51.5776, longitude: -2.994 },
};

const isHere = (ground: Ground): boolean => existsSync(ground.pack) && existsSync(ground.places);

/** Newport where its data lies beside the project; else a small made-up place. */
export const ground: Ground = isHere(newport) ? newport : madeUp;
