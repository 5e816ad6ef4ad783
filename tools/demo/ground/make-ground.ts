import { areas, river } from './areas.ts';
import { buildings } from './buildings.ts';
import type { House } from './houses.ts';
import { type Metres, toDegrees } from './metres.ts';
import { createOsmFile, type Tags } from './osm-file.ts';
import { paths, type StreetPlan, streets } from './streets.ts';

const half: Metres = [850, 720];

/** What the pack is cut to: west, south, east, north in degrees. */
export const demoBox = [
  ...toDegrees([-half[0], -half[1]]),
  ...toDegrees([half[0], half[1]]),
] as const;

const streetTags = ({ name, cy, highway, bridge }: StreetPlan): Tags => ({
  highway,
  name,
  ...(cy && { 'name:cy': cy, 'name:en': name }),
  ...(bridge && { bridge: 'yes', layer: '1' }),
});

const houseTags = ({ street, number, postcode }: House): Tags => ({
  building: 'house',
  'addr:housenumber': number,
  'addr:street': street,
  'addr:postcode': postcode,
});

/** The whole place as an `.osm` file. */
export function makeGround(houses: readonly House[]): string {
  const file = createOsmFile();
  file.point([0, 60], { place: 'village', name: 'Pont Dychmyg', population: '1400' });
  file.point([430, 120], { place: 'hamlet', name: 'Farside', 'name:cy': 'Yr Ochr Draw' });
  for (const street of streets) file.line(street.line, streetTags(street));
  for (const path of paths) file.line(path, { highway: 'path' });
  file.line(river.line, river.tags);
  for (const { ring, tags } of areas) file.ring(ring, tags);
  for (const {
    name,
    kind,
    corner: [x, y],
    size: [wide, deep],
  } of buildings) {
    const ring: readonly Metres[] = [
      [x, y],
      [x + wide, y],
      [x + wide, y + deep],
      [x, y + deep],
    ];
    file.ring(ring, { building: kind, name });
  }
  for (const house of houses) file.ring(house.corners, houseTags(house));
  return file.text();
}
