import * as v from 'valibot';
import type { Bytes } from '#base/bytes.ts';
import { isBase64, lengthPrefixed } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';

const maxSealedLength = 256 * 1024;

/**
 * What a hub and a stranger see of a record: no type, date, name or author.
 * Strict: a key more would be a place to smuggle something in clear.
 */
export const envelopeSchema = v.strictObject({
  /** 32 hex digits, from `envelopeId`. */
  _id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  /** Fixes sealing and padding. */
  v: v.literal(1),
  /** Key id. */
  k: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  /** Epoch. */
  e: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** Base64 of nonce and ciphertext, at most 256 KiB of text. */
  c: v.pipe(v.string(), v.minLength(1), v.maxLength(maxSealedLength), v.check(isBase64)),
});

export type Envelope = Readonly<v.InferOutput<typeof envelopeSchema>>;

/** The gate for what came from elsewhere, `_rev` and other bookkeeping already taken off. */
export function checkEnvelope(input: unknown): Result<Envelope, Failure<'broken'>> {
  const parsed = v.safeParse(envelopeSchema, input, { abortEarly: true, abortPipeEarly: true });
  return parsed.success ? ok(parsed.output) : fail('broken');
}

/** The envelope in clear, as bytes the seal covers: none of it can be changed afterwards. */
export const clearPart = (envelope: Omit<Envelope, 'c'>): Bytes =>
  lengthPrefixed([envelope._id, String(envelope.v), envelope.k, String(envelope.e)]);
