import { registerRecordId } from './register-record-id.ts';
import { useRows } from './use-rows.ts';
import { useBook } from './use-services.ts';

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
