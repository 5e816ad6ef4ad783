import { fromBase64 } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { Circle } from '#domain/sharing/level.ts';
import { circleSecretFromBytes } from '#seal/circle-keys.ts';
import type { TooOld } from '#seal/device-signature.ts';
import { idKeyCheck, idKeyFromBytes } from '#seal/id-key.ts';
import type { ActOf } from './act-kinds.ts';
import { openWith } from './box.ts';
import { keyId, pastOf, wrapFor } from './epoch-name.ts';
import type { LogState } from './log.ts';
import { type Hoard, openPast } from './past.ts';

/** A device by its name in the log. */
export interface OwnBox {
  readonly name: string;
  readonly box: CryptoKeyPair;
}

/**
 * All that a circle has, from one's own wrap in an epoch's act.
 * `no-wrap`: not wrapped for this device. `broken`: a wrap that doesn't open, or secrets or an id
 * key that are not those the act tells of.
 */
export async function openEpoch(
  register: string,
  act: ActOf<'epoch'>,
  own: OwnBox,
): Promise<Result<Hoard, Failure<'no-wrap' | 'broken'> | TooOld>> {
  const wrap = act.wraps.find(({ device }) => device === own.name);
  if (!wrap) return fail('no-wrap');
  const of = { register, circle: act.circle, epoch: act.epoch, k: act.k };
  const bytes = fromBase64(wrap.sealed) ?? new Uint8Array();
  const opened = await openWith(own.box, bytes, wrapFor(own.name, of));
  if (!opened.ok) return opened;
  const secret = circleSecretFromBytes(opened.value);
  if (!secret.ok || (await keyId(of, secret.value)) !== act.k) return fail('broken');
  const past = await openPast(act.past, secret.value, pastOf(of));
  if (!past.ok || !(await isIdKey(past.value.idKey, act.idCheck))) return fail('broken');
  const secrets = [...past.value.secrets, { epoch: act.epoch, secret: secret.value }];
  return ok({ ...past.value, secrets });
}

async function isIdKey(bytes: Hoard['idKey'], check: string): Promise<boolean> {
  const key = await idKeyFromBytes(bytes, false);
  return key.ok && (await idKeyCheck(key.value)) === check;
}

/** Whether a hoard has the secret of every epoch of the log, and the log's id key. */
export async function isWholeHoard(
  { root, epochs }: LogState,
  circle: Circle,
  hoard: Hoard,
): Promise<boolean> {
  const of = { register: root.register, circle };
  const ids = hoard.secrets.map(({ epoch, secret }) => keyId({ ...of, epoch }, secret));
  const held = new Set(await Promise.all(ids));
  const [first] = epochs[circle].all;
  return (
    first !== undefined &&
    epochs[circle].all.every(({ act }) => held.has(act.k)) &&
    (await isIdKey(hoard.idKey, first.act.idCheck))
  );
}
