/** Why a document may not enter a store; short, for machines, without anything of the document. */
export type DocumentFault =
  | 'not-an-object'
  | 'bad-id'
  | 'bad-revision'
  | 'bad-history'
  | 'tombstone-with-fields'
  | 'bad-envelope';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The one gate for a document that comes from elsewhere (decision 24): an envelope as in
 * `envelope.ts` with its revision history, or an empty tombstone. `undefined`: it may enter.
 *
 * CouchDB runs the text of these very functions (`hub/couch`), so they use nothing but each
 * other: no import, no constant of this file.
 */
export function documentFault(input: unknown): DocumentFault | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return 'not-an-object';
  const doc: Fields = { ...input };
  if (!isHex(doc['_id'], 32)) return 'bad-id';
  const generation = generationOf(doc['_rev']);
  if (generation === undefined) return 'bad-revision';
  if (!isHistory(doc['_revisions'], generation, doc['_rev'])) return 'bad-history';
  const keys = Object.keys(doc).sort().join();
  if (!('_deleted' in doc))
    return keys === '_id,_rev,_revisions,c,e,k,v' && isSealed(doc) ? undefined : 'bad-envelope';
  const isEmpty = doc['_deleted'] === true && keys === '_deleted,_id,_rev,_revisions';
  return isEmpty ? undefined : 'tombstone-with-fields';
}

function isHex(value: unknown, length: number): boolean {
  return typeof value === 'string' && value.length === length && /^[0-9a-f]+$/.test(value);
}

/** Undefined for what is no revision, and above 100,000, where a tree would be a weapon. */
function generationOf(rev: unknown): number | undefined {
  if (typeof rev !== 'string' || !/^[1-9]\d{0,5}-[0-9a-f]{32}$/.test(rev)) return undefined;
  const generation = Number.parseInt(rev, 10);
  return generation <= 100_000 ? generation : undefined;
}

/** At most 100 ancestors, as many as a phone keeps (`revs_limit`), and none twice. */
function isHistory(told: unknown, generation: number, rev: unknown): boolean {
  if (typeof told !== 'object' || told === null) return false;
  const { start, ids, ...more }: Fields = { ...told };
  if (start !== generation || !Array.isArray(ids) || Object.keys(more).length > 0) return false;
  if (ids.length > Math.min(100, generation) || `${start}-${ids[0]}` !== rev) return false;
  return ids.every((hash) => isHex(hash, 32)) && new Set(ids).size === ids.length;
}

/** `v`, `k`, `e` and `c` as `envelopeSchema` has them. */
function isSealed({ v, k, e, c }: Fields): boolean {
  if (v !== 1 || !isHex(k, 16) || !Number.isSafeInteger(e) || Number(e) < 1) return false;
  if (typeof c !== 'string' || c.length === 0 || c.length > 262_144 || c.length % 4) return false;
  return /^[A-Za-z0-9+/]*(?:[AQgw]==|[AEIMQUYcgkosw048]=)?$/.test(c);
}

/** All that `documentFault` is made of, to be written out elsewhere. */
export const documentFaultParts = [documentFault, isHex, generationOf, isHistory, isSealed];
