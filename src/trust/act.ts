import * as v from 'valibot';
import { type Bytes, fromBase64, lengthPrefixed, toBase64, toHex, utf8 } from '#base/bytes.ts';
import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import {
  devicePublicKey,
  isSignedBy,
  signWithDevice,
  type TooOld,
} from '#seal/device-signature.ts';
import { isDeeperThan } from '#seal/json-depth.ts';
import { base64Of, isoMoment } from '#seal/shapes.ts';
import { type Act, actName, actSchema, type KnownAct, signKey } from './act-kinds.ts';
import { isPlainPoint } from './weak-points.ts';

/** Acts seen at the same time that one act may name. */
export const maxPrev = 64;
/** Bytes of canonical text: with what is put around it, it must fit in a sealed record. */
const maxActLength = 124 * 1024;
const maxDepth = 16;

const signedAct = v.strictObject({
  v: v.literal(1),
  /** Register id. */
  register: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  /** The newest acts that the signer took into account, by name, sorted. */
  prev: v.pipe(
    v.array(actName),
    v.minLength(1),
    v.maxLength(maxPrev),
    v.check((names) => isRising(names)),
  ),
  /** The signing device's Ed25519 public key. */
  by: signKey,
  /** For people only: no rule looks at it. */
  at: isoMoment,
  act: actSchema,
  /** Ed25519 over `patchbook/act/1` and the canonical text without it, each with its length. */
  signature: v.pipe(base64Of(64), v.check(isPlainPoint)),
});

declare const verified: unique symbol;
/** An act whose signature and shape were looked at; whether it counts is for the log to say. */
export interface VerifiedAct {
  /** SHA-256, in hex, of the canonical text with its signature. */
  readonly name: string;
  readonly prev: readonly string[];
  readonly by: string;
  readonly at: string;
  readonly act: Act;
  /** As it travels, with what this app does not know. */
  readonly signed: JsonObject;
  readonly [verified]: true;
}

export interface ActPlace {
  readonly register: string;
  /** `heads` of the log's state. */
  readonly prev: readonly string[];
  readonly now: Date;
}

export async function signAct(
  act: KnownAct,
  device: CryptoKeyPair,
  { register, prev, now }: ActPlace,
): Promise<JsonObject> {
  const unsigned = {
    v: 1,
    register,
    prev: [...prev].sort(),
    by: toBase64(await devicePublicKey(device)),
    at: now.toISOString(),
    act: act as Json,
  };
  const signature = await signWithDevice(device.privateKey, signedBytes(unsigned));
  return { ...unsigned, signature: toBase64(signature) };
}

export type ActFailure = Failure<'broken' | 'newer' | 'other-register'> | TooOld;

/**
 * A door for what another device sent.
 * `broken`: no act, too big, or not signed by the device it names. `newer`: of another version.
 * `other-register`: sound, but of another log.
 */
export async function verifyAct(
  input: Json,
  register: string,
): Promise<Result<VerifiedAct, ActFailure>> {
  if (!isJsonObject(input) || isDeeperThan(input, maxDepth)) return fail('broken');
  if (typeof input['v'] === 'number' && input['v'] > 1) return fail('newer');
  const parsed = v.safeParse(signedAct, input, { abortEarly: true });
  const text = utf8(canonicalText(input));
  if (!parsed.success || text.length > maxActLength) return fail('broken');
  const { by, signature, prev, at, act } = parsed.output;
  const { signature: _, ...unsigned } = input;
  const sound = await isSignedBy(bytesOf(by), bytesOf(signature), signedBytes(unsigned));
  if (!sound.ok) return sound;
  if (!sound.value) return fail('broken');
  if (parsed.output.register !== register) return fail('other-register');
  const name = await sha256Hex(text);
  return ok({ name, prev, by, at, act, signed: input } as unknown as VerifiedAct);
}

export const sha256Hex = async (bytes: Bytes): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

const signedBytes = (unsigned: JsonObject): Bytes =>
  lengthPrefixed(['patchbook/act/1', canonicalText(unsigned)]);

const bytesOf = (base64: string): Bytes => fromBase64(base64) ?? new Uint8Array();

function isRising(names: readonly string[]): boolean {
  return names.every((name, at) => at === 0 || (names[at - 1] ?? '') < name);
}
