import type { Body } from '#domain/merge/body.ts';
import { stampsOf } from '#domain/merge/body.ts';
import { type Stamp, stampWriter } from '#domain/merge/stamp.ts';

/** Of one document: the newest stamp of each writer but this phone. A function of its body. */
export interface HeardRow {
  /** `<home>:<thing>` */
  readonly key: string;
  readonly by: Readonly<Record<string, Stamp>>;
}

export const heardKey = (home: string, id: string): string => `${home}:${id}`;

/** Absent where nobody else has written in it. Stamps are compared as texts: that is their order. */
export function heardIn(home: string, body: Body, own: string): HeardRow | undefined {
  const by = new Map<string, Stamp>();
  for (const stamp of stampsOf(body)) {
    const writer = stampWriter(stamp);
    const newest = by.get(writer);
    if (writer !== own && (newest === undefined || newest < stamp)) by.set(writer, stamp);
  }
  return by.size === 0
    ? undefined
    : { key: heardKey(home, body.id), by: Object.fromEntries([...by].sort()) };
}

/** Whether a stamp was written by somebody else and is newer than all that was heard of them. */
export const isUnheard = (stamp: Stamp, before: HeardRow | undefined, own: string): boolean => {
  const writer = stampWriter(stamp);
  return writer !== own && stamp > (before?.by[writer] ?? '');
};
