import {
  type Bytes,
  concatBytes,
  equalBytes,
  fromBase64,
  lengthPrefixed,
  toBase64,
  utf8Text,
} from '#base/bytes.ts';
import type { Json } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import type { CircleKeys } from './circle-keys.ts';
import type { CircleRing } from './circle-ring.ts';
import { clearPart, type Envelope } from './envelope.ts';
import { isDeeperThan } from './json-depth.ts';
import { maxBodyLength, padText } from './padding.ts';

export interface SealTarget {
  /** The envelope's `_id`. */
  readonly id: string;
  readonly ring: CircleRing;
}

export type SealFailure = Failure<'too-big'>;
export type OpenFailure = Failure<'no-key' | 'broken' | 'not-canonical'>;

const nonceLength = 12;
const tagLength = 16;
/** A record is flat; this leaves room for any geometry and bounds what a parser must follow. */
const maxDepth = 64;

/**
 * Seals under the ring's current epoch. Equal bodies give equal envelopes: two phones that merge
 * the same record make the same revision, so merging ends.
 * `too-big`: over 128 KiB padded (detail: bytes and limit) or nested more than 64 deep.
 */
export async function sealBody(
  packed: Json,
  { id, ring }: SealTarget,
): Promise<Result<Envelope, SealFailure>> {
  if (isDeeperThan(packed, maxDepth)) return fail('too-big');
  const body = padText(canonicalText(packed));
  if (body.length > maxBodyLength) {
    return fail('too-big', { bytes: body.length, limit: maxBodyLength });
  }
  const keys = ring.current;
  const clear = { _id: id, v: 1, k: keys.k, e: keys.epoch } as const;
  const additionalData = clearPart(clear);
  const iv = await nonceFor(keys, additionalData, body);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    keys.seal,
    body,
  );
  return ok({ ...clear, c: toBase64(concatBytes([iv, new Uint8Array(sealed)])) });
}

/**
 * Never throws, whatever the envelope holds.
 * `no-key`: sealed with a key this phone doesn't hold. `broken`: not what was sealed here.
 * `not-canonical`: sealed by a member, but not in the one spelling that lets merges end.
 */
export async function openEnvelope(
  envelope: Envelope,
  ring: CircleRing,
): Promise<Result<Json, OpenFailure>> {
  const keys = ring.byKeyId.get(envelope.k);
  if (!keys) return fail('no-key');
  try {
    const body = await decrypt(envelope, keys);
    return body ? readBody(body) : fail('broken');
  } catch {
    return fail('broken');
  }
}

async function decrypt(envelope: Envelope, keys: CircleKeys): Promise<Bytes | undefined> {
  const sealed = fromBase64(envelope.c);
  const isOurs = envelope.v === 1 && envelope.e === keys.epoch;
  if (!isOurs || !sealed || sealed.length > nonceLength + maxBodyLength + tagLength) {
    return undefined;
  }
  const additionalData = clearPart(envelope);
  const iv = sealed.subarray(0, nonceLength);
  const body = new Uint8Array(
    await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData },
      keys.seal,
      sealed.subarray(nonceLength),
    ),
  );
  // A member's own nonce would make a second envelope of an equal body.
  return equalBytes(iv, await nonceFor(keys, additionalData, body)) ? body : undefined;
}

async function nonceFor(keys: CircleKeys, clear: Bytes, body: Bytes): Promise<Bytes> {
  const covered = concatBytes([clear, lengthPrefixed([body])]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', keys.nonce, covered), 0, nonceLength);
}

/** Parsed, spelled anew and padded, a body must give the very same bytes. */
function readBody(body: Bytes): Result<Json, OpenFailure> {
  try {
    const value: Json = JSON.parse(utf8Text(body) ?? '');
    const isOneSpelling =
      !isDeeperThan(value, maxDepth) && equalBytes(body, padText(canonicalText(value)));
    return isOneSpelling ? ok(value) : fail('not-canonical');
  } catch {
    return fail('not-canonical');
  }
}
