/** Bytes over an ordinary ArrayBuffer: what WebCrypto and IndexedDB take without a copy. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
// A byte order mark is content here: dropping it would make two different texts equal.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const utf8 = (text: string): Bytes => encoder.encode(text);

/** The text, or undefined where the bytes are not well-formed UTF-8. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

export function concatBytes(parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Each part behind its length (4 bytes, big endian): no two lists of parts give the same bytes. */
export function lengthPrefixed(parts: readonly (string | Uint8Array)[]): Bytes {
  return concatBytes(
    parts.flatMap((part) => {
      const bytes = typeof part === 'string' ? utf8(part) : part;
      const length = new Uint8Array(4);
      new DataView(length.buffer).setUint32(0, bytes.length);
      return [length, bytes];
    }),
  );
}

/** Not in constant time: for what an attacker may know, never to check a secret. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) {
    if (left[index] !== right[index]) return false;
  }
  return true;
}

export const randomBytes = (length: number): Bytes =>
  crypto.getRandomValues(new Uint8Array(length));

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower case. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += hexPairs[byte];
  return text;
}

/** Undefined for an odd length or anything but 0-9 and a-f: each value has one spelling. */
export function fromHex(text: string): Bytes | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return undefined;
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(index * 2, index * 2 + 2), 16),
  );
}

/** Padded, no white space, unused bits zero: each value has one spelling (RFC 4648, 3.5). */
export const isBase64 = (text: string): boolean =>
  text.length % 4 === 0 &&
  /^[A-Za-z0-9+/]*(?:[AQgw]==|[AEIMQUYcgkosw048]=)?$/.test(text);

/** Standard alphabet, padded. */
export function toBase64(bytes: Uint8Array): string {
  const native = bytes as { toBase64?: () => string };
  return native.toBase64 ? native.toBase64() : encodeByLetters(bytes);
}

/** Undefined for anything `isBase64` refuses. */
export function fromBase64(text: string): Bytes | undefined {
  if (!isBase64(text)) return undefined;
  const native = Uint8Array as { fromBase64?: (text: string) => Bytes };
  return native.fromBase64 ? native.fromBase64(text) : decodeByLetters(text);
}

/** For addresses: `-` and `_`, no padding (RFC 4648, 5). */
export const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

export function fromBase64Url(text: string): Bytes | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  return fromBase64(standard + '='.repeat((4 - (text.length % 4)) % 4));
}

// In chunks: one argument a byte, and engines limit arguments.
const chunk = 0x8000;

function encodeByLetters(bytes: Uint8Array): string {
  let letters = '';
  for (let from = 0; from < bytes.length; from += chunk) {
    letters += String.fromCharCode(...bytes.subarray(from, from + chunk));
  }
  return btoa(letters);
}

function decodeByLetters(text: string): Bytes {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index);
  return bytes;
}
