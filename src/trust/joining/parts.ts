import { type Bytes, concatBytes } from '#base/bytes.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';

/** A mailbox takes 512 KiB of base64 in a message, and eight messages; three are the talk. */
const partLength = 384 * 1024 - 2;
const maxParts = 5;

/** Each part behind its number and how many there are, one byte each. */
export function splitParts(sealed: Bytes): Result<readonly Bytes[], Failure<'too-big'>> {
  const count = Math.ceil(sealed.length / partLength);
  if (count > maxParts) return fail('too-big');
  return ok(
    Array.from({ length: count }, (_, at) =>
      concatBytes([
        new Uint8Array([at, count]),
        sealed.slice(at * partLength, (at + 1) * partLength),
      ]),
    ),
  );
}

/** `broken`: one is missing, too long or there twice. The seal covers what they hold. */
export function joinParts(parts: readonly Bytes[]): Result<Bytes, Failure<'broken'>> {
  const isWhole = parts.every(
    (part, at) => part[0] === at && part[1] === parts.length && part.length <= partLength + 2,
  );
  return isWhole && parts.length > 0 && parts.length <= maxParts
    ? ok(concatBytes(parts.map((part) => part.subarray(2))))
    : fail('broken');
}
