interface Budget {
  readonly bytesMost: number;
  readonly lineBytesMost: number;
}

/**
 * The lines of a stream of UTF-8 as they come. Throws a RangeError where one line, or all of them,
 * are longer than allowed: a few bytes of gzip can unpack to more than a phone holds.
 */
export async function* linesOf(
  stream: ReadableStream<Uint8Array>,
  { bytesMost, lineBytesMost }: Budget,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let rest = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.length;
      if (bytes > bytesMost) throw new RangeError('too many bytes');
      const parts = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      if (rest.length > lineBytesMost) throw new RangeError('a line is too long');
      yield* parts;
    }
    if (rest !== '') yield rest;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
