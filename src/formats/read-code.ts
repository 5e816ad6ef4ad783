import { binarize, Decoder, Detector, grayscale } from '@nuintun/qrcode';

/** As the browser's `ImageData`: four bytes a pixel, red, green, blue and how solid it is. */
export interface Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** Our codes are written in UTF-8, and whatever else is read is refused by whoever asked. */
const decoder = new Decoder({ decode: (bytes) => new TextDecoder().decode(bytes) });
const detector = new Detector();

/**
 * The text of the first dark QR code on light ground that can be read in a picture; undefined where
 * there is none. Takes tens of milliseconds, so it belongs into a worker.
 */
export function readCode({ data, width, height }: Pixels): string | undefined {
  const greys = grayscale({ data, width, height, colorSpace: 'srgb' });
  const found = detector.detect(binarize(greys, width, height));
  for (let next = found.next(); !next.done; next = found.next(false)) {
    const text = textOf(next.value.matrix);
    if (text) return text;
  }
  return undefined;
}

type Matrix = Parameters<Decoder['decode']>[0];

/** The library throws where something only looked like a code. */
function textOf(matrix: Matrix): string | undefined {
  try {
    return decoder.decode(matrix).content;
  } catch {
    return undefined;
  }
}
