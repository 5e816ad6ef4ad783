/** The six kinds of asset as the register lists them; ui only knows how they look. */
export const markKinds = [
  'people',
  'groups',
  'organisations',
  'places',
  'exchange',
  'stories',
] as const;
export type MarkKind = (typeof markKinds)[number];

export interface KindShape {
  /** SVG path in a box of `markBox` × `markBox` units; Path2D takes it as it is. */
  readonly path: string;
  /** Centre of the picture inside the shape, in the same units. */
  readonly centre: readonly [x: number, y: number];
  /** Side of the picture (drawn on lucide's 24 × 24 grid) in the same units. */
  readonly picture: number;
  /** The custom property that holds the fill; the picture is drawn in `--on-kind`. */
  readonly colour: `--kind-${MarkKind}`;
}

/** Side of the box all shapes are drawn in; 2 units around them are left for the edge. */
export const markBox = 48;

/** The one source of the kinds' shapes: rows, cards, tiles, the map and print draw from here. */
export const kindShapes: Readonly<Record<MarkKind, KindShape>> = {
  people: {
    path: 'M24 2a22 22 0 1 1 0 44a22 22 0 1 1 0-44z',
    centre: [24, 24],
    picture: 25,
    colour: '--kind-people',
  },
  groups: {
    path: 'M16 3h16a13 13 0 0 1 13 13v16a13 13 0 0 1-13 13h-16a13 13 0 0 1-13-13v-16a13 13 0 0 1 13-13z',
    centre: [24, 24],
    picture: 25,
    colour: '--kind-groups',
  },
  organisations: {
    path: 'M5 4h38a1 1 0 0 1 1 1v38a1 1 0 0 1-1 1h-38a1 1 0 0 1-1-1v-38a1 1 0 0 1 1-1z',
    centre: [24, 24],
    picture: 25,
    colour: '--kind-organisations',
  },
  places: {
    path: 'M24 2a21.500 21.500 0 0 1 0 43h-19.500a2 2 0 0 1-2-2v-19.500a21.500 21.500 0 0 1 21.500-21.500z',
    centre: [24, 23.5],
    picture: 25,
    colour: '--kind-places',
  },
  exchange: {
    path: 'M26.800 2.200l19 19a4 4 0 0 1 0 5.600l-19 19a4 4 0 0 1-5.600 0l-19-19a4 4 0 0 1 0-5.600l19-19a4 4 0 0 1 5.600 0z',
    centre: [24, 24],
    picture: 22,
    colour: '--kind-exchange',
  },
  stories: {
    path: 'M12 3h24a9 9 0 0 1 9 9v17a9 9 0 0 1-9 9h-13l-9.500 7.600a1.200 1.200 0 0 1-2-1v-6.700a9 9 0 0 1-8.500-8.900v-17a9 9 0 0 1 9-9z',
    centre: [24, 20.5],
    picture: 23,
    colour: '--kind-stories',
  },
};
