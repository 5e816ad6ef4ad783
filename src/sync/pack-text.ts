import type { Bytes } from '#base/bytes.ts';

/** Gzip. */
export async function packText(text: string): Promise<Bytes> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
