type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The picture alone: whatever else an encoder put in the file (profiles, EXIF, XMP, comments) is
 * left out, so that "nothing inside" does not hang on which browser wrote it. Bytes that are not
 * a plain WebP or JPEG come back as they are.
 */
export const bareImage = (bytes: Bytes): Bytes => bareWebp(bytes) ?? bareJpeg(bytes) ?? bytes;

const textAt = (bytes: Bytes, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

const riffHead = 12;
const chunkHead = 8;

/** RIFF with its one `VP8 ` or `VP8L` chunk; a separate alpha chunk needs the long form, so stays. */
function bareWebp(bytes: Bytes): Bytes | undefined {
  if (textAt(bytes, 0) !== 'RIFF' || textAt(bytes, 8) !== 'WEBP') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let picture: Bytes | undefined;
  for (let at = riffHead; at + chunkHead <= bytes.length; ) {
    const kind = textAt(bytes, at);
    const size = view.getUint32(at + 4, true);
    const end = at + chunkHead + size + (size % 2);
    if (kind === 'ALPH' || kind === 'ANIM') return undefined;
    if (kind === 'VP8 ' || kind === 'VP8L') picture = bytes.slice(at, end);
    at = end;
  }
  if (!picture) return undefined;
  const bare = new Uint8Array(riffHead + picture.length);
  bare.set(bytes.subarray(0, riffHead));
  bare.set(picture, riffHead);
  new DataView(bare.buffer).setUint32(4, bare.length - chunkHead, true);
  return bare;
}

/** Without APP1–APP15 and comments; APP0 (JFIF) says only how to read the rest. */
function bareJpeg(bytes: Bytes): Bytes | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const parts: Bytes[] = [bytes.slice(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const marker = bytes[at + 1] ?? 0;
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    const isSpoken = (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe;
    if (!isSpoken) parts.push(bytes.slice(at, end));
    at = end;
  }
  parts.push(bytes.slice(at));
  return joined(parts);
}

function joined(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
