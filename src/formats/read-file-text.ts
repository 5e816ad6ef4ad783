import { type Failure, fail, ok, type Result } from '#base/result.ts';

/** How the letters of a file were written, where it is not today's usual way (UTF-8). */
export type OldLetters = 'utf-16' | 'latin-1';

export interface FileText {
  readonly text: string;
  readonly letters?: OldLetters;
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** By its byte order mark, or by the zero that stands beside the first bracket. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const [first = 0, second = 0] = bytes;
  if (second === 0 && isOpening(first)) return 'utf-16le';
  return first === 0 && isOpening(second) ? 'utf-16be' : undefined;
}

const isOpening = (byte: number): boolean => '{[ \n\r\t'.includes(String.fromCharCode(byte));

const lookedAt = 4096;

/**
 * The text of a file, whatever letters it was saved in. Text has no zero bytes: what has them is a
 * picture, an archive or the like.
 */
export function readText(bytes: Uint8Array): Result<FileText, Failure<'file-not-text'>> {
  const order = utf16Order(bytes);
  if (order) return ok({ text: new TextDecoder(order).decode(bytes), letters: 'utf-16' });
  if (bytes.subarray(0, lookedAt).includes(0)) return fail('file-not-text');
  try {
    // As a stream, so that a file cut off inside a letter is told as cut off, not as old letters.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return ok({ text });
  } catch {
    return ok({ text: new TextDecoder('windows-1252').decode(bytes), letters: 'latin-1' });
  }
}
