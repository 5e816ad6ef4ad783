import { useLiveQuery } from 'dexie-react-hooks';
import type { Register } from '#domain/register/register.ts';
import { registerLines } from './register-lines.ts';
import { registerRecordId } from './register-record-id.ts';
import type { RegisterLine } from './services.ts';
import { useBook, useOpened } from './use-services.ts';
import { useRows, useThing } from './use-thing.ts';

/** The open register's own record; undefined while it is being read. */
export function useRegister(): Register | undefined {
  const thing = useThing(registerRecordId(useBook().registerId));
  if (!thing || thing === 'missing') return undefined;
  const record = thing.read?.record;
  return record?.type === 'register' ? record : undefined;
}

export interface RegisterGist {
  readonly name: string;
  /** Longitude, latitude. */
  readonly centre: readonly [number, number] | undefined;
}

/** What most screens ask of the register: from its row, so that its own code need not be there. */
export function useRegisterGist(): RegisterGist | undefined {
  return useReadGist().gist;
}

/** `isRead`: whether the disk has answered yet; a register without a record has no gist then. */
export function useReadGist(): { readonly isRead: boolean; readonly gist?: RegisterGist } {
  const rows = useRows([registerRecordId(useBook().registerId)]);
  const [row] = rows;
  if (!row) return { isRead: rows.length > 0 };
  const { name, lon, lat } = row;
  const centre = lon === undefined || lat === undefined ? undefined : ([lon, lat] as const);
  return { isRead: true, gist: { name, centre } };
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
