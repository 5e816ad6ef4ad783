import type { JsonObject } from '#base/json.ts';
import { sameJson } from '#domain/merge/canonical.ts';

/** What `Book.change` needs to turn one into the other: changed fields, null for those taken away. */
export function changedValues(before: JsonObject, after: JsonObject): JsonObject {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter(
    (name) =>
      name !== 'id' && name !== 'type' && !sameJson(before[name] ?? null, after[name] ?? null),
  );
  return Object.fromEntries(changed.map((name) => [name, after[name] ?? null]));
}
