import { fromBase64, lengthPrefixed } from '#base/bytes.ts';
import { isJsonObject, type Json } from '#base/json.ts';
import type { Body } from '#domain/merge/body.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import { readBody } from '#domain/merge/read.ts';
import type { Notice } from '#domain/notice/notice.ts';
import { parseRecord } from '#domain/record/record.ts';
import type { CircleStore } from '#register/circle-store.ts';
import { feedPage } from '#register/feed.ts';
import { isSignedBy } from '#seal/device-signature.ts';

const pageLength = 500;

const bytesOf = (base64: string | undefined) => fromBase64(base64 ?? '') ?? new Uint8Array();

function noticeIn(body: Body): Notice | undefined {
  if (body.type !== 'notice') return undefined;
  const record = parseRecord({ ...readBody(body).values, type: body.type, id: body.id });
  return record.ok && record.value.type === 'notice' ? record.value : undefined;
}

/** What was signed: the same words in the same order as when it was written. */
const saidIn = ({ ids, on, reason }: Notice) =>
  lengthPrefixed(['patchbook/notice/1', canonicalText({ ids: ids.toSorted(), on, reason })]);

async function isValid(notice: Notice, founder: string): Promise<boolean> {
  if (notice.signedBy !== founder) return false;
  const signed = await isSignedBy(bytesOf(founder), bytesOf(notice.signature), saidIn(notice));
  return signed.ok && signed.value;
}

/** Everything in a circle that opens, a page at a time. */
async function* bodiesIn(store: CircleStore): AsyncGenerator<Body> {
  let since = 0;
  for (let more = true; more; ) {
    const page = await feedPage(store, since, pageLength);
    for (const item of page.items) if ('body' in item) yield item.body;
    since = page.seq;
    more = page.more;
  }
}

const founderIn = (founding: Json): string | undefined =>
  isJsonObject(founding) && typeof founding['founder'] === 'string'
    ? founding['founder']
    : undefined;

/**
 * The documents of a circle that signed notices have erased or moved to a narrower one. So far only
 * the device that founded the register can: others have nobody to vouch for them.
 */
export async function noticedIn(store: CircleStore, founding: Json): Promise<ReadonlySet<string>> {
  const noticed = new Set<string>();
  const founder = founderIn(founding);
  if (founder === undefined) return noticed;
  for await (const body of bodiesIn(store)) {
    const notice = noticeIn(body);
    if (notice && (await isValid(notice, founder))) for (const id of notice.ids) noticed.add(id);
  }
  return noticed;
}
