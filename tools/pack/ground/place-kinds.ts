import type { Tags } from '../extract/elements.ts';
import { type Look, namesIn } from './drawn.ts';

interface PlaceKind {
  readonly kind: string;
  readonly minZoom: number;
  /** Guessed where the map does not say how many live there. */
  readonly people: number;
}

/** docs.protomaps.com/basemaps/layers, "places". */
const byPlace: Readonly<Record<string, PlaceKind>> = {
  city: { kind: 'locality', minZoom: 4, people: 100_000 },
  town: { kind: 'locality', minZoom: 7, people: 10_000 },
  village: { kind: 'locality', minZoom: 10, people: 2_000 },
  hamlet: { kind: 'locality', minZoom: 12, people: 200 },
  isolated_dwelling: { kind: 'locality', minZoom: 14, people: 10 },
  suburb: { kind: 'neighbourhood', minZoom: 11, people: 5_000 },
  quarter: { kind: 'macrohood', minZoom: 11, people: 5_000 },
  neighbourhood: { kind: 'neighbourhood', minZoom: 12, people: 1_000 },
};

const steps = [200, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 2e6, 5e6, 1e7];

/** 0 to 17 in the basemap's style, where letters grow with it. */
const rankOf = (people: number): number => steps.filter((step) => people >= step).length;

/** A town, a quarter: its name on the map. Undefined for what is none or has no name. */
export function placeLook(tags: Tags): Look | undefined {
  const value = tags.get('place') ?? '';
  const place = Object.hasOwn(byPlace, value) ? byPlace[value] : undefined;
  if (!place || !tags.get('name')) return undefined;
  const told = Number(tags.get('population'));
  const people = told > 0 ? told : place.people;
  return {
    layer: 'places',
    minZoom: place.minZoom,
    properties: {
      kind: place.kind,
      kind_detail: value,
      min_zoom: place.minZoom,
      population: people,
      population_rank: rankOf(people),
      ...namesIn(tags),
    },
  };
}
