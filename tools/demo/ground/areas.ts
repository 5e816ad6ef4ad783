import type { Metres } from './metres.ts';

export interface AreaPlan {
  readonly tags: Readonly<Record<string, string>>;
  readonly ring: readonly Metres[];
  /** No house is built on it. */
  readonly keepOut?: true;
}

const box = (west: number, south: number, east: number, north: number): readonly Metres[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

const riverLine: readonly Metres[] = [
  [214, 900],
  [220, 600],
  [230, 480],
  [250, 380],
  [262, 250],
  [244, 120],
  [214, 0],
  [205, -120],
  [190, -260],
  [195, -420],
  [215, -600],
  [220, -900],
];
const halfWidth = 26;

/** Both banks of the river, down one and up the other. */
const banks: readonly Metres[] = [
  ...riverLine.map(([x, y]): Metres => [x - halfWidth, y]),
  ...[...riverLine].reverse().map(([x, y]): Metres => [x + halfWidth, y]),
];

const keepOut = true;
const named = (name: string, cy: string) => ({ name, 'name:cy': cy });

export const river = {
  line: riverLine,
  tags: { waterway: 'river', ...named('River Dychmyg', 'Afon Dychmyg') },
};

export const areas: readonly AreaPlan[] = [
  { tags: { natural: 'water', water: 'river' }, ring: banks, keepOut },
  { tags: { landuse: 'residential' }, ring: box(-650, -470, 165, 640) },
  { tags: { landuse: 'residential' }, ring: box(300, -300, 600, 330) },
  {
    tags: { leisure: 'park', ...named('Swan Park', 'Parc yr Alarch') },
    ring: box(-535, 245, -325, 400),
    keepOut,
  },
  {
    tags: { natural: 'water', water: 'pond', ...named('Duck Pond', 'Pwll yr Hwyaid') },
    ring: [
      [-500, 290],
      [-470, 275],
      [-440, 290],
      [-450, 315],
      [-490, 320],
    ],
  },
  { tags: { leisure: 'playground' }, ring: box(-400, 345, -355, 385) },
  {
    tags: { amenity: 'school', ...named('Pont Dychmyg School', 'Ysgol Pont Dychmyg') },
    ring: box(-275, 35, -175, 195),
    keepOut,
  },
  { tags: { landuse: 'cemetery' }, ring: box(-275, -185, -160, -25), keepOut },
  {
    tags: { leisure: 'pitch', sport: 'football', ...named('The Rec', 'Y Cae Chwarae') },
    ring: box(15, -400, 95, -240),
    keepOut,
  },
  {
    tags: { landuse: 'allotments', ...named('Farside Allotments', 'Rhandiroedd yr Ochr Draw') },
    ring: box(390, 270, 610, 430),
    keepOut,
  },
  {
    tags: { natural: 'wood', ...named('Crow Wood', 'Coed y Brain') },
    ring: [
      [-850, -420],
      [-650, -380],
      [-665, -60],
      [-850, -60],
    ],
    keepOut,
  },
  {
    tags: { natural: 'wood' },
    ring: [
      [620, -320],
      [850, -320],
      [850, 200],
      [660, 210],
    ],
    keepOut,
  },
  {
    tags: { landuse: 'meadow' },
    ring: [
      [-280, -690],
      [180, -690],
      [160, -470],
      [-280, -470],
    ],
    keepOut,
  },
  { tags: { landuse: 'farmland' }, ring: box(380, 450, 850, 700), keepOut },
  {
    tags: {
      place: 'square',
      highway: 'pedestrian',
      area: 'yes',
      ...named('The Square', 'Y Sgwâr'),
    },
    ring: box(-22, 8, -6, 34),
    keepOut,
  },
];
