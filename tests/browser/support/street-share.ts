import type { Locator } from 'playwright';

/**
 * Share (0 to 1) of a map's picture that is water, park or street: neither the commonest colour,
 * which is plain ground, nor as dark or as white as the marks and buttons on top.
 */
export async function streetShare(canvas: Locator): Promise<number> {
  const picture = (await canvas.screenshot()).toString('base64');
  return canvas.evaluate(async (_canvas, base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!drawing) throw new Error('This browser draws nothing');
    drawing.drawImage(bitmap, 0, 0);
    const { data } = drawing.getImageData(0, 0, bitmap.width, bitmap.height);
    const counts = new Map<number, number>();
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      const colour = (red << 16) | (green << 8) | blue;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const ground = Math.max(...counts.values());
    const drawn = [...counts].filter(([colour, count]) => {
      const darkest = Math.min(colour >> 16, (colour >> 8) & 255, colour & 255);
      return count !== ground && darkest > 120 && darkest < 248;
    });
    const pixels = drawn.reduce((sum, [, count]) => sum + count, 0);
    return pixels / (data.length / 4);
  }, picture);
}
