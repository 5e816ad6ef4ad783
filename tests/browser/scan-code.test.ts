import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { qrCode } from '#formats/qr-code.ts';
import { codePicture } from '../support/code-picture.ts';
import { inviteLink } from '../support/invite-link.ts';
import { buildGallery } from './support/build-gallery.ts';
import { writeFilm } from './support/camera-film.ts';
import { expectQuiet, shoot } from './support/expectations.ts';
import { findingsHere } from './support/looks.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { control } from './support/steps.ts';

const text = inviteLink();
const folder = mkdtempSync(join(tmpdir(), 'patchbook-film-'));
const film = join(folder, 'film.y4m');

let app: RunningApp;
let phone: Phone;

/** First a wall, then a hand that brings the code nearer and holds it not quite still. */
function filmOfCode(): void {
  const code = qrCode(text);
  const wall = codePicture([], { side: 480, fills: 0.5 });
  const nearer = [0.3, 0.5, 0.7, 0.85].map((fills, at) =>
    codePicture(code, { side: 480, fills, degrees: at * 2, tilt: 0.05, noise: 12 }),
  );
  writeFilm(film, [...Array.from({ length: 8 }, () => wall), ...nearer, ...nearer.slice(2)]);
}

beforeAll(async () => {
  filmOfCode();
  app = await startApp({ dist: await buildGallery() });
  phone = await openPhone({
    reducedMotion: 'reduce',
    flags: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`],
  });
});
afterAll(async () => {
  await phone?.close();
  await app?.stop();
  rmSync(folder, { recursive: true });
});

/** Where the camera's tracks are kept, to see that they end. */
const keepTracks = async (): Promise<void> => {
  await phone.page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const real = mediaDevices.getUserMedia.bind(mediaDevices);
    const tracks: MediaStreamTrack[] = [];
    Object.assign(globalThis, { tracks });
    mediaDevices.getUserMedia = async (wish) => {
      const stream = await real(wish);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
};
const trackStates = (): Promise<readonly string[]> =>
  phone.page.evaluate(() => {
    const { tracks } = globalThis as unknown as { tracks: readonly MediaStreamTrack[] };
    return tracks.map(({ kind, readyState }) => `${kind} ${readyState}`);
  });

/** Whether the words begin before the picture ends. */
function wordsOverPicture(): boolean {
  const picture = document.querySelector('video')?.getBoundingClientRect();
  const words = document.querySelector('dialog [role="status"]')?.getBoundingClientRect();
  if (!picture || !words) throw new Error('no picture, or no words');
  return words.top < picture.bottom || Math.abs(picture.width - picture.height) > 2;
}

test('behind the hub’s policy: refused in words, then allowed, and a code is read off the camera', async () => {
  const { page, context } = phone;
  await keepTracks();
  await page.goto(`${app.origin}/?view=codes`);
  await control(page, 'button', 'Scan a code').click();
  await page.getByText('Patchbook may not use the camera.').waitFor();
  await shoot(page, 'scan-refused');
  expect(await trackStates()).toEqual([]);

  await context.grantPermissions(['camera'], { origin: app.origin });
  await control(page, 'button', 'Use the camera').click();
  await page.getByText('Hold the phone so that the whole code is in the frame.').waitFor();
  await shoot(page, 'scan-looking');
  expect(await page.evaluate(wordsOverPicture)).toBe(false);
  await page.getByText(`Read: ${text}`).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await trackStates()).toEqual(['video ended']);
  expectQuiet(phone);
});

test('what opens passes axe in every look', async () => {
  const { page, context } = phone;
  await context.clearPermissions();
  await page.goto(`${app.origin}/?view=codes`);
  await control(page, 'button', 'Scan a code').click();
  await page.getByText('Patchbook may not use the camera.').waitFor();
  expect(await findingsHere(page, 'scan')).toEqual([]);
});
