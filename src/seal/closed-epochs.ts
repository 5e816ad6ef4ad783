import * as v from 'valibot';
import { type Bytes, toHex, utf8 } from '#base/bytes.ts';
import type { CircleRing } from './circle-ring.ts';

/** A document and one of its leaf revisions. */
export interface LeafName {
  readonly id: string;
  readonly rev: string;
}

/** What stood in a circle when its older epochs were closed. */
export interface ClosedEpochs {
  /** Epochs with a lower number are closed. */
  readonly before: number;
  /** In hex, the mark of each leaf that stood then. */
  readonly marks: ReadonlySet<string>;
}

export const markLength = 8;

/** The first 8 bytes of SHA-256 over id and revision. */
export const leafMark = async ({ id, rev }: LeafName): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(`${id}\n${rev}`)), 0, markLength);

/**
 * Whether a leaf was sealed with the key of a closed epoch and did not stand when it was closed:
 * somebody may have made it who is gone (decision 27).
 */
export async function isLate(
  { closed, byKeyId }: Pick<CircleRing, 'closed' | 'byKeyId'>,
  { k, ...leaf }: LeafName & { readonly k: string },
): Promise<boolean> {
  const epoch = byKeyId.get(k)?.epoch;
  if (!closed || epoch === undefined || epoch >= closed.before) return false;
  return !closed.marks.has(toHex(await leafMark(leaf)));
}

const storedSchema = v.object({
  before: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** One after the other: of an array each would be copied by itself. */
  marks: v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{16})*$/)),
});

export const closedToStore = ({ before, marks }: ClosedEpochs) => ({
  before,
  marks: [...marks].join(''),
});

/** Undefined where nothing is kept, or nothing that can be read. */
export function closedFromStored(stored: unknown): ClosedEpochs | undefined {
  const read = v.safeParse(storedSchema, stored);
  if (!read.success) return undefined;
  const { before, marks } = read.output;
  return { before, marks: new Set(marks.match(/.{16}/g)) };
}
