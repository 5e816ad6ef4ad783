import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { headerBytes, readImageHeader } from './image-header.ts';

export type PictureFailure = Failure<
  | 'photo-not-a-picture'
  | 'photo-too-big'
  | 'photo-too-many-pixels'
  | 'photo-kind-not-read'
  | 'photo-broken'
>;

const mostFileBytes = 40_000_000;
/** Above this a decoder may take more memory than a phone has (4 bytes a pixel). */
const mostPixels = 110_000_000;

/** The picture in a file, upright; its size and first bytes are looked at before it is decoded. */
export async function openPicture(file: Blob): Promise<Result<ImageBitmap, PictureFailure>> {
  const checked = await checkFile(file);
  if (!checked.ok) return checked;
  try {
    return ok(await createImageBitmap(file, { imageOrientation: 'from-image' }));
  } catch {
    return fail(checked.value === 'heif' ? 'photo-kind-not-read' : 'photo-broken');
  }
}

async function checkFile(file: Blob): Promise<Result<string, PictureFailure>> {
  if (file.size > mostFileBytes) {
    return fail('photo-too-big', { megabytes: Math.ceil(file.size / 1e6) });
  }
  const header = await headerOf(file);
  if (!header || header.width === 0 || header.height === 0) return fail('photo-not-a-picture');
  const pixels = header.width * header.height;
  if (pixels > mostPixels) {
    return fail('photo-too-many-pixels', { megapixels: Math.ceil(pixels / 1e6) });
  }
  return ok(header.format);
}

async function headerOf(file: Blob) {
  try {
    return readImageHeader(new Uint8Array(await file.slice(0, headerBytes).arrayBuffer()));
  } catch {
    // The file was moved or its card was taken out.
    return undefined;
  }
}
