import type { LogState } from '#trust/log.ts';
import type { Device } from '#trust/members.ts';

/** A recovery sheet as a device of the log. */
export type SheetDevice = Device & { readonly salt: string };

export interface LiveSheet {
  /** Name in the log of the steward who made it. */
  readonly member: string;
  readonly sheet: SheetDevice;
}

const isLiveSheet = (device: Device): device is SheetDevice =>
  device.salt !== undefined && device.removed === undefined;

/** Those that have not been replaced: one, but where two were made at the same time. */
export const liveSheets = ({ members }: LogState): readonly LiveSheet[] =>
  [...members.values()]
    .filter(({ removed }) => removed === undefined)
    .flatMap(({ name, devices }) =>
      devices.filter(isLiveSheet).map((sheet) => ({ member: name, sheet })),
    );

/** The newest of one steward. */
export const sheetOf = (state: LogState, member: string): SheetDevice | undefined =>
  liveSheets(state).findLast((each) => each.member === member)?.sheet;

export interface RingLook {
  /** One's own. */
  readonly sheet: SheetDevice;
  readonly live: readonly LiveSheet[];
  /** Salt of the ring that the hub has; undefined where it has none. */
  readonly atHub: string | undefined;
  /** Whether this phone has put the ring since the last key came. */
  readonly isFresh: boolean;
}

/**
 * Whether this phone must put its sheet's ring at the hub. The hub keeps one: that of another
 * steward's sheet which still works is left there.
 */
export function isRingDue({ sheet, live, atHub, isFresh }: RingLook): boolean {
  if (atHub === sheet.salt) return !isFresh;
  return !live.some((other) => other.sheet.salt === atHub);
}
