/**
 * The square in the middle of what the camera sees, which is what the screen shows of it, at most
 * `side` pixels wide. Undefined before the first picture.
 */
export function middleOf(video: HTMLVideoElement, side: number): ImageData | undefined {
  const { videoWidth, videoHeight } = video;
  const seen = Math.min(videoWidth, videoHeight);
  if (seen === 0) return undefined;
  const [left, top] = [(videoWidth - seen) / 2, (videoHeight - seen) / 2];
  const drawn = Math.min(seen, side);
  return pixelsOf(drawn, drawn, (pen) =>
    pen.drawImage(video, left, top, seen, seen, 0, 0, drawn, drawn),
  );
}

/** The whole picture, its longer side at most `longest` pixels; what is see-through is white. */
export function wholeOf(bitmap: ImageBitmap, longest: number): ImageData | undefined {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  return pixelsOf(width, height, (pen) => {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(bitmap, 0, 0, width, height);
  });
}

function pixelsOf(
  width: number,
  height: number,
  draw: (pen: CanvasRenderingContext2D) => void,
): ImageData | undefined {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return undefined;
  draw(pen);
  return pen.getImageData(0, 0, width, height);
}
