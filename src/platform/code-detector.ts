/** Not in TypeScript's own library yet: the part of the browser's interface used here. */
interface FoundCode {
  readonly rawValue: string;
}
interface Detector {
  detect(picture: ImageData): Promise<readonly FoundCode[]>;
}
interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** The text of a QR code in the picture; undefined where there is none. */
export type DetectCode = (picture: ImageData) => Promise<string | undefined>;

/** The browser's own reader; undefined where it has none, or none for QR codes. */
export async function codeDetector(scope: object = globalThis): Promise<DetectCode | undefined> {
  const { BarcodeDetector } = scope as { readonly BarcodeDetector?: DetectorClass };
  if (!BarcodeDetector) return undefined;
  try {
    const formats = await BarcodeDetector.getSupportedFormats();
    if (!formats.includes('qr_code')) return undefined;
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (picture) =>
      (await detector.detect(picture)).find(({ rawValue }) => rawValue !== '')?.rawValue;
  } catch {
    // It is there by name, but the phone lacks the part that does the work.
    return undefined;
  }
}
