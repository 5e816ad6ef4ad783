import { isJsonObject, type JsonObject } from '#base/json.ts';
import { saidIn } from '#domain/import-batch/said.ts';
import type { RecordType } from '#domain/record/values.ts';
import { type FoundThing, withType } from '#formats/geojson-things.ts';
import type { Arriving } from '#services/book.ts';
import { withCheckTag } from './found-groups.ts';

function withoutType({ assetType: _, ...said }: JsonObject): JsonObject {
  return said;
}

/**
 * A thing as it comes into the book, remembering what its file said of it. `isPlain`: its type was
 * chosen by a person, and is none of the file's words.
 */
export function arrivingOf(
  found: FoundThing,
  plainType: string | undefined,
  checkTag: string,
  isPlain = found.assetType === undefined,
): Arriving {
  const thing = plainType && !found.assetType ? withType(found, plainType) : found;
  const { id, type, values } = thing;
  const before = isJsonObject(values['source']) ? values['source'] : {};
  const said = saidIn(type, isPlain ? withoutType(values) : values);
  const source = { ...before, said };
  return { id, type, values: { ...withCheckTag(thing, checkTag), source } };
}

/** What stands in the book under the id of a thing of the file. */
export interface Asked {
  readonly id: string;
  readonly type?: RecordType | undefined;
  readonly assetType?: string | undefined;
}

/**
 * What the file says of a thing, to be set beside the one that stands; undefined where that became
 * another sort of thing, of which the file says nothing.
 */
export function toCompare(found: FoundThing, { type, assetType }: Asked): Arriving | undefined {
  const thing = assetType && !found.assetType ? withType(found, assetType) : found;
  if (type !== undefined && type !== thing.type) return undefined;
  const isPlain = found.assetType === undefined;
  return {
    id: thing.id,
    type: thing.type,
    values: isPlain ? withoutType(thing.values) : thing.values,
  };
}
