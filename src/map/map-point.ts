import { findType } from '#domain/taxonomy/types.ts';
import { type MarkKind, markKinds } from '#ui/kind-shapes.ts';
import type { MarkLook } from './mark-pictures.ts';
import type { Spot } from './spot.ts';

/** What the map draws of a thing. */
export interface MapPoint extends Spot {
  readonly id: string;
  readonly kind: string;
  readonly assetType?: string;
  readonly name: string;
  readonly confirmed: boolean;
}

const isMarkKind = (kind: string): kind is MarkKind => markKinds.some((known) => known === kind);

/** A kind of a newer app is drawn as a place: it is somewhere, which is all that is known. */
export const markKindOf = (kind: string): MarkKind => (isMarkKind(kind) ? kind : 'places');

/** How a thing is drawn: shape and colour of its kind, picture of its type. */
export const lookOf = ({ kind, assetType, confirmed }: MapPoint): MarkLook => ({
  kind: markKindOf(kind),
  icon: assetType === undefined ? undefined : findType(assetType)?.icon,
  confirmed,
});
