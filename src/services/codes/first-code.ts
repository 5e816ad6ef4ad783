import { fail, ok, type Result } from '#base/result.ts';
import type { CameraFailure } from '#platform/camera.ts';
import { middleOf } from '#platform/picture-pixels.ts';
import type { CodeReader, ReaderFailure } from './code-reader.ts';

interface Looking {
  readonly stream: MediaStream | undefined;
  readonly reader: CodeReader;
  readonly isOver: () => boolean;
  /** Called before each picture that is looked at. */
  readonly onPicture: () => void;
}

/** Pixels a side: the code of an invite has some seventy modules. */
const lookedAt = 720;
/** So that a phone does not grow warm. */
const leastGapMs = 100;

/** What the first code says that the camera shows in the element; undefined where it was over before. */
export async function firstCode(
  video: HTMLVideoElement,
  { stream, reader, isOver, onPicture }: Looking,
): Promise<Result<string | undefined, CameraFailure | ReaderFailure>> {
  if (!(await plays(video, stream))) return fail('camera-busy');
  let last = Number.NEGATIVE_INFINITY;
  while (!isOver()) {
    const now = await nextPicture(video);
    if (isOver() || now - last < leastGapMs) continue;
    last = now;
    onPicture();
    const pixels = middleOf(video, lookedAt);
    const read = pixels ? await reader.read(pixels) : ok(undefined);
    if (!read.ok || read.value !== undefined) return read;
  }
  return ok(undefined);
}

async function plays(video: HTMLVideoElement, stream: MediaStream | undefined): Promise<boolean> {
  video.srcObject = stream ?? null;
  try {
    await video.play();
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds, when the next picture of the camera is there. */
function nextPicture(video: HTMLVideoElement): Promise<number> {
  return new Promise((settle) => {
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(settle);
    else requestAnimationFrame(settle);
  });
}
