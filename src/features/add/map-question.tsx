import { PlacePicker } from '#map/place-picker.tsx';
import { bestPack } from '#pack/best-pack.ts';
import { useMapPoints } from '#services/use-map-points.ts';
import { useNearPoint } from '#services/use-near-point.ts';
import { usePacks } from '#services/use-packs.ts';
import { useRegisterGist } from '#services/use-register-gist.ts';
import type { Spot } from './answers.ts';

interface MapQuestionProps {
  readonly spot: Spot | null;
  readonly onPlace: (point: { readonly lon: number; readonly lat: number }) => void;
  readonly onClose: () => void;
}

/** A cross to put where the thing is, starting from what is known. */
export function MapQuestion({ spot, onPlace, onClose }: MapQuestionProps) {
  const packs = usePacks();
  const points = useMapPoints({});
  const register = useRegisterGist();
  const { point } = useNearPoint();
  const centre = register?.centre && { lon: register.centre[0], lat: register.centre[1] };
  const start = spot ?? point;
  if (!packs || !points) return null;
  return (
    <PlacePicker
      open
      onClose={onClose}
      onPut={(chosen) => {
        onPlace(chosen);
        onClose();
      }}
      start={start}
      from={centre}
      fromName={centre && register?.name}
      pack={bestPack(packs, start, points)}
      points={points}
    />
  );
}
