import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';

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
