import { toBase64 } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { Circle } from '#domain/sharing/level.ts';
import { type CircleSecret, makeCircleSecret } from '#seal/circle-keys.ts';
import type { TooOld } from '#seal/device-signature.ts';
import { idKeyCheck, idKeyFromBytes } from '#seal/id-key.ts';
import { type ActOf, maxWraps } from './act-kinds.ts';
import { sealTo } from './box.ts';
import { type KeyName, keyId, pastOf, wrapFor } from './epoch-name.ts';
import type { LogState } from './log.ts';
import type { Device } from './members.ts';
import { type EpochSecret, type Hoard, sealPast } from './past.ts';
import { circlesOf } from './roles.ts';

export interface NewEpoch {
  /** To be signed, and its record to be sealed under the members' `heldByAll`, as all acts are. */
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
 * `too-many`: more devices than one act can hold (detail: limit). `broken`: the id key
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
      const { box, removed, vouched } = device;
      return box === undefined || removed !== undefined || !vouched ? [] : [{ ...device, box }];
    });

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
