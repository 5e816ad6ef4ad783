import { fail, ok, type Result } from '#base/result.ts';
import type { DeviceDb, KeysRow, SheetAtHand } from '#device/device-db.ts';
import { guarded } from '#device/storage-trouble.ts';
import { boxPublicKey } from '#trust/box.ts';
import type { LogState } from '#trust/log.ts';
import type { Device, Member } from '#trust/members.ts';
import { registerRecordId } from '../register-record-id.ts';
import { type SettlingParts, takeKeys } from './settling.ts';
import type { Did, SharingFailure } from './sharing.ts';

interface PlaceParts {
  readonly keys: KeysRow;
  readonly device: DeviceDb;
  readonly settling: SettlingParts;
}

interface Found {
  readonly member: Member;
  readonly device: Device;
}

function deviceOf({ members }: LogState, sign: string): Found | undefined {
  for (const member of members.values())
    for (const device of member.devices) if (device.sign === sign) return { member, device };
  return undefined;
}

/** All keys that the log has for the sheet: later ones may open further acts, and those more keys. */
async function learnBySheet(
  settling: SettlingParts,
  { box, sign }: SheetAtHand,
): Promise<Result<Found | undefined, SharingFailure>> {
  await settling.caughtUp(['members', 'team']);
  const found = deviceOf(await settling.log.read(), sign);
  if (!found) return ok(undefined);
  const sharedAs = { ...settling.sharedAs, device: found.device.name, box };
  const taken = await takeKeys({ ...settling, sharedAs });
  return taken.ok ? ok(deviceOf(await settling.log.read(), sign)) : taken;
}

/** The act that brings this phone, signed with the sheet: once, however often it is tried. */
async function ownPlace(
  { settling, keys }: PlaceParts,
  member: Member,
  { signing }: SheetAtHand,
): Did<string> {
  const sign = keys.signingPublic ?? '';
  const there = deviceOf(await settling.log.read(), sign);
  if (there) return ok(there.device.name);
  const device = { sign, box: await boxPublicKey(settling.sharedAs.box) };
  const signed = await settling.log.sign({ kind: 'device', member: member.name, device }, signing);
  return signed.ok ? ok(signed.value.name) : signed;
}

/**
 * A phone that came back by a recovery sheet becomes one of its steward's, as soon as the log has
 * come. The sheet's keys are forgotten then. `false`: the log is not here yet.
 * `sheet-ended`: the log says that another sheet took its place.
 */
export async function takePlace(parts: PlaceParts, sheet: SheetAtHand): Did<boolean> {
  const { settling, device, keys } = parts;
  const learned = await learnBySheet(settling, sheet);
  if (!learned.ok) return learned;
  if (!learned.value) return ok(false);
  const { member, device: paper } = learned.value;
  if (paper.removed !== undefined) return fail('sheet-ended');
  const place = await ownPlace(parts, member, sheet);
  if (!place.ok) return place;
  const { hub, account, token, box } = settling.sharedAs;
  const sharedAs = { hub, account, token, box, member: member.name, device: place.value };
  const memberId = member.person ?? registerRecordId(keys.register);
  const kept = await guarded(async () => {
    await settling.keyring.change(keys.register, { sharedAs });
    await device.keys.update(keys.register, { memberId });
  });
  return kept.ok ? ok(true) : kept;
}
