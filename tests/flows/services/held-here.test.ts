import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DeviceDb, openDeviceDb } from '#device/device-db.ts';
import { createNote } from '#platform/note.ts';
import { noteHeld, wasCleared } from '#services/held-here.ts';
import { forgetAll } from '#services/lock/forget.ts';
import { takenOffHere } from '#services/take-off.ts';

const note = createNote(() => localStorage, 'held-test');
const name = 'held-test-device';
let device: DeviceDb;
beforeEach(() => {
  localStorage.removeItem('held-test');
  device = openDeviceDb(name);
});
afterEach(() => device.delete());

/** As a browser does that is short of room. */
async function clear(): Promise<void> {
  await device.delete();
  device = openDeviceDb(name);
}

test('a phone that never had a register has lost none', async () => {
  expect(await wasCleared(device, note)).toBe(false);
  await clear();
  expect(await takenOffHere(device, note)).toBeUndefined();
});

test('one whose databases are gone says so until it was read', async () => {
  await noteHeld(device, note);
  expect(await takenOffHere(device, note)).toBeUndefined();
  await clear();
  for (let look = 0; look < 2; look += 1)
    expect(await takenOffHere(device, note)).toEqual({ why: 'cleared', name: '' });
  await takenOffHere(device, note, 'seen');
  expect(await takenOffHere(device, note)).toBeUndefined();
});

test('what was forgotten on purpose was not cleared', async () => {
  await noteHeld(device, note);
  await forgetAll(device);
  expect(await wasCleared(device, note)).toBe(false);
});
