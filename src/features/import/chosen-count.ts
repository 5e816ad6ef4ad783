import type { Reviewed } from './import-session.ts';
import { isPlainKey } from './plain-key.ts';

/** How many things the ticks stand for, without what is in the book already or looks like it. */
export function chosenCount({
  file,
  held,
  ticked,
  lookAlikes,
  leaveLookAlikes,
  plainType,
}: Reviewed): { readonly count: number; readonly needsType: boolean } {
  const skipped = new Set(leaveLookAlikes ? lookAlikes.map(({ id }) => id) : []);
  const ids = file.groups.filter(({ key }) => ticked.includes(key)).flatMap(({ ids: all }) => all);
  const count = ids.filter((id) => !held.has(id) && !skipped.has(id)).length;
  return { count, needsType: ticked.some(isPlainKey) && plainType === '' };
}
