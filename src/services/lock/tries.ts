import { isJsonObject, type Json } from '#base/json.ts';

/** How often the lock was tried in vain since it last opened, and when last. */
export type Tries = { readonly count: number; readonly at: number };

export const noTries: Tries = { count: 0, at: 0 };

const minute = 60_000;
/** After the third, fourth, … try in vain; the last holds for all further ones. */
const waits = [minute / 2, minute, 5 * minute, 15 * minute, 60 * minute];
const freeTries = 3;

const waitAfter = (count: number): number =>
  count < freeTries ? 0 : (waits[Math.min(count - freeTries, waits.length - 1)] ?? 0);

/**
 * Milliseconds until the lock may be tried again. A clock that was set back does not shorten the
 * wait; one that is set forward does, for whoever can do that holds the phone open in their hand.
 */
export function waitLeft({ count, at }: Tries, now: number): number {
  const wait = waitAfter(count);
  return Math.max(0, Math.min(wait, at + wait - now));
}

export const readTries = (stored: Json | undefined): Tries =>
  isJsonObject(stored) && Number.isFinite(stored['count']) && Number.isFinite(stored['at'])
    ? { count: Number(stored['count']), at: Number(stored['at']) }
    : noTries;
