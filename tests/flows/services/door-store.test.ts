import { expect, test } from 'vitest';
import { openDeviceDb } from '#device/device-db.ts';
import { makeDoors, makePhoneKey } from '#seal/phone-lock.ts';
import { doorStore } from '#services/lock/door-store.ts';

test('of two tabs that set a lock at the same time one does, and what it seals stays openable', async () => {
  const device = openDeviceDb(`pb-device-test-${crypto.randomUUID()}`);
  try {
    const now = () => Date.now();
    const [one, two] = [doorStore(device, now), doorStore(device, now)];
    const [first, second] = [makePhoneKey(), makePhoneKey()];
    const doors = await Promise.all([
      makeDoors('numbers', '280617', first),
      makeDoors('numbers', '739164', second),
    ]);
    const begun = await Promise.all([one.begin(doors[0]), two.begin(doors[1])]);
    expect(begun).toEqual([
      { ok: true, value: null },
      { ok: false, error: { kind: 'locked-out' } },
    ]);
    expect(await two.keyFor('280617')).toEqual({ ok: true, value: first });
    expect(await two.keyFor('739164')).toMatchObject({ ok: false });
  } finally {
    await device.delete();
  }
});
