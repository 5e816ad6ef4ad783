import { useLiveQuery } from 'dexie-react-hooks';
import type { Register } from '#domain/register/register.ts';
import { registerLines } from './register-lines.ts';
import { registerRecordId } from './register-record-id.ts';
import type { RegisterLine } from './services.ts';
import { useBook, useOpened } from './use-services.ts';
import { useThing } from './use-thing.ts';

/** The open register's own record; undefined while it is being read. */
export function useRegister(): Register | undefined {
  const thing = useThing(registerRecordId(useBook().registerId));
  if (!thing || thing === 'missing') return undefined;
  const record = thing.read?.record;
  return record?.type === 'register' ? record : undefined;
}

/** All registers held on this phone, last opened first. */
export function useRegisters(): readonly RegisterLine[] {
  const { device } = useOpened();
  return useLiveQuery(() => registerLines(device), [device]) ?? [];
}

/** Whether another tab takes the open made-up register off this phone, or has done so. */
export function useIsGone(): boolean {
  const { device } = useOpened();
  const { registerId } = useBook();
  const isHere = async () => (await device.keys.get(registerId))?.madeUp === 'whole';
  return useLiveQuery(isHere, [device, registerId]) === false;
}
