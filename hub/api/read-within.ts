import * as v from 'valibot';
import { largestAnswer } from '../limits.ts';
import type { CircleStore, Found, FoundDocument, Wanted } from '../storage/hub-storage.ts';

/** As PouchDB writes a yes into an address. */
export const flag = v.optional(v.picklist(['true', 'false']), 'false');

const atOnce = 20;

/** What was found of each, or undefined as soon as it is more than one answer may hold. */
export async function readWithin(
  store: CircleStore,
  wanted: readonly Wanted[],
  latest: boolean,
): Promise<readonly (readonly Found[])[] | undefined> {
  const found: (readonly Found[])[] = [];
  let size = 0;
  for (let at = 0; at < wanted.length; at += atOnce) {
    const some = wanted.slice(at, at + atOnce);
    const read = await Promise.all(some.map((one) => store.read(one, latest)));
    size += read.flat().reduce((sum, one) => sum + sizeOf(one), 0);
    if (size > largestAnswer) return undefined;
    found.push(...read);
  }
  return found;
}

/** About so many bytes as it will take in the answer. */
function sizeOf(found: Found): number {
  if (!('ok' in found)) return 100;
  const { c, _revisions } = found.ok;
  return 200 + _revisions.ids.length * 35 + (typeof c === 'string' ? c.length : 0);
}

export function shown(document: FoundDocument, withHistory: boolean) {
  const { _revisions, ...fields } = document;
  return withHistory ? document : fields;
}
