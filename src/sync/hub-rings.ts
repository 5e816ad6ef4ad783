import * as v from 'valibot';
import { isBase64, toBase64 } from '#base/bytes.ts';
import type { Json } from '#base/json.ts';
import type { Failure, Result } from '#base/result.ts';
import { signWithDevice } from '#seal/device-signature.ts';
import { type RecoveringWish, recoveringBytes } from '#seal/recovering.ts';
import type { HubFailure } from './hub-failure.ts';
import type { HubLine } from './hub-line.ts';

/** Base64 of 1 MiB. */
const longestRing = 1_398_104;
const ringSchema = v.object({
  /** Base64 of what only the words of a recovery sheet open. */
  ring: v.pipe(v.string(), v.maxLength(longestRing), v.check(isBase64)),
  /** The register's founding record; a door looks at it where it is used. */
  founding: v.optional(v.unknown()),
});
const ringSize = longestRing + 64 * 1024;
const done = v.object({ ok: v.literal(true) });
const recoveredSchema = v.object({ register: v.string() });

export interface RingTold {
  readonly ring: string;
  readonly founding: Json | undefined;
}

type Answer<T, W extends string> = Promise<Result<T, HubFailure | Failure<W>>>;

/**
 * What a hub keeps for the day all phones are lost. `unknown`: it has no ring of this register.
 * `used`, `taken`, `full`: the account that was asked for can't be made.
 */
export const forRings = ({ ask }: Pick<HubLine, 'ask'>) => ({
  ring: async (register: string): Answer<RingTold, 'unknown'> => {
    const words = ['unknown'] as const;
    const path = `/api/registers/${register}/ring`;
    const told = await ask(path, { schema: ringSchema, most: ringSize, words });
    if (!told.ok) return told;
    const { ring, founding } = told.value;
    return { ok: true, value: { ring, founding: founding as Json | undefined } };
  },
  /** In place of the one there was. `sign`: the sheet's Ed25519 public key, base64. */
  putRing: (register: string, wish: { readonly ring: string; readonly sign: string }) =>
    ask(`/api/registers/${register}/ring`, { method: 'PUT', body: wish, schema: done }),
  /** An account for whoever holds the sheet: `privateKey` is the one its words make. */
  recover: async (
    wish: RecoveringWish,
    privateKey: CryptoKey,
  ): Answer<unknown, 'unknown' | 'used' | 'taken' | 'full'> => {
    const { register, ...body } = wish;
    const signature = toBase64(await signWithDevice(privateKey, recoveringBytes(wish)));
    return ask(`/api/registers/${register}/recover`, {
      method: 'POST',
      body: { ...body, signature },
      schema: recoveredSchema,
      words: ['unknown', 'used', 'taken', 'full'] as const,
    });
  },
});
