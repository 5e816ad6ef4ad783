import { type MarkKind, markKinds } from '#ui/kind-shapes.ts';
import type { Spot } from './spot.ts';

/** What the map draws of a thing. */
export interface MapPoint extends Spot {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly confirmed: boolean;
}

const isMarkKind = (kind: string): kind is MarkKind => markKinds.some((known) => known === kind);

/** A kind of a newer app is drawn as a place: it is somewhere, which is all that is known. */
export const markKindOf = (kind: string): MarkKind => (isMarkKind(kind) ? kind : 'places');
