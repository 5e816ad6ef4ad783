import * as v from 'valibot';
import {
  type Bytes,
  fromBase64,
  lengthPrefixed,
  randomBytes,
  toBase64,
  toHex,
  utf8,
} from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import {
  devicePublicKey,
  isSignedBy,
  makeDeviceKeys,
  signWithDevice,
  type TooOld,
} from './device-signature.ts';
import { base64Of, isoMoment } from './shapes.ts';

/** The shape alone: `readFounding` sees whether it is true. */
export const foundingSchema = v.strictObject({
  v: v.literal(1),
  /** When the register was made, as `Date.toISOString` spells it. */
  made: isoMoment,
  /** The founding device's Ed25519 public key, base64 of 32 bytes. */
  founder: base64Of(32),
  /** 16 random bytes: two registers made by one device in one moment still differ. */
  salt: base64Of(16),
  /** The founder's over all of the above, base64 of 64 bytes. */
  signature: base64Of(64),
});

/** The first act of a register; its hash names the register, so no hub can pass off another. */
export type FoundingRecord = Readonly<v.InferOutput<typeof foundingSchema>>;

export interface Founded {
  /** Register id: 32 hex digits. */
  readonly id: string;
  readonly record: FoundingRecord;
  /** The founding device's keys; the private one is not extractable. */
  readonly device: CryptoKeyPair;
}

export async function foundRegister(now: Date): Promise<Result<Founded, TooOld>> {
  const device = await makeDeviceKeys();
  if (!device.ok) return device;
  const founding = {
    v: 1,
    made: now.toISOString(),
    founder: toBase64(await devicePublicKey(device.value)),
    salt: toBase64(randomBytes(16)),
  } as const;
  const signature = await signWithDevice(device.value.privateKey, signedBytes(founding));
  const record = { ...founding, signature: toBase64(signature) };
  return ok({ id: await registerId(record), record, device: device.value });
}

/** First 128 bits of the SHA-256 of the signed record's canonical text. */
export async function registerId(record: FoundingRecord): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', utf8(canonicalText(record)));
  return toHex(new Uint8Array(hash, 0, 16));
}

/**
 * A door: whether `record` is the founding of the register called `id`.
 * `founding-broken`: no founding record or not signed by its founder.
 * `other-register`: sound, but of another register.
 */
export async function verifyFounding(
  record: unknown,
  id: string,
): Promise<Result<FoundingRecord, Failure<'founding-broken' | 'other-register'> | TooOld>> {
  const read = await readFounding(record);
  if (!read.ok) return read;
  return read.value.id === id ? ok(read.value.record) : fail('other-register');
}

/** A door: the founding record and the id of the register it founds, whichever that is. */
export async function readFounding(
  record: unknown,
): Promise<Result<Pick<Founded, 'id' | 'record'>, Failure<'founding-broken'> | TooOld>> {
  const parsed = v.safeParse(foundingSchema, record);
  if (!parsed.success) return fail('founding-broken');
  const { signature, ...founding } = parsed.output;
  const signed = await isSignedBy(
    bytesOf(founding.founder),
    bytesOf(signature),
    signedBytes(founding),
  );
  if (!signed.ok) return signed;
  if (!signed.value) return fail('founding-broken');
  return ok({ id: await registerId(parsed.output), record: parsed.output });
}

/** The prefix keeps a signature made here from being shown as one of another kind of record. */
const signedBytes = (founding: Omit<FoundingRecord, 'signature'>): Bytes =>
  lengthPrefixed(['patchbook/founding/1', canonicalText(founding)]);

const bytesOf = (base64: string): Bytes => fromBase64(base64) ?? new Uint8Array();
