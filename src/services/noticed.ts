import { fromBase64, lengthPrefixed } from '#base/bytes.ts';
import { isJsonObject, type Json } from '#base/json.ts';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import type { Notice } from '#domain/notice/notice.ts';
import { type Circle, homeOf } from '#domain/sharing/level.ts';
import type { RecordWriter } from '#register/record-writer.ts';
import { isSignedBy } from '#seal/device-signature.ts';
import { readRecord } from './read-record.ts';

interface NoticedParts {
  readonly catalogue: CatalogueDb;
  readonly writer: RecordWriter;
  readonly founding: Json;
}

const bytesOf = (base64: string | undefined) => fromBase64(base64 ?? '') ?? new Uint8Array();

/** What was signed: the same words in the same order as when it was written. */
const saidIn = ({ ids, on, reason }: Notice) =>
  lengthPrefixed(['patchbook/notice/1', canonicalText({ ids: ids.toSorted(), on, reason })]);

/** So far only the device that founded a register can erase: others have nobody to vouch for them. */
async function isValid(notice: Notice, founder: string): Promise<boolean> {
  if (notice.signedBy !== founder) return false;
  const signed = await isSignedBy(bytesOf(founder), bytesOf(notice.signature), saidIn(notice));
  return signed.ok && signed.value;
}

/** By circle, the documents that signed notices have erased or moved to a narrower one. */
export async function noticedIn({
  catalogue,
  writer,
  founding,
}: NoticedParts): Promise<Readonly<Record<Circle, ReadonlySet<string>>>> {
  const found: Record<Circle, Set<string>> = { team: new Set(), members: new Set() };
  const founder = isJsonObject(founding) ? founding['founder'] : undefined;
  if (typeof founder !== 'string') return found;
  const ids = await catalogue.things.filter(({ type }) => type === 'notice').primaryKeys();
  for (const id of ids) {
    const read = await readRecord(writer, { type: 'notice', id });
    if (!read.ok || read.value.record.type !== 'notice') continue;
    const home = homeOf(read.value.record.share);
    if (home === 'device' || !(await isValid(read.value.record, founder))) continue;
    for (const document of read.value.record.ids) found[home].add(document);
  }
  return found;
}
