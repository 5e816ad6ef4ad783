/** Real pictures made in the page, as a camera would hand them over. */

export interface Look {
  readonly width: number;
  readonly height: number;
  /** 0 = a smooth picture; 255 = every pixel its own colour, which nothing can pack. */
  readonly noise: number;
}

const seed = 20_260_711;

/** Same noise on every run: a linear congruential generator. */
function fillNoise(pixels: Uint8ClampedArray, amount: number): void {
  let state = seed;
  for (let at = 0; at < pixels.length; at += 4) {
    for (let channel = 0; channel < 3; channel += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      pixels[at + channel] = (pixels[at + channel] ?? 0) + ((state >>> 24) / 255 - 0.5) * amount;
    }
  }
}

export async function picture(look: Look, type = 'image/jpeg'): Promise<Blob> {
  const canvas = new OffscreenCanvas(look.width, look.height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  const sky = pen.createLinearGradient(0, 0, look.width, look.height);
  sky.addColorStop(0, '#27c');
  sky.addColorStop(1, '#c72');
  pen.fillStyle = sky;
  pen.fillRect(0, 0, look.width, look.height);
  // A red corner at the top left tells which way up it is.
  pen.fillStyle = '#f00';
  pen.fillRect(0, 0, look.width / 4, look.height / 4);
  if (look.noise > 0) {
    const image = pen.getImageData(0, 0, look.width, look.height);
    fillNoise(image.data, look.noise);
    pen.putImageData(image, 0, 0);
  }
  return canvas.convertToBlob({ type, quality: 0.92 });
}

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const short = (value: number): number[] => [value >> 8, value & 255];
const long = (value: number): number[] => [...short(value >>> 16), ...short(value & 0xffff)];
const entry = (tag: number, kind: number, count: number, value: number[]): number[] => [
  ...short(tag),
  ...short(kind),
  ...long(count),
  ...value,
];

export const cameraName = 'SpyPhone 9';
/** 51° 34' 22" N as it stands in a file: three rationals. */
const northing = [51, 1, 34, 1, 22, 1];

/** A whole EXIF segment: orientation, camera and a GPS place in Newport. */
function exifSegment(orientation: number): Uint8Array {
  const maker = [...ascii(`${cameraName}\0`), 0];
  const directory = 8 + 2 + 3 * 12 + 4;
  const gpsAt = directory + maker.length;
  const northAt = gpsAt + 2 + 2 * 12 + 4;
  const tiff = [
    ...ascii('MM'),
    ...short(42),
    ...long(8),
    ...short(3),
    ...entry(0x010f, 2, cameraName.length + 1, long(directory)),
    ...entry(0x0112, 3, 1, [...short(orientation), 0, 0]),
    ...entry(0x8825, 4, 1, long(gpsAt)),
    ...long(0),
    ...maker,
    ...short(2),
    ...entry(1, 2, 2, [...ascii('N\0'), 0, 0]),
    ...entry(2, 5, 3, long(northAt)),
    ...long(0),
    ...northing.flatMap(long),
  ];
  const body = [...ascii('Exif\0\0'), ...tiff];
  return new Uint8Array([0xff, 0xe1, ...short(body.length + 2), ...body]);
}

/** The same JPEG with that segment behind its first two bytes, as cameras write it. */
export async function withExif(jpeg: Blob, orientation = 1): Promise<Blob> {
  const segment = exifSegment(orientation) as Uint8Array<ArrayBuffer>;
  return new Blob([jpeg.slice(0, 2), segment, jpeg.slice(2)], { type: 'image/jpeg' });
}

export async function bytesText(blob: Blob): Promise<string> {
  return new TextDecoder('latin1').decode(await blob.arrayBuffer());
}

export async function pixelAt(blob: Blob, x: number, y: number): Promise<readonly number[]> {
  const bitmap = await createImageBitmap(blob);
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  pen?.drawImage(bitmap, 0, 0);
  return [...(pen?.getImageData(x, y, 1, 1).data ?? [])];
}
