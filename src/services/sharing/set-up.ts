import { fail, ok, type Result } from '#base/result.ts';
import type { DeviceDb, KeysRow } from '#device/device-db.ts';
import { guarded } from '#device/storage-trouble.ts';
import type { FoundingRecord } from '#seal/founding.ts';
import { makeHubAccount, tokenHash } from '#sync/hub-account.ts';
import { hubApi } from '#sync/hub-api.ts';
import { hubLine, type Send } from '#sync/hub-line.ts';
import type { Timers } from '#sync/timers.ts';
import { makeBoxKeys } from '#trust/box.ts';
import { rootOf } from '#trust/log.ts';
import type { Keyring } from '../keyring.ts';
import { accountOf } from './account-of.ts';
import { hubOrigin } from './hub-address.ts';
import type { Did, SharingFailure } from './sharing.ts';

export interface SetUpParts {
  readonly device: DeviceDb;
  readonly keyring: Keyring;
  readonly send: (hub: string) => Send;
  readonly timers: Timers;
  readonly now: () => number;
}

const hostingKey = (register: string, hub: string) => `hosting:${register}:${hub}`;

/** Kept before the hub is asked: if its answer is lost, the same token is shown again. */
async function tokenFor(
  { preferences }: DeviceDb,
  register: string,
  hub: string,
): Promise<Result<string, SharingFailure>> {
  const key = hostingKey(register, hub);
  return guarded(async () => {
    const kept = await preferences.get(key);
    if (typeof kept?.value === 'string') return kept.value;
    const { token } = makeHubAccount();
    await preferences.put({ key, value: token });
    return token;
  });
}

const isFounders = ({ signingPublic, founding }: KeysRow): boolean => {
  const { founder } = founding as unknown as FoundingRecord;
  return signingPublic === undefined || signingPublic === founder;
};

/**
 * Gives a register a place at a hub. Only the phone that founded it can (`not-allowed-here`). What
 * the log must say of it is said when the register is opened next.
 */
export async function setUpSharing(keys: KeysRow, address: string, parts: SetUpParts): Did {
  const { device, keyring, send, timers, now } = parts;
  const { register } = keys;
  const origin = hubOrigin(address);
  if (!origin.ok) return fail(origin.error.kind);
  if (keys.sharedAs) return fail('already-shared');
  if (!isFounders(keys) || keys.madeUp) return fail('not-allowed-here');
  const founding = keys.founding as unknown as FoundingRecord;
  const token = await tokenFor(device, register, origin.value);
  if (!token.ok) return token;
  const account = await accountOf(register, founding.founder);
  const at = new Date(now()).toISOString();
  const wish = { register, account, tokenHash: await tokenHash(token.value), at };
  const api = hubApi(hubLine({ origin: origin.value, send: send(origin.value), timers }));
  const hosted = await api.host({ founding, wish, privateKey: keys.signingKey });
  if (!hosted.ok) return hosted;
  const box = await makeBoxKeys();
  if (!box.ok) return box;
  const { name } = await rootOf(founding);
  const own = { member: name, device: name, box: box.value };
  const sharedAs = { hub: origin.value, account, token: token.value, ...own };
  const kept = await guarded(async () => {
    await keyring.change(register, { sharedAs });
    // It stands among the keys now.
    await device.preferences.delete(hostingKey(register, origin.value));
  });
  return kept.ok ? ok(null) : kept;
}
