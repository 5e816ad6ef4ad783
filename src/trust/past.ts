import { type Bytes, concatBytes, fromBase64, toBase64 } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { type CircleSecret, circleSecretFromBytes } from '#seal/circle-keys.ts';
import { keyFrom, openUnder, type Purpose, sealUnder } from './box.ts';

export interface EpochSecret {
  /** From 1. */
  readonly epoch: number;
  readonly secret: CircleSecret;
}

/** All that there is of one circle's keys: what a phone that may invite holds. */
export interface Hoard {
  readonly secrets: readonly EpochSecret[];
  /** 32 bytes. */
  readonly idKey: Bytes;
}

/** So many secrets fit beside 400 wraps in one act; older ones are told by a welcome only. */
const maxPast = 780;
const maxSecrets = 10_000;

const keyLength = 32;
const epochLength = 4;

/** The id key, then each secret behind its epoch (4 bytes, big endian). */
export const hoardBytes = ({ secrets, idKey }: Hoard): Bytes =>
  concatBytes([
    idKey,
    ...secrets.flatMap(({ epoch, secret }) => {
      const number = new Uint8Array(epochLength);
      new DataView(number.buffer).setUint32(0, epoch);
      return [number, secret];
    }),
  ]);

export function hoardFromBytes(bytes: Bytes): Result<Hoard, Failure<'broken'>> {
  const each = epochLength + keyLength;
  const count = (bytes.length - keyLength) / each;
  if (!Number.isInteger(count) || count < 0 || count > maxSecrets) return fail('broken');
  const secrets: EpochSecret[] = [];
  for (let from = keyLength; from < bytes.length; from += each) {
    const epoch = new DataView(bytes.buffer, bytes.byteOffset + from).getUint32(0);
    const secret = circleSecretFromBytes(bytes.slice(from + epochLength, from + each));
    if (!secret.ok || epoch === 0) return fail('broken');
    secrets.push({ epoch, secret: secret.value });
  }
  return ok({ secrets, idKey: bytes.slice(0, keyLength) });
}

/**
 * What came before, sealed under the secret of a new epoch: whoever opens one wrap holds all that
 * a circle has, and an epoch costs each device one wrap, however many there were before.
 */
export const sealPast = async (past: Hoard, under: CircleSecret, purpose: Purpose) =>
  toBase64(await sealUnder(await keyFrom(under, purpose), hoardBytes(newestOf(past))));

const newestOf = ({ secrets, idKey }: Hoard): Hoard => ({
  idKey,
  secrets: [...secrets].sort((a, b) => a.epoch - b.epoch).slice(-maxPast),
});

export async function openPast(
  sealed: string,
  under: CircleSecret,
  purpose: Purpose,
): Promise<Result<Hoard, Failure<'broken'>>> {
  const bytes = fromBase64(sealed) ?? new Uint8Array();
  const opened = await openUnder(await keyFrom(under, purpose), bytes);
  return opened.ok ? hoardFromBytes(opened.value) : opened;
}
