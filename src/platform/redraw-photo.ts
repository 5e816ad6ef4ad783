import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { bareImage } from './bare-image.ts';
import { openPicture, type PictureFailure } from './open-picture.ts';

/** A photo made small and bare: pixels only, no place, time or camera inside. */
export interface SmallPhoto {
  /** WebP, or JPEG where the browser cannot write WebP; at most 80 KB, longest side 1280. */
  readonly photo: Blob;
  /** A data URL of at most 8 KB of picture, longest side 256. */
  readonly thumb: string;
  /** Of `photo`, in pixels. */
  readonly width: number;
  readonly height: number;
}

export type PhotoFailure = PictureFailure | Failure<'photo-will-not-fit'>;

const photoLimits = { bytes: 80 * 1024, sides: [1280, 1024, 800, 640, 480, 320] };
const thumbLimits = { bytes: 8 * 1024, sides: [256, 192, 128, 96, 64] };

/** Checks size and bytes before anything is decoded, then redraws. Needs OffscreenCanvas. */
export async function redrawPhoto(file: Blob): Promise<Result<SmallPhoto, PhotoFailure>> {
  const opened = await openPicture(file);
  if (!opened.ok) return opened;
  try {
    return await redraw(opened.value);
  } finally {
    opened.value.close();
  }
}

async function redraw(bitmap: ImageBitmap): Promise<Result<SmallPhoto, PhotoFailure>> {
  const photo = await shrunkTo(bitmap, photoLimits);
  const thumb = photo && (await shrunkTo(photo.canvas, thumbLimits));
  if (!photo || !thumb) return fail('photo-will-not-fit');
  return ok({
    photo: photo.blob,
    thumb: await dataUrl(thumb.blob),
    width: photo.canvas.width,
    height: photo.canvas.height,
  });
}

interface Fitted {
  readonly canvas: OffscreenCanvas;
  readonly blob: Blob;
}
type Limits = typeof photoLimits;

async function shrunkTo(
  source: ImageBitmap | OffscreenCanvas,
  { bytes, sides }: Limits,
): Promise<Fitted | undefined> {
  for (const side of sides) {
    const canvas = drawn(source, side);
    const blob = await bestUnder(canvas, bytes);
    if (blob) return { canvas, blob };
  }
  return undefined;
}

function drawn(source: ImageBitmap | OffscreenCanvas, longest: number): OffscreenCanvas {
  const scale = Math.min(1, longest / Math.max(source.width, source.height));
  const width = Math.max(1, Math.round(source.width * scale));
  const height = Math.max(1, Math.round(source.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) return canvas;
  // See-through parts would be black in a JPEG.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(source, 0, 0, width, height);
  return canvas;
}

const good = 0.8;
const fair = 0.6;
const least = 0.4;

/** The best of three qualities that fits, in at most three tries. */
async function bestUnder(canvas: OffscreenCanvas, bytes: number): Promise<Blob | undefined> {
  const fine = await encode(canvas, good);
  if (fine.size <= bytes) return fine;
  // The least quality saves some two thirds: do not try what cannot fit.
  if (fine.size > bytes * 4) return undefined;
  const middle = await encode(canvas, fair);
  if (middle.size <= bytes) return middle;
  const plain = await encode(canvas, least);
  return plain.size <= bytes ? plain : undefined;
}

async function encode(canvas: OffscreenCanvas, quality: number): Promise<Blob> {
  const webp = await canvas.convertToBlob({ type: 'image/webp', quality });
  // Where WebP cannot be written a browser gives a PNG and says nothing.
  const encoded =
    webp.type === 'image/webp' ? webp : await canvas.convertToBlob({ type: 'image/jpeg', quality });
  const bytes = new Uint8Array(await encoded.arrayBuffer());
  return new Blob([bareImage(bytes)], { type: encoded.type });
}

async function dataUrl(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return `data:${blob.type};base64,${btoa(String.fromCharCode(...bytes))}`;
}
