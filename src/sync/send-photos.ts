import type { Bytes } from '#base/bytes.ts';
import type { Failure, Result } from '#base/result.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { HubFailure } from './hub-failure.ts';
import type { HubPhotos, PhotoRefusal } from './hub-photos.ts';

/** Why a photo can't be sent as it is. */
export type PhotoFault = 'too-big' | 'unreadable';
export type PhotoParked = PhotoFault | 'hub-full' | 'refused' | 'taken' | 'removed';

/** The photos of a phone, and what it still owes its hub of them. */
export interface PhotoQueue {
  /** Ids of those that wait and whose records lie in one of these circles. */
  due(circles: readonly Circle[]): Promise<readonly string[]>;
  /** As it is to go now; undefined where its record no longer asks for that, or not yet. */
  sealed(id: string): Promise<Result<Bytes, Failure<PhotoFault>> | undefined>;
  sent(id: string): Promise<void>;
  park(id: string, why: PhotoParked): Promise<void>;
  /** Ids of erased ones that the hub may still have. */
  ending(): Promise<readonly string[]>;
  ended(id: string): Promise<void>;
}

interface SendingParts {
  readonly photos: HubPhotos;
  readonly queue: PhotoQueue;
  readonly signal: AbortSignal;
}

/** In one round: text that is written meanwhile need not wait for all of them. */
const atOnce = 5;
/** Lines that break one after the other: it is not the photo. */
const mostBroken = 2;

const parkedBy: Readonly<Partial<Record<PhotoRefusal | HubFailure['kind'], PhotoParked>>> = {
  'too-much': 'too-big',
  full: 'hub-full',
  'hub-full': 'hub-full',
  taken: 'taken',
  removed: 'removed',
  'bad-request': 'refused',
};
/** It may be this photo alone: it waits, and the others go on. */
const passing: readonly string[] = ['no-answer', 'hub-trouble', 'not-a-hub', 'wrong-digest'];

/** `nothing`: nobody was asked. `later`: it stays where it is. `stop`: the hub can't be used now. */
type End = 'done' | 'nothing' | 'later' | 'stop';

async function sendOne({ photos, queue, signal }: SendingParts, id: string): Promise<End> {
  const sealed = await queue.sealed(id);
  if (!sealed) return 'nothing';
  const told = sealed.ok ? await photos.put(id, sealed.value, signal) : sealed;
  if (signal.aborted) return 'stop';
  if (told.ok) {
    await queue.sent(id);
    return 'done';
  }
  const { kind } = told.error;
  const why = kind === 'too-big' || kind === 'unreadable' ? kind : parkedBy[kind];
  if (why) await queue.park(id, why);
  if (why) return 'done';
  return passing.includes(kind) ? 'later' : 'stop';
}

/** Goes through ids until the line is taken for dead, or so many have passed that text may wait. */
async function each(
  ids: readonly string[],
  work: (id: string) => Promise<End>,
): Promise<'all' | 'more' | 'dead'> {
  let broken = 0;
  let done = 0;
  for (const id of ids) {
    if (done >= atOnce) return 'more';
    const end = await work(id);
    broken = end === 'later' ? broken + 1 : 0;
    done += Number(end === 'done');
    if (end === 'stop' || broken >= mostBroken) return 'dead';
  }
  return 'all';
}

async function endOne({ photos, queue, signal }: SendingParts, id: string): Promise<End> {
  const told = await photos.end(id, signal);
  if (told.ok) await queue.ended(id);
  if (told.ok) return 'done';
  return passing.includes(told.error.kind) ? 'later' : 'stop';
}

/**
 * What is owed of photos once a round's text has gone: erased ones end at the hub, others are sent,
 * one at a time. Answers whether more wait that may go at once.
 */
export function photoSender(photos: HubPhotos, queue: PhotoQueue) {
  /** Where the line broke last time: these must not keep the others. */
  const stumbled = new Set<string>();
  return async (circles: readonly Circle[], signal: AbortSignal): Promise<boolean> => {
    const parts = { photos, queue, signal };
    const ended = await each(await queue.ending(), (id) => endOne(parts, id));
    if (ended !== 'all') return ended === 'more';
    const due = await queue.due(circles);
    const inOrder = due.toSorted((a, b) => Number(stumbled.has(a)) - Number(stumbled.has(b)));
    const gone = await each(inOrder, async (id) => {
      const end = await sendOne(parts, id);
      if (end === 'later') stumbled.add(id);
      else stumbled.delete(id);
      return end;
    });
    return gone === 'more';
  };
}
