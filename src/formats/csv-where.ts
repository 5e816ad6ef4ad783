import type { JsonObject } from '#base/json.ts';
import type { Precision } from '#domain/place/location.ts';
import { addressIn } from './csv-address.ts';
import type { TableField } from './csv-fields.ts';
import {
  coordinatesOf,
  type FoundSpot,
  type PlaceOf,
  precisionIn,
  type RowCells,
  spotIn,
} from './csv-place.ts';

interface WhereAround {
  readonly swapped: boolean;
  /** ISO instant of this reading. */
  readonly now: string;
  readonly placeOf?: PlaceOf | undefined;
}

interface Where {
  readonly values: JsonObject;
  /** Nobody needs to look for its spot: it has one, or is to be shown without. */
  readonly hasSpot: boolean;
  readonly unread: readonly TableField[];
}

function locationOf(
  spot: FoundSpot | undefined,
  { precision, by, now }: { precision: Precision; by: 'import' | 'geocode'; now: string },
): JsonObject | undefined {
  const captured = { precision, capturedBy: by, capturedAt: now };
  if (precision === 'none') return captured;
  const coordinates = spot && coordinatesOf(spot, precision);
  return coordinates && { ...captured, geometry: { type: 'Point', coordinates } };
}

const columnOfSpot = ({ lon, lat }: RowCells): TableField =>
  lon === undefined && lat === undefined ? 'easting' : 'lat';

/** Where a row says that its thing stands: by numbers, else by who knows its address. */
export function whereOf(cells: RowCells, { swapped, now, placeOf }: WhereAround): Where {
  const { address, postcode, isPostcodeUnread } = addressIn(cells);
  const told = spotIn(cells, swapped);
  const isTold = typeof told === 'object';
  const spot = isTold ? told : placeOf?.({ postcode, address: cells.address ?? cells.line1 });
  const asked = precisionIn(cells);
  const location = locationOf(spot, {
    precision: isTold || asked !== 'exact' ? asked : 'street',
    by: isTold ? 'import' : 'geocode',
    now,
  });
  return {
    values: { ...(address ? { address } : {}), ...(location ? { location } : {}) },
    hasSpot: location !== undefined,
    unread: [
      ...(isPostcodeUnread ? (['postcode'] as const) : []),
      ...(told === 'not-known' ? [columnOfSpot(cells)] : []),
    ],
  };
}
