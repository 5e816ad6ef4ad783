import type { DeviceDb } from '#device/device-db.ts';

/**
 * Why this phone only reads a register. `left`: its holder has left. `removed`: the log says so, of
 * the phone or its holder. `not-let-in`: the hub no longer lets it in, and nobody has signed why.
 */
export type Out = 'left' | 'removed' | 'not-let-in';

const keyOf = (register: string): string => `out:${register}`;

/** Asked for at every start; undefined while this phone belongs. */
export const readOut = async (
  { preferences }: DeviceDb,
  register: string,
): Promise<Out | undefined> => (await preferences.get(keyOf(register)))?.value as Out | undefined;

export async function keepOut(
  { preferences }: DeviceDb,
  register: string,
  out: Out | undefined,
): Promise<void> {
  const key = keyOf(register);
  await (out ? preferences.put({ key, value: out }) : preferences.delete(key));
}
