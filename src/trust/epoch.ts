import { fromBase64, toBase64 } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { Circle } from '#domain/sharing/level.ts';
import { circleId } from '#seal/circle-id.ts';
import {
  type CircleSecret,
  circleSecretFromBytes,
  deriveCircleKeys,
  makeCircleSecret,
} from '#seal/circle-keys.ts';
import type { TooOld } from '#seal/device-signature.ts';
import { idKeyCheck, idKeyFromBytes } from '#seal/id-key.ts';
import { type ActOf, maxWraps } from './act-kinds.ts';
import { openWith, type Purpose, sealTo } from './box.ts';
import type { LogState } from './log.ts';
import type { Device } from './members.ts';
import { type EpochSecret, type Hoard, maxSecrets, openPast, sealPast } from './past.ts';
import { circlesOf } from './roles.ts';

export interface NewEpoch {
  /** To be signed. Its record is sealed under `heldByAll`, or nobody new could read it. */
  readonly act: ActOf<'epoch'>;
  readonly made: EpochSecret;
}

export interface EpochWish {
  readonly state: LogState;
  readonly circle: Circle;
  /** All that this phone holds of the circle. */
  readonly hoard: Hoard;
  /** `closes` of the list of live leaves; undefined for the first epoch. */
  readonly closes: string | undefined;
}

/**
 * The next epoch: a new random secret, wrapped for every device that the log lets have it. The
 * first epoch's act tells of the secret that the register was founded with.
 * `too-many`: more devices, or more epochs before, than one act can hold (detail: limit). `broken`: the id key
 * or the first secret is not there.
 */
export async function makeEpoch(
  wish: EpochWish,
): Promise<Result<NewEpoch, Failure<'too-many' | 'broken'> | TooOld>> {
  const { state, circle, hoard, closes } = wish;
  const epoch = 1 + (state.epochs[circle].current?.act.epoch ?? 0);
  const secret = epoch === 1 ? firstSecret(hoard) : makeCircleSecret();
  const idKey = await idKeyFromBytes(hoard.idKey, false);
  if (!secret || !idKey.ok) return fail('broken');
  const devices = devicesOf(state, circle);
  if (devices.length > maxWraps) return fail('too-many', { limit: maxWraps });
  if (hoard.secrets.length > maxSecrets) return fail('too-many', { limit: maxSecrets });
  const of = { register: state.root.register, circle, epoch };
  const k = await keyId(of, secret);
  const wraps = await wrapAll(devices, secret, { ...of, k });
  if (!wraps.ok) return wraps;
  const before = hoard.secrets.filter((held) => held.secret !== secret);
  const past = await sealPast({ ...hoard, secrets: before }, secret, pastOf({ ...of, k }));
  const idCheck = await idKeyCheck(idKey.value);
  const act = { kind: 'epoch', circle, epoch, k, idCheck, past, wraps: wraps.value } as const;
  return ok({
    act: closes === undefined ? act : { ...act, closes },
    made: { epoch, secret },
  });
}

const firstSecret = ({ secrets }: Hoard): CircleSecret | undefined =>
  secrets.find(({ epoch }) => epoch === 1)?.secret;

/** By what the log says, recovery sheets among them. */
const devicesOf = ({ members }: LogState, circle: Circle): readonly (Device & { box: string })[] =>
  [...members.values()]
    .filter(({ role, removed }) => removed === undefined && circlesOf(role).includes(circle))
    .flatMap(({ devices }) => devices)
    .flatMap((device) => {
      const { box, removed } = device;
      return box === undefined || removed !== undefined ? [] : [{ ...device, box }];
    });

interface EpochName {
  readonly register: string;
  readonly circle: Circle;
  readonly epoch: number;
}

/** What proves that a secret is the one an act tells of. */
export async function keyId({ register, circle, epoch }: EpochName, secret: CircleSecret) {
  const keys = await deriveCircleKeys(secret, { circle: circleId(register, circle), epoch });
  return keys.k;
}

type KeyName = EpochName & { readonly k: string };

const contextOf = ({ register, circle, epoch, k }: KeyName): readonly string[] => [
  circleId(register, circle),
  String(epoch),
  k,
];
const wrapFor = (device: string, of: KeyName): Purpose => ({
  name: 'epoch',
  context: [...contextOf(of), device],
});
const pastOf = (of: KeyName): Purpose => ({ name: 'past', context: contextOf(of) });

async function wrapAll(
  devices: readonly { readonly name: string; readonly box: string }[],
  secret: CircleSecret,
  of: KeyName,
): Promise<Result<ActOf<'epoch'>['wraps'], Failure<'broken'> | TooOld>> {
  const wraps: ActOf<'epoch'>['wraps'] = [];
  for (const { name, box } of devices) {
    const sealed = await sealTo(box, secret, wrapFor(name, of));
    if (!sealed.ok) return sealed;
    wraps.push({ device: name, sealed: toBase64(sealed.value) });
  }
  return ok(wraps);
}

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
