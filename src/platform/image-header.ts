/** What the first bytes of a file say of the picture in it. */
export interface ImageHeader {
  readonly format: 'jpeg' | 'png' | 'gif' | 'webp' | 'heif';
  readonly width: number;
  readonly height: number;
}

/** Read this much of a file: colour profiles and previews may stand before the size. */
export const headerBytes = 1_048_576;

/**
 * Undefined for everything that is not a photo we know by its bytes: names and types that a file
 * claims are never asked, and SVG (a document that can run) is not among them.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return jpeg(view) ?? png(view) ?? gif(view) ?? webp(view) ?? heif(view);
  } catch (error) {
    // Reading past the end: the file is cut short.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const textAt = (view: DataView, at: number, length: number): string =>
  String.fromCharCode(...Array.from({ length }, (_, index) => view.getUint8(at + index)));

const isFrameStart = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpeg(view: DataView): ImageHeader | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrameStart(marker)) {
      return { format: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    // Picture data before its size: no decoder takes that.
    if (marker === 0xda || marker === 0xd9) return undefined;
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
}

function png(view: DataView): ImageHeader | undefined {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47) return undefined;
  if (textAt(view, 12, 4) !== 'IHDR') return undefined;
  return { format: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

function gif(view: DataView): ImageHeader | undefined {
  if (view.byteLength < 10 || !/^GIF8[79]a$/.test(textAt(view, 0, 6))) return undefined;
  return { format: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;

function webp(view: DataView): ImageHeader | undefined {
  if (view.byteLength < 30 || textAt(view, 0, 4) !== 'RIFF') return undefined;
  if (textAt(view, 8, 4) !== 'WEBP') return undefined;
  const format = 'webp';
  switch (textAt(view, 12, 4)) {
    case 'VP8X':
      return { format, width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { format, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return {
        format,
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    default:
      return undefined;
  }
}

const heifBrands = /^(?:avif|avis|heic|heix|heim|heis|hevc|mif1|msf1)$/;

/** AVIF and HEIC: the widest `ispe` box; tiles and previews have smaller ones. */
function heif(view: DataView): ImageHeader | undefined {
  if (view.byteLength < 16 || textAt(view, 4, 4) !== 'ftyp') return undefined;
  if (!heifBrands.test(textAt(view, 8, 4))) return undefined;
  let largest: ImageHeader | undefined;
  const ispe = 0x69737065;
  for (let at = 16; at + 16 <= view.byteLength; at += 1) {
    if (view.getUint32(at) !== ispe) continue;
    const width = view.getUint32(at + 8);
    const height = view.getUint32(at + 12);
    if (!largest || width * height > largest.width * largest.height) {
      largest = { format: 'heif', width, height };
    }
  }
  return largest;
}
