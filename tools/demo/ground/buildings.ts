import type { Metres } from './metres.ts';

/** A building with a name, and the door it has. */
export interface BuildingPlan {
  readonly name: string;
  readonly kind: string;
  /** South-west corner, then how far east and north it goes. */
  readonly corner: Metres;
  readonly size: Metres;
}

const building = (
  name: string,
  kind: string,
  [corner, size]: readonly [Metres, Metres],
): BuildingPlan => ({ name, kind, corner, size });

export const buildings: readonly BuildingPlan[] = [
  building('Y Sgwâr Community Centre', 'public', [
    [-75, 14],
    [40, 30],
  ]),
  building('St Non’s Church', 'church', [
    [-235, -120],
    [40, 16],
  ]),
  building('Bethel Chapel', 'chapel', [
    [-340, 60],
    [24, 16],
  ]),
  building('Pont Dychmyg School', 'school', [
    [-255, 80],
    [60, 40],
  ]),
  building('The Old Mill', 'industrial', [
    [135, 425],
    [26, 22],
  ]),
  building('Riverside Surgery', 'public', [
    [60, 22],
    [30, 18],
  ]),
  building('Swan Library', 'public', [
    [14, 22],
    [34, 20],
  ]),
  building('Farside Hall', 'public', [
    [365, 180],
    [28, 18],
  ]),
  building('Allotment Shed', 'shed', [
    [400, 278],
    [8, 6],
  ]),
  building('Old Ferry House', 'house', [
    [280, 8],
    [18, 14],
  ]),
  building('The Boathouse', 'boathouse', [
    [160, -60],
    [14, 24],
  ]),
  building('Rec Pavilion', 'pavilion', [
    [20, -238],
    [24, 10],
  ]),
];
