import * as v from 'valibot';
import { type Bytes, fromBase64 } from '#base/bytes.ts';
import { fail, ok, type Result } from '#base/result.ts';
import { noBuckets } from '#domain/receipt/receipt.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { HubFailure } from './hub-failure.ts';
import type { HubLine } from './hub-line.ts';

const hex = (length: number) => v.pipe(v.string(), v.length(length), v.regex(/^[0-9a-f]+$/));
const seqSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const headSchema = v.object({
  /** The store's update sequence. */
  seq: seqSchema,
  /** SHA-256 (hex) of the circle's buckets at it. */
  root: hex(64),
});
export type Head = Readonly<v.InferOutput<typeof headSchema>>;

const headsSchema = v.object({
  circles: v.object({ members: v.optional(headSchema), team: v.optional(headSchema) }),
  generation: hex(32),
});
/** All circles that the account may touch, in one answer. */
export interface Heads {
  readonly circles: Readonly<Partial<Record<Circle, Head | undefined>>>;
  /** Another one says that the hub's stores were replaced. */
  readonly generation: string;
}

const bucketsSchema = v.object({ seq: seqSchema, buckets: v.string() });

interface Asking {
  readonly line: HubLine;
  readonly register: string;
  readonly signal?: AbortSignal | undefined;
}

export const tellHeads = ({ line, register, signal }: Asking): Promise<Result<Heads, HubFailure>> =>
  line.ask(`/api/registers/${register}/heads`, { method: 'POST', schema: headsSchema, signal });

/** The buckets of one circle as the hub has them. */
export async function tellBuckets(
  { line, register, signal }: Asking,
  circle: Circle,
): Promise<Result<Bytes, HubFailure>> {
  const path = `/api/registers/${register}/buckets`;
  const body = { circle };
  const told = await line.ask(path, { method: 'POST', body, schema: bucketsSchema, signal });
  if (!told.ok) return told;
  const buckets = fromBase64(told.value.buckets);
  return buckets?.length === noBuckets().length ? ok(buckets) : fail('not-a-hub');
}
