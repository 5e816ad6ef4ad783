import { expect, test } from 'vitest';
import { shrinkPhoto } from '#platform/photo.ts';
import { bytesText, cameraName, picture, pixelAt, withExif } from './photo-source.ts';

const thumbBytes = (thumb: string) => atob(thumb.slice(thumb.indexOf(',') + 1));

async function shrunk(file: Blob) {
  const result = await shrinkPhoto(file);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

test('a camera photo with a GPS place comes out small, upright and with nothing inside', async () => {
  const taken = await withExif(await picture({ width: 2000, height: 1500, noise: 20 }), 6);
  expect(await bytesText(taken)).toContain(cameraName);

  const small = await shrunk(taken);
  expect(small.photo.type).toBe('image/webp');
  expect(small.photo.size).toBeLessThanOrEqual(80 * 1024);
  // Orientation 6 means a quarter turn: what was wide stands up.
  expect([small.width, small.height]).toEqual([960, 1280]);
  const [red = 0, green = 255] = await pixelAt(small.photo, small.width - 10, 10);
  expect(red).toBeGreaterThan(150);
  expect(green).toBeLessThan(100);

  for (const text of [await bytesText(small.photo), thumbBytes(small.thumb)]) {
    expect(text).not.toMatch(/Exif|EXIF|XMP |ICCP|GPS/);
    expect(text).not.toContain(cameraName);
  }
  expect(small.thumb).toMatch(/^data:image\/webp;base64,/);
  expect(thumbBytes(small.thumb).length).toBeLessThanOrEqual(8 * 1024);
  expect(thumbBytes(small.thumb).length).toBeGreaterThan(100);
}, 60_000);

test('twelve megapixels of pure noise still fit, and the page goes on meanwhile', async () => {
  const noisy = await picture({ width: 4000, height: 3000, noise: 255 });
  expect(noisy.size).toBeGreaterThan(5_000_000);

  let frames = 0;
  let longestGapMs = 0;
  let last = performance.now();
  let isRunning = true;
  const beat = () => {
    const now = performance.now();
    longestGapMs = Math.max(longestGapMs, now - last);
    last = now;
    frames += 1;
    if (isRunning) setTimeout(beat, 0);
  };
  beat();
  const before = performance.now();
  const small = await shrunk(noisy);
  const tookMs = performance.now() - before;
  isRunning = false;
  console.info(
    `12 MP noise: ${Math.round(noisy.size / 1024)} KB in, ${Math.round(small.photo.size / 1024)} KB out, ` +
      `${small.width} × ${small.height}, thumb ${thumbBytes(small.thumb).length} B, ${Math.round(tookMs)} ms, ` +
      `longest gap on the page ${Math.round(longestGapMs)} ms, ${frames} beats`,
  );
  expect(small.photo.size).toBeLessThanOrEqual(80 * 1024);
  expect(thumbBytes(small.thumb).length).toBeLessThanOrEqual(8 * 1024);
  // Work on this thread would leave no beats: decoding alone is one long task.
  expect(frames).toBeGreaterThan(5);
}, 120_000);

test('an ordinary twelve-megapixel photo keeps its 1280 pixels', async () => {
  const small = await shrunk(await picture({ width: 4000, height: 3000, noise: 30 }));
  expect([small.width, small.height]).toEqual([1280, 960]);
  expect(small.photo.size).toBeLessThanOrEqual(80 * 1024);
  console.info(`12 MP photo: ${Math.round(small.photo.size / 1024)} KB`);
}, 60_000);

test('a small picture is not blown up; see-through parts turn white', async () => {
  const canvas = new OffscreenCanvas(40, 30);
  canvas.getContext('2d');
  const small = await shrunk(await canvas.convertToBlob({ type: 'image/png' }));
  expect([small.width, small.height]).toEqual([40, 30]);
  expect((await pixelAt(small.photo, 20, 15)).slice(0, 3).every((part) => part > 250)).toBe(true);
});

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';

test.each([
  ['an SVG', new Blob([svg], { type: 'image/svg+xml' }), 'photo-not-a-picture'],
  ['an SVG that says JPEG', new Blob([svg], { type: 'image/jpeg' }), 'photo-not-a-picture'],
  ['a page', new Blob(['<!doctype html>'], { type: 'image/png' }), 'photo-not-a-picture'],
  ['nothing', new Blob([]), 'photo-not-a-picture'],
])('%s is refused', async (_, file, kind) => {
  expect(await shrinkPhoto(file)).toEqual({ ok: false, error: { kind } });
});

test('200 MB are refused by their size, before a byte is read', async () => {
  const block = new Uint8Array(1_000_000);
  const huge = new Blob(Array.from({ length: 200 }, () => block));
  expect(huge.size).toBe(200_000_000);
  expect(await shrinkPhoto(huge)).toEqual({
    ok: false,
    error: { kind: 'photo-too-big', detail: { megabytes: 200 } },
  });
});

test('a few bytes that claim 60,000 × 60,000 pixels are never decoded', async () => {
  const png = new Uint8Array(64);
  png.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(png.buffer).setUint32(16, 60_000);
  new DataView(png.buffer).setUint32(20, 60_000);
  expect(await shrinkPhoto(new Blob([png]))).toEqual({
    ok: false,
    error: { kind: 'photo-too-many-pixels', detail: { megapixels: 3600 } },
  });
});

test('a JPEG cut short before its picture and a kind no browser reads are told apart', async () => {
  const whole = await picture({ width: 400, height: 300, noise: 0 });
  const header = await whole.slice(0, 300).arrayBuffer();
  expect(await shrinkPhoto(new Blob([header.slice(0, 20)]))).toMatchObject({
    error: { kind: 'photo-not-a-picture' },
  });
  const heic = new Uint8Array(64);
  heic.set(new TextEncoder().encode('ftypheic'), 4);
  heic.set(new TextEncoder().encode('ispe'), 20);
  new DataView(heic.buffer).setUint32(28, 400);
  new DataView(heic.buffer).setUint32(32, 300);
  expect(await shrinkPhoto(new Blob([heic]))).toMatchObject({
    error: { kind: 'photo-kind-not-read' },
  });
  const broken = new Uint8Array(await whole.arrayBuffer());
  broken.fill(0xff, 200);
  const result = await shrinkPhoto(new Blob([broken]));
  expect(result.ok ? 'ok' : result.error.kind).toMatch(/^photo-(broken|not-a-picture)$/);
});
