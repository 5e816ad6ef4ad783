import type { Json } from '#base/json.ts';
import type { Result } from '#base/result.ts';
import type { CircleRing } from './circle-ring.ts';
import type { Envelope } from './envelope.ts';
import { type OpenFailure, openEnvelope, type SealFailure, sealBody } from './seal.ts';

export interface SealItem {
  /** The envelope's `_id`. */
  readonly id: string;
  readonly body: Json;
}

export type Sealed = Result<Envelope, SealFailure>;
export type Opened = Result<Json, OpenFailure>;

/** What crosses to the worker; the ring's keys cross as CryptoKeys, never as bytes. */
export type Batch =
  | { readonly act: 'seal'; readonly items: readonly SealItem[]; readonly ring: CircleRing }
  | { readonly act: 'open'; readonly items: readonly Envelope[]; readonly ring: CircleRing };

export interface BatchRequest {
  readonly ticket: number;
  readonly batch: Batch;
}

/** `results` is missing where the batch threw: the asker then does it on its own thread. */
export interface BatchAnswer {
  readonly ticket: number;
  readonly results?: readonly (Sealed | Opened)[];
}

export const runBatch = (batch: Batch): Promise<(Sealed | Opened)[]> =>
  batch.act === 'seal'
    ? Promise.all(batch.items.map(({ id, body }) => sealBody(body, { id, ring: batch.ring })))
    : Promise.all(batch.items.map((envelope) => openEnvelope(envelope, batch.ring)));

export async function answerBatch({ ticket, batch }: BatchRequest): Promise<BatchAnswer> {
  try {
    return { ticket, results: await runBatch(batch) };
  } catch {
    return { ticket };
  }
}
