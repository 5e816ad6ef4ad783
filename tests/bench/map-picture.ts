import type { Page } from 'playwright';

/** What the page's one map shows, without whatever lies over it: RGBA, row by row. */
export async function mapPicture(page: Page): Promise<Uint8Array> {
  // Not by its role: what is hidden has none.
  const canvas = page.locator('section[aria-label="Map"] canvas');
  await canvas.evaluate((shown: HTMLCanvasElement) => {
    document.body.style.visibility = 'hidden';
    shown.style.visibility = 'visible';
  });
  const png = (await canvas.screenshot()).toString('base64');
  const rgba = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!pen) throw new Error('This browser draws nothing');
    pen.drawImage(bitmap, 0, 0);
    return [...pen.getImageData(0, 0, bitmap.width, bitmap.height).data];
  }, png);
  return Uint8Array.from(rgba);
}

/** Of 255: less than this no eye tells apart. */
const unseen = 12;

/** Share (0 to 1) of the pixels that look alike in both; 0 where the sizes differ. */
export function alikeShare(one: Uint8Array, other: Uint8Array): number {
  if (one.length !== other.length || one.length === 0) return 0;
  let alike = 0;
  for (let at = 0; at < one.length; at += 4) {
    const isAlike = [0, 1, 2].every(
      (colour) => Math.abs((one[at + colour] ?? 0) - (other[at + colour] ?? 0)) < unseen,
    );
    if (isAlike) alike += 1;
  }
  return alike / (one.length / 4);
}
