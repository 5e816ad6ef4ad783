import type { JsonObject } from '#base/json.ts';
import { ok } from '#base/result.ts';
import { type DeviceDb, type KeysRow, openDeviceDb } from '#device/device-db.ts';
import { deviceRecords } from '#device/device-records.ts';
import type { RecordType, Ref } from '#domain/record/values.ts';
import { circles as allCircles } from '#domain/sharing/level.ts';
import type { CircleStore } from '#register/circle-store.ts';
import { everyLeaf } from '#register/every-leaf.ts';
import { openRegister } from '#register/open-register.ts';
import { recordWriter } from '#register/record-writer.ts';
import { takeLeaves } from '#register/take-leaves.ts';
import { createSealer } from '#seal/bulk.ts';
import { type LeafDoc, passGate } from '#seal/gate.ts';
import { writerPseudonym } from '#seal/id-key.ts';
import { withBirth, withChanges } from '#services/book-commands.ts';
import { deviceHome } from '#services/device-home.ts';
import { heldRings } from './held-rings.ts';

async function carry(from: CircleStore | undefined, to: CircleStore | undefined): Promise<void> {
  if (!from || !to) throw new Error('a circle is missing');
  const docs: LeafDoc[] = [];
  for await (const leaf of everyLeaf(from)) {
    const passed = passGate(leaf);
    if (passed.ok) docs.push(passed.value);
  }
  const taken = await takeLeaves(to, docs, new Set());
  if (!taken.ok) throw new Error(taken.error.kind);
}

/** Somebody else's phone with the same register in stores of its own, in this browser. */
export async function otherPhone(keys: KeysRow, deviceId = '99887766554433ff') {
  const rings = await heldRings(keys);
  const sealer = createSealer();
  const ours = openRegister(keys.register, rings, sealer);
  const theirs = openRegister(crypto.randomUUID(), rings, sealer);
  const device: DeviceDb = openDeviceDb(`pb-device-test-${crypto.randomUUID()}`);
  const clock = { now: () => Date.now() };
  const writer = recordWriter({
    stores: { ...theirs.circles, device: deviceHome(deviceRecords(device, theirs.id, undefined)) },
    writers: {
      device: deviceId,
      team: await writerPseudonym(rings.team.idKey, deviceId),
      members: await writerPseudonym(rings.members.idKey, deviceId),
    },
    now: () => clock.now(),
    lock: (_, work) => work(),
    register: theirs.id,
  });
  const write = async (ref: Ref, values: JsonObject): Promise<Ref> => {
    const born = (given: JsonObject) =>
      withBirth(ref.type, given, { memberId: crypto.randomUUID(), now: clock.now });
    const written = await writer.write(ref, (current) =>
      ok(current ? withChanges(current, values) : born(values)),
    );
    if (!written.ok) throw new Error(JSON.stringify(written.error));
    return ref;
  };
  return {
    clock,
    add: (type: RecordType, values: JsonObject) => write({ type, id: crypto.randomUUID() }, values),
    change: write,
    /** Takes in all that the first phone holds. */
    fetch: async () => {
      for (const circle of allCircles) await carry(ours.circles[circle], theirs.circles[circle]);
    },
    /** Puts all that it holds into the first phone's stores; the follower is not told. */
    bring: async () => {
      for (const circle of allCircles) await carry(theirs.circles[circle], ours.circles[circle]);
    },
    close: async () => {
      device.close();
      await ours.close();
      await theirs.close();
    },
  };
}
