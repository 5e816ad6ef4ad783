import type { MapPack } from './base-layers.ts';
import type { MapAim } from './camera.ts';
import { type Bounds, boundsOf, grown, type Spot } from './spot.ts';

/** How far one may wander from the neighbourhood: about an hour's walk. */
const wanderM = 4000;

const cornersOf = ([west, south, east, north]: Bounds): Spot[] => [
  { lon: west, lat: south },
  { lon: east, lat: north },
];

/** The pack, all things and where the map opened, with room around; undefined = nothing to keep to. */
export function limitsOf(
  pack: MapPack | undefined,
  points: readonly Spot[],
  aim: MapAim,
): Bounds | undefined {
  if (!pack && points.length === 0) return undefined;
  const opened = 'centre' in aim ? [aim.centre] : cornersOf(aim.bounds);
  const all = boundsOf([...(pack ? cornersOf(pack.bounds) : []), ...points, ...opened]);
  return all && grown(all, wanderM);
}
