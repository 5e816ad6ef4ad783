import * as v from 'valibot';
import { type Bytes, toBase64 } from '#base/bytes.ts';
import type { Failure, Result } from '#base/result.ts';
import { largestSealedPhoto } from '#seal/photo.ts';
import type { HubFailure } from './hub-failure.ts';
import type { HubLine } from './hub-line.ts';

const done = v.object({ ok: v.literal(true) });
const refusals = [
  ...(['taken', 'removed', 'full', 'too-much', 'bad-request', 'wrong-digest'] as const),
];
/** What a hub says of one photo alone. */
export type PhotoRefusal = (typeof refusals)[number];

type Answer<T, W extends string> = Promise<Result<T, HubFailure | Failure<W>>>;

/** RFC 9530. */
async function digestOf(bytes: Bytes): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return `sha-256=:${toBase64(new Uint8Array(hash))}:`;
}

export interface HubPhotos {
  /** The same once more is fine. */
  put(id: string, sealed: Bytes, signal?: AbortSignal): Answer<unknown, PhotoRefusal>;
  /** `unknown`: it has not come. `removed`: it was erased. */
  read(id: string): Answer<Bytes, 'unknown' | 'removed'>;
  /** Takes it off the hub for good; the same once more is fine. */
  end(id: string, signal?: AbortSignal): Answer<unknown, never>;
}

/** Sealed photos at a hub, by the id that a record gives them. */
export function hubPhotos(
  { ask, fetchBytes }: Pick<HubLine, 'ask' | 'fetchBytes'>,
  register: string,
): HubPhotos {
  const pathOf = (id: string) => `/api/registers/${register}/photos/${id.replaceAll('-', '')}`;
  return {
    put: async (id, bytes, signal) =>
      ask(pathOf(id), {
        ...{ method: 'PUT', bytes, signal, schema: done, words: refusals },
        headers: { 'content-digest': await digestOf(bytes) },
      }),
    read: (id) =>
      fetchBytes(pathOf(id), { most: largestSealedPhoto, words: ['unknown', 'removed'] }),
    end: (id, signal) => ask(pathOf(id), { method: 'DELETE', signal, schema: done }),
  };
}
