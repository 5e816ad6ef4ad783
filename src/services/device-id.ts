import { randomBytes, toHex } from '#base/bytes.ts';
import type { DeviceDb } from '#device/device-db.ts';

/** 16 hex digits, random per installation. A copied or restored phone must be given a new one. */
export async function deviceIdOf(device: DeviceDb): Promise<string> {
  return device.transaction('rw', device.preferences, async () => {
    const held = await device.preferences.get('device-id');
    if (typeof held?.value === 'string') return held.value;
    const made = toHex(randomBytes(8));
    await device.preferences.put({ key: 'device-id', value: made });
    return made;
  });
}
