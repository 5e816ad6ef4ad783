import { isJsonObject, type Json } from '#base/json.ts';
import type { DeviceDb } from '#device/device-db.ts';
import type { Note } from '#platform/note.ts';
import { noteHeld, wasCleared } from './held-here.ts';
import { takeAway } from './throw-away.ts';

/** `emptied`: a steward has signed that this phone be emptied. `left`: its holder wished it. */
export type WhyOff = 'emptied' | 'left';

/** Closes a register and takes it off this phone. */
export type TakeOff = (register: string, why: WhyOff) => Promise<void>;

/** Said once on the first page. `cleared`: by the browser, with all names. */
export interface TakenOff {
  readonly why: WhyOff | 'cleared';
  readonly name: string;
}

const takenOffKey = 'taken-off';

/** Kept first: a phone that dies half-way must say what became of it, and go on with it. */
export async function takeOffNow(device: DeviceDb, register: string, why: WhyOff): Promise<void> {
  const name = (await device.keys.get(register))?.name ?? '';
  await device.preferences.put({ key: takenOffKey, value: { why, name, register } });
  await device.keys.update(register, { madeUp: 'part' });
  await takeAway(device, register);
}

const textIn = (value: Json | undefined, field: string): string =>
  isJsonObject(value) && typeof value[field] === 'string' ? value[field] : '';

/** What was cut short is done to its end. */
export async function finishTakingOff(device: DeviceDb): Promise<void> {
  const register = textIn((await device.preferences.get(takenOffKey))?.value, 'register');
  const row = register === '' ? undefined : await device.keys.get(register);
  if (row?.madeUp === 'part') await takeAway(device, register);
}

/** What is to be said of it, until it was seen. */
export async function takenOffHere(
  device: DeviceDb,
  note: Note,
  seen?: 'seen',
): Promise<TakenOff | undefined> {
  if (await wasCleared(device, note)) {
    if (seen) await noteHeld(device, note);
    return { why: 'cleared', name: '' };
  }
  await finishTakingOff(device);
  const value = (await device.preferences.get(takenOffKey))?.value;
  if (value === undefined) return undefined;
  if (seen) await device.preferences.delete(takenOffKey);
  const why = textIn(value, 'why') === 'emptied' ? 'emptied' : 'left';
  return { why, name: textIn(value, 'name') };
}
