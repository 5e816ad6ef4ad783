import type { JsonObject } from '#base/json.ts';
import type { FoundThing } from '#formats/geojson-things.ts';
import type { FileGroup } from './checked-file.ts';
import { plainKeyOf } from './plain-key.ts';

const happening = 'activity';

export function keyOf({ type, assetType, everyday, said }: FoundThing): string {
  if (type === happening) return happening;
  return assetType === undefined ? plainKeyOf(said) : `${assetType}${everyday ? ' everyday' : ''}`;
}

/** Things that are taken or left together: those of one type, in the order of the file. */
export function groupsOf(things: readonly FoundThing[]): readonly FileGroup[] {
  const byKey = new Map<string, FoundThing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = byKey.get(key);
    if (group) group.push(thing);
    else byKey.set(key, [thing]);
  }
  return [...byKey].flatMap(([key, group]): FileGroup[] => {
    const [first] = group;
    if (!first) return [];
    const { type, everyday, said } = first;
    const assetType = type === happening ? undefined : first.assetType;
    const checkType = group.filter((thing) => thing.checkType).length;
    const ids = group.map(({ id }) => id);
    const named = { ...(assetType ? { assetType } : {}), ...(said ? { said } : {}) };
    return [{ key, type, everyday, checkType, ids, ...named }];
  });
}

/** Says on the card itself that its type was only guessed. */
export function withCheckTag({ checkType, values }: FoundThing, tag: string): JsonObject {
  if (!checkType || tag === '') return values;
  const tags = Array.isArray(values['tags']) ? values['tags'] : [];
  return { ...values, tags: [...tags, tag] };
}
