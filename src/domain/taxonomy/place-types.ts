import { type AssetTypeRow, location, nothing } from './asset-type.ts';

/** Places are exported only when something public happens there. */
export const placeTypes = [
  { id: 'place.hall', icon: 'DoorOpen', oruk: location },
  { id: 'place.worship', icon: 'Church', oruk: location, sensitive: true },
  { id: 'place.park', icon: 'Trees', oruk: location },
  { id: 'place.nature', icon: 'TreePine', oruk: location },
  { id: 'place.allotment', icon: 'Carrot', oruk: location },
  { id: 'place.garden', icon: 'Flower2', oruk: location },
  { id: 'place.play', icon: 'ToyBrick', oruk: location, mainlyChildren: true },
  { id: 'place.pitch', icon: 'Goal', oruk: location },
  { id: 'place.sports-centre', icon: 'Dumbbell', oruk: ['location', 'service'] },
  { id: 'place.square', icon: 'UsersRound', oruk: location },
  { id: 'place.bench', icon: 'Armchair', oruk: nothing },
  { id: 'place.toilet-water', icon: 'Toilet', oruk: location },
  { id: 'place.lifesaver', icon: 'HeartPulse', oruk: nothing },
  { id: 'place.travel', icon: 'BusFront', oruk: nothing },
  { id: 'place.could-be', icon: 'SquareDashed', oruk: nothing },
  { id: 'place.memorial', icon: 'Tombstone', oruk: location },
] as const satisfies readonly AssetTypeRow[];
