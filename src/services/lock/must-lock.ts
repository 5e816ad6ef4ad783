import type { DeviceDb, KeptKeys } from '#device/device-db.ts';
import { isShut } from '#device/safe.ts';
import { lockKey } from './lock-keys.ts';

/**
 * A phone that got the team's keys from others, or passes them on, must have a lock. A register that
 * was founded here and never shared may do without: nobody else's trust lies in it yet.
 */
export const mustLock = (row: KeptKeys): boolean => {
  if (isShut(row)) return true;
  const { circles, sharedAs, signingPublic, madeUp } = row as Exclude<KeptKeys, { shut: unknown }>;
  const isOthersToo = sharedAs !== undefined || signingPublic !== undefined;
  return isOthersToo && !madeUp && circles.some(({ circle }) => circle === 'team');
};

/** Asked for at every start. */
export const isLockSet = async ({ preferences }: DeviceDb): Promise<boolean> =>
  (await preferences.get(lockKey)) !== undefined;
