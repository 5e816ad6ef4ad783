/** How far something is: over the paths where they are known, else in a straight line. */
export interface Away {
  readonly metres: number;
  /** Whole minutes on foot; absent for a straight line, which says nothing of them. */
  readonly minutes?: number;
}

/** A calm walk: 4.8 km/h. */
const metresInMinute = 80;

export const awayOnFoot = (metres: number): Away => ({
  metres,
  minutes: Math.max(1, Math.ceil(metres / metresInMinute)),
});

/** In towns a walk is about 1.3 times as long as the straight line. */
const detour = 1.3;

/** For putting straight lines and walks in one order, in metres. */
export const orderOf = ({ metres, minutes }: Away): number =>
  minutes === undefined ? metres * detour : metres;
