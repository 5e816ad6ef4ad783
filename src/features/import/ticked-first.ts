import type { CheckedFile } from './checked-file.ts';
import type { Reviewed } from './import-session.ts';

/**
 * Everything but street furniture and what a list calls by words of its own – car parks, offices –
 * beside things that are known; and nothing where all is in the book already.
 */
export function tickedFirst({ groups }: CheckedFile, held: Reviewed['held']): readonly string[] {
  const isAnyKnown = groups.some(({ assetType }) => assetType !== undefined);
  return groups
    .filter(({ everyday, said }) => !everyday && !(said && isAnyKnown))
    .filter(({ ids }) => ids.some((id) => !held.has(id)))
    .map(({ key }) => key);
}
