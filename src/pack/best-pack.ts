interface Covering {
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
}
interface Spot {
  readonly lon: number;
  readonly lat: number;
}

const covers = ({ bounds: [west, south, east, north] }: Covering, { lon, lat }: Spot): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

const area = ({ bounds: [west, south, east, north] }: Covering): number =>
  (east - west) * (north - south);

/**
 * The pack to draw: one that holds the register's centre, then the one with most of its things on
 * it, then the smaller area (more likely cut for this neighbourhood), then the newer (the last).
 */
export function bestPack<P extends Covering>(
  packs: readonly P[],
  centre: Spot | undefined,
  points: readonly Spot[],
): P | undefined {
  const weighed = packs.map((pack) => ({
    pack,
    holdsCentre: centre && covers(pack, centre) ? 1 : 0,
    things: points.reduce((count, point) => count + (covers(pack, point) ? 1 : 0), 0),
  }));
  return weighed.reduce<(typeof weighed)[number] | undefined>((best, next) => {
    if (!best) return next;
    const better =
      next.holdsCentre - best.holdsCentre ||
      next.things - best.things ||
      area(best.pack) - area(next.pack);
    return better >= 0 ? next : best;
  }, undefined)?.pack;
}
