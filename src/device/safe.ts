import { type Bytes, utf8, utf8Text } from '#base/bytes.ts';
import type { Json } from '#base/json.ts';

/**
 * Shuts away what only this phone knows, from the moment its holder has set a lock. Whoever has it
 * has opened the lock. `about` is bound to what is sealed: it opens in no other place.
 */
export interface Safe {
  seal(plain: Bytes, about: string): Promise<Bytes>;
  /** Undefined: not sealed with this key, not about this, or changed. */
  open(sealed: Bytes, about: string): Promise<Bytes | undefined>;
}

export interface Shut {
  readonly shut: Bytes;
}

/** As it lies on disk: in clear where no lock is set. */
export type Kept<T> = T | Shut;

export const isShut = (kept: unknown): kept is Shut =>
  typeof kept === 'object' && kept !== null && 'shut' in kept && kept.shut instanceof Uint8Array;

/** Nothing may take what is shut for something that is not there, and write over it. */
export class SafeShutError extends Error {
  override readonly name = 'SafeShutError';
}

export async function openBytes(sealed: Bytes, about: string, safe: Safe | undefined) {
  const plain = await safe?.open(sealed, about);
  if (!plain) throw new SafeShutError(about);
  return plain;
}

export const keepJson = async <T extends Json>(
  value: T,
  about: string,
  safe: Safe | undefined,
): Promise<Kept<T>> =>
  safe ? { shut: await safe.seal(utf8(JSON.stringify(value)), about) } : value;

export async function readKept<T extends Json>(
  kept: Kept<T>,
  about: string,
  safe: Safe | undefined,
): Promise<T> {
  if (!isShut(kept)) return kept;
  return JSON.parse(utf8Text(await openBytes(kept.shut, about, safe)) ?? 'null');
}
