import type { Metres } from './metres.ts';

export interface StreetPlan {
  readonly name: string;
  readonly cy?: string;
  readonly highway: 'tertiary' | 'residential' | 'unclassified' | 'footway' | 'steps' | 'track';
  readonly line: readonly Metres[];
  /** How houses stand along it; none where nobody lives. */
  readonly houses?: 'terrace' | 'pairs';
  readonly bridge?: true;
}

const square: Metres = [0, 0];
const quay: Metres = [150, 10];
const chapelCross: Metres = [-300, 0];
const millEnd: Metres = [120, 470];
const westFoot: Metres = [188, 478];
const eastFoot: Metres = [272, 482];
const farEnd: Metres = [330, 480];

/** The west bank: the old village round its square. */
const west: readonly StreetPlan[] = [
  {
    name: 'High Street',
    cy: 'Stryd Fawr',
    highway: 'tertiary',
    houses: 'terrace',
    line: [[-800, -20], [-560, -10], chapelCross, [-140, 5], square, quay],
  },
  {
    name: 'Chapel Road',
    cy: 'Heol y Capel',
    highway: 'residential',
    houses: 'pairs',
    line: [
      [-300, 620],
      [-305, 420],
      [-300, 220],
      chapelCross,
      [-295, -200],
      [-292, -310],
      [-290, -420],
      [-288, -640],
    ],
  },
  {
    name: 'Mill Street',
    cy: 'Stryd y Felin',
    highway: 'residential',
    houses: 'terrace',
    line: [square, [10, 120], [30, 220], [60, 360], millEnd],
  },
  {
    name: 'School Lane',
    cy: 'Lôn yr Ysgol',
    highway: 'residential',
    houses: 'pairs',
    line: [
      [-300, 220],
      [-140, 215],
      [30, 220],
    ],
  },
  {
    name: 'Park Road',
    cy: 'Heol y Parc',
    highway: 'residential',
    houses: 'pairs',
    line: [
      [-560, -10],
      [-560, 220],
      [-555, 420],
      [-305, 420],
    ],
  },
  {
    name: 'Hill Terrace',
    cy: 'Teras y Bryn',
    highway: 'residential',
    houses: 'terrace',
    line: [
      [-560, 220],
      [-430, 225],
      [-300, 220],
    ],
  },
  {
    name: 'Orchard Street',
    cy: 'Stryd y Berllan',
    highway: 'residential',
    houses: 'terrace',
    line: [
      [-140, 5],
      [-140, 215],
    ],
  },
  {
    name: 'Church Lane',
    cy: 'Lôn yr Eglwys',
    highway: 'residential',
    line: [
      [-140, 5],
      [-145, -100],
      [-140, -200],
    ],
  },
  {
    name: 'Meadow Road',
    cy: 'Heol y Ddôl',
    highway: 'residential',
    houses: 'pairs',
    line: [
      [-295, -200],
      [-140, -200],
      [0, -205],
      [120, -215],
    ],
  },
  {
    name: 'Swan Street',
    cy: 'Stryd yr Alarch',
    highway: 'residential',
    houses: 'terrace',
    line: [square, [0, -205], [-5, -420]],
  },
  {
    name: 'Riverside Terrace',
    cy: 'Teras Glan-yr-afon',
    highway: 'residential',
    houses: 'terrace',
    line: [quay, [135, -100], [120, -215], [110, -420]],
  },
  {
    name: 'Weavers Row',
    cy: 'Rhes y Gwehyddion',
    highway: 'residential',
    houses: 'terrace',
    line: [
      [-290, -420],
      [-140, -420],
      [-5, -420],
      [110, -420],
    ],
  },
  {
    name: 'Wood Crescent',
    cy: 'Cilgant y Coed',
    highway: 'residential',
    houses: 'pairs',
    line: [
      [-560, -10],
      [-620, -160],
      [-560, -300],
      [-420, -320],
      [-292, -310],
    ],
  },
];

/** The east bank: over the footbridge, and nowhere else. */
const east: readonly StreetPlan[] = [
  { name: 'Mill Path', cy: 'Llwybr y Felin', highway: 'footway', line: [millEnd, westFoot] },
  {
    name: 'Footbridge of the Swans',
    cy: 'Pont yr Elyrch',
    highway: 'footway',
    bridge: true,
    line: [westFoot, eastFoot],
  },
  { name: 'Mill Path', cy: 'Llwybr y Felin', highway: 'footway', line: [eastFoot, farEnd] },
  {
    name: 'Farside Road',
    cy: 'Heol yr Ochr Draw',
    highway: 'residential',
    houses: 'pairs',
    line: [farEnd, [345, 250], [350, 0], [340, -230], [330, -480]],
  },
  {
    name: 'Swallow Close',
    cy: 'Clos y Wennol',
    highway: 'residential',
    houses: 'pairs',
    line: [
      [350, 0],
      [480, 10],
      [560, 60],
    ],
  },
  {
    name: 'Allotment Lane',
    cy: 'Lôn y Rhandiroedd',
    highway: 'unclassified',
    line: [
      [345, 250],
      [500, 255],
      [640, 250],
    ],
  },
  {
    name: 'Ferry Steps',
    cy: 'Grisiau’r Fferi',
    highway: 'steps',
    line: [
      [350, 0],
      [262, -6],
    ],
  },
  {
    name: 'Mountain Road',
    cy: 'Ffordd y Mynydd',
    highway: 'track',
    line: [
      [330, -480],
      [520, -560],
      [800, -640],
    ],
  },
];

/** Paths without a name. */
export const paths: readonly (readonly Metres[])[] = [
  [
    [-555, 420],
    [-440, 330],
    [-430, 225],
  ],
  [
    [-440, 330],
    [-305, 420],
  ],
  [
    [110, -420],
    [130, -560],
    [150, -690],
  ],
];

export const streets: readonly StreetPlan[] = [...west, ...east];
