import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';
import { precisions } from './location.ts';

const pointing = ['geometry', 'labelPoint', 'streetId', 'areaId', 'accuracyM'];

const withoutPoint = (location: JsonObject): JsonObject => ({
  ...Object.fromEntries(Object.entries(location).filter(([key]) => !pointing.includes(key))),
  precision: 'none',
});

const closeShare = (share: Json | undefined): Json => (share === 'device' ? 'device' : 'team');

/** What may be kept of a secret place: no point, at most the team. Others come back as they are. */
export function keptSecret(values: JsonObject): JsonObject {
  if (values['confidentialLocation'] !== true) return values;
  const { location } = values;
  return {
    ...values,
    share: closeShare(values['share']),
    ...(isJsonObject(location) ? { location: withoutPoint(location) } : {}),
  };
}

/** The higher, the less exact; -1 where nothing is said. */
const precisionOf = ({ location }: JsonObject): number =>
  (precisions as readonly unknown[]).indexOf(
    isJsonObject(location) ? location['precision'] : undefined,
  );

/**
 * Fields whose history must go with the change: where a place stands, once it is told less exactly
 * or became secret. An old point that can be put back is a point that is still kept.
 */
export function fieldsToForget(before: JsonObject, after: JsonObject): readonly string[] {
  const isSecretNow = after['confidentialLocation'] === true && !before['confidentialLocation'];
  const isCoarser = precisionOf(after) > precisionOf(before) && precisionOf(before) >= 0;
  return isSecretNow || isCoarser ? ['location', 'address'].filter((field) => field in before) : [];
}
