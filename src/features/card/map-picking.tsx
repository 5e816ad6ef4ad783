import { PlacePicker } from '#map/place-picker.tsx';
import type { Spot } from '#map/spot.ts';
import { bestPack } from '#pack/best-pack.ts';
import { useMapPoints } from '#services/use-map-points.ts';
import { useNearPoint } from '#services/use-near-point.ts';
import { usePacks } from '#services/use-packs.ts';
import { useRegisterGist } from '#services/use-register-gist.ts';

interface MapPickingProps {
  /** Where it is so far. */
  readonly start: Spot | undefined;
  readonly onClose: () => void;
  readonly onPut: (spot: Spot) => void;
}

/** The map of this neighbourhood with a cross to move, over the form. */
export function MapPicking({ start, onClose, onPut }: MapPickingProps) {
  const packs = usePacks();
  const points = useMapPoints({});
  const register = useRegisterGist();
  const near = useNearPoint();
  const opening = start ?? near.point;
  if (!packs || !points) return null;
  const [lon, lat] = register?.centre ?? [];
  const centre = lon === undefined || lat === undefined ? undefined : { lon, lat };
  return (
    <PlacePicker
      open
      onClose={onClose}
      onPut={onPut}
      start={opening}
      from={centre}
      fromName={register?.name}
      pack={bestPack(packs, opening, points)}
      points={points}
    />
  );
}
