import type { Away, FindQuery, Found, MapPoint, Point, ThingRow } from './query.ts';
import type { TypeWords } from './type-slots.ts';

export type MapQuery = Omit<FindQuery, 'limit'>;

/** What the page asks of the worker. `start` comes first and is not answered. */
export type Ask =
  | { readonly type: 'load' | 'upsert'; readonly rows: readonly ThingRow[] }
  | { readonly type: 'remove'; readonly ids: readonly string[] }
  | { readonly type: 'clear' | 'fence' }
  | { readonly type: 'learnGifts'; readonly giftWords: TypeWords }
  /** A pack's part with the paths that distances go by; none for straight lines. */
  | { readonly type: 'learnGround'; readonly paths?: Blob }
  /** In a lane only the newest question is answered; those it overtakes are dropped. */
  | { readonly type: 'find'; readonly query: FindQuery; readonly lane?: string }
  | { readonly type: 'mapPoints'; readonly query: MapQuery }
  | { readonly type: 'away'; readonly from: Point; readonly to: Point };

export type Request =
  | { readonly type: 'start'; readonly typeWords: TypeWords }
  | { readonly type: 'ask'; readonly ticket: number; readonly ask: Ask };

/** Every ask gets one of these; points come in parts, as a page can't take many in at once. */
export type Answer =
  | { readonly type: 'done' | 'dropped' }
  | { readonly type: 'found'; readonly found: Found }
  | { readonly type: 'away'; readonly away: Away | undefined }
  | { readonly type: 'points'; readonly points: readonly MapPoint[]; readonly isLast: boolean }
  /** A bug in the finder. `reason` is for the log, never for a screen. */
  | { readonly type: 'failed'; readonly reason: string };

export interface Reply {
  readonly ticket: number;
  readonly answer: Answer;
}

/** What a page can copy between two frames with time to spare; two batches may leave at once. */
export const rowsInBatch = 250;
export const pointsInPart = 2_000;

export function* inBatches<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
