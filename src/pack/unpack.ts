import { Compression } from 'pmtiles';

/** Thrown where a file lies or costs too much; never leaves this room. */
export class DamagedPack extends Error {}

async function inflated(packed: ArrayBuffer, bytesMax: number): Promise<ArrayBuffer> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts).arrayBuffer();
    bytes += value.byteLength;
    if (bytes > bytesMax) {
      void reader.cancel().catch(() => undefined);
      throw new DamagedPack('unpacks to too much');
    }
    parts.push(new Uint8Array(value));
  }
}

/** Unpacks gzip or nothing and stops at `bytesMax`: a few bytes may claim to be gigabytes. */
export const limitedUnpack =
  (bytesMax: number) =>
  async (packed: ArrayBuffer, how: Compression): Promise<ArrayBuffer> => {
    if (how === Compression.Gzip) return inflated(packed, bytesMax);
    if (how !== Compression.None && how !== Compression.Unknown)
      throw new DamagedPack('unknown packing');
    if (packed.byteLength > bytesMax) throw new DamagedPack('too much');
    return packed;
  };
