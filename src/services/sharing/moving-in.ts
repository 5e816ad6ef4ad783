import type { Json } from '#base/json.ts';
import type { Result } from '#base/result.ts';
import type { DeviceDb, HeldCircle, KeysRow, SharedAs } from '#device/device-db.ts';
import type { Safe } from '#device/safe.ts';
import { guarded, type StorageFailure } from '#device/storage-trouble.ts';
import type { Joined } from '#trust/joining/enter.ts';
import { keptRow } from '../keyring.ts';
import { keepOut } from '../out.ts';
import { registerRecordId } from '../register-record-id.ts';
import { type JoinerState, saidIn } from './joiner-talk.ts';
import { heldOf } from './key-chest.ts';
import { keepActs } from './log-keeper.ts';

async function heldCircles({ circles }: Joined): Promise<readonly HeldCircle[]> {
  const held = await Promise.all([...circles].map(([circle, hoard]) => heldOf(circle, hoard)));
  return held.filter((one) => one !== undefined);
}

/** What this phone keeps of the register it was let into. */
async function keysRow(joined: Joined, state: JoinerState, now: number): Promise<KeysRow> {
  const { invite, newcomer } = saidIn(state);
  const { register, hub = '' } = invite;
  const person = joined.state.members.get(joined.member)?.person;
  const { own } = state;
  const sharedAs: SharedAs = {
    ...{ hub, account: newcomer.account, token: own.token, box: own.box },
    ...{ member: joined.member, device: joined.device },
  };
  return {
    register,
    founding: joined.founding as unknown as Json,
    circles: await heldCircles(joined),
    signingKey: own.sign.privateKey,
    signingPublic: newcomer.device.sign,
    sharedAs,
    // The founder is named by nobody's admission: their record says who they are when it has come.
    memberId: person ?? registerRecordId(register),
    name: '',
    openedAt: now,
  };
}

interface MovingParts {
  readonly device: DeviceDb;
  readonly safe: Safe | undefined;
  readonly now: () => number;
}

/** Keys and log in one go, or nothing: then the welcome is opened once more. */
export async function moveIn(
  joined: Joined,
  state: JoinerState,
  { device, safe, now }: MovingParts,
): Promise<Result<null, StorageFailure>> {
  const row = await keysRow(joined, state, now());
  // Sealed before the transaction begins: it would end while the browser's crypto is at work.
  const shut = await keptRow(row, safe);
  const kept = await keepActs(device, row.register, joined.acts);
  if (!kept.ok) return kept;
  return guarded(() =>
    device.transaction('rw', device.keys, device.talks, device.preferences, async () => {
      await device.keys.put(shut);
      await keepOut(device, row.register, undefined);
      await device.talks.delete(saidIn(state).invite.invite);
      return null;
    }),
  );
}
