import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { qrCode } from '#formats/qr-code.ts';
import type { Pixels } from '#formats/read-code.ts';
import { showLocale } from '#i18n/shown-locale.ts';
import { useCodeScan } from '#services/codes/use-code-scan.ts';
import { Page } from '#ui/page.tsx';
import { ScanCode } from '#ui/scan-code.tsx';
import '#ui/base.css';
import { codePicture } from '../../support/code-picture.ts';
import { inviteLink } from '../../support/invite-link.ts';

const text = inviteLink();
const side = 480;
const code = codePicture(qrCode(text), { side, fills: 0.85, degrees: 5, noise: 15 });
const table = codePicture([], { side, fills: 0.5 });
/** Nothing but the eyes of codes: reading it would take minutes. */
const eyes = eyesEverywhere(720);

let root: Root | undefined;
let seen: HTMLCanvasElement;
let streams: MediaStream[];
let holding: ReturnType<typeof setInterval> | undefined;

beforeAll(async () => {
  await showLocale('en-GB');
});
beforeEach(() => {
  seen = document.createElement('canvas');
  seen.width = side;
  seen.height = side;
  streams = [];
});
afterEach(() => {
  clearInterval(holding);
  root?.unmount();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** What the camera sees from now on; drawn again and again, or a canvas sends no more pictures. */
function holdBefore({ data, width, height }: Pixels): void {
  clearInterval(holding);
  const draw = () => seen.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
  holding = setInterval(draw, 50);
}

function lendCamera(): void {
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(async () => {
    const stream = seen.captureStream(20);
    streams.push(stream);
    return stream;
  });
}
const refuseCamera = (name: string) =>
  vi
    .spyOn(navigator.mediaDevices, 'getUserMedia')
    .mockRejectedValue(new DOMException('words of a browser', name));

const isLive = (stream: MediaStream | undefined): boolean =>
  stream?.getTracks().some(({ readyState }) => readyState === 'live') ?? false;

function Told() {
  const [texts, setTexts] = useState<readonly string[]>([]);
  const scan = useCodeScan((read) => setTexts((before) => [...before, read]));
  return (
    <Page>
      <ScanCode scan={scan} />
      <p>Read: {texts.join(' and ') || 'nothing'}</p>
    </Page>
  );
}

async function show(): Promise<void> {
  root = createRoot(document.body.appendChild(document.createElement('main')));
  flushSync(() => root?.render(<Told />));
  await expect.element(button('Scan a code')).toBeVisible();
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog', { name: 'Scan a code' });
const said = (words: string) => expect.element(page.getByText(words)).toBeVisible();

async function pngOf({ data, width, height }: Pixels): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
  return new File([await canvas.convertToBlob()], 'code.png', { type: 'image/png' });
}
const choose = async (file: File) =>
  userEvent.upload(page.getByLabelText('Choose a picture of the code'), file);

test('the camera is asked for by the button alone, and reads a code once it sees one', async () => {
  lendCamera();
  await show();
  expect(streams).toHaveLength(0);
  holdBefore(table);
  await button('Scan a code').click();
  await said('Hold the phone so that the whole code is in the frame.');
  await vi.waitFor(() => expect(isLive(streams[0])).toBe(true));
  holdBefore(code);
  await said(`Read: ${text}`);
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(isLive(streams[0])).toBe(false);
  expect(document.activeElement?.textContent).toBe('Scan a code');
});

test.each(['Cancel', 'Close'])('%s lets the camera go', async (name) => {
  lendCamera();
  await show();
  await button('Scan a code').click();
  await vi.waitFor(() => expect(isLive(streams[0])).toBe(true));
  await button(name).click();
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(isLive(streams[0])).toBe(false);
  await said('Read: nothing');
});

test('a screen that goes lets the camera go, even while the phone still asks', async () => {
  let allow: (stream: MediaStream) => void = () => {};
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(
    () =>
      new Promise((settle) => {
        allow = settle;
      }),
  );
  await show();
  await button('Scan a code').click();
  await said('Your phone may ask if Patchbook may use the camera.');
  root?.unmount();
  const late = seen.captureStream(20);
  allow(late);
  await vi.waitFor(() => expect(isLive(late)).toBe(false));
});

test('while the page is not seen the camera is off', async () => {
  lendCamera();
  await show();
  await button('Scan a code').click();
  await vi.waitFor(() => expect(isLive(streams[0])).toBe(true));
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
  await said('The camera was switched off while you were elsewhere.');
  expect(isLive(streams[0])).toBe(false);
  await button('Use the camera').click();
  await vi.waitFor(() => expect(isLive(streams[1])).toBe(true));
});

test('a phone with a lamp offers it, and one without does not', async () => {
  lendCamera();
  await show();
  holdBefore(table);
  await button('Scan a code').click();
  await vi.waitFor(() => expect(isLive(streams[0])).toBe(true));
  expect(button('Light').query()).toBeNull();
  const [track] = streams[0]?.getVideoTracks() ?? [];
  if (!track) throw new Error('no picture');
  vi.spyOn(track, 'getCapabilities').mockReturnValue({ torch: true } as MediaTrackCapabilities);
  const asked = vi.spyOn(track, 'applyConstraints').mockResolvedValue();
  await button('Light').click();
  await expect.element(button('Light')).toHaveAttribute('aria-pressed', 'true');
  expect(asked).toHaveBeenCalledWith({ advanced: [{ torch: true }] });
});

test('another app that takes the camera is told', async () => {
  lendCamera();
  await show();
  await button('Scan a code').click();
  await vi.waitFor(() => expect(isLive(streams[0])).toBe(true));
  streams[0]?.getVideoTracks()[0]?.dispatchEvent(new Event('ended'));
  await said('The camera did not start. Close other apps that use it, then try again.');
});

test.each([
  ['NotAllowedError', 'Patchbook may not use the camera.'],
  ['NotFoundError', 'Patchbook finds no camera here.'],
  ['NotReadableError', 'The camera did not start.'],
])('%s is said in words, and a picture does as well', async (name, words) => {
  refuseCamera(name);
  await show();
  await button('Scan a code').click();
  await said(words);
  await choose(await pngOf(code));
  await said(`Read: ${text}`);
  await expect.element(dialog()).not.toBeInTheDocument();
});

test('a picture without a code, and what is no picture, are told', async () => {
  refuseCamera('NotFoundError');
  await show();
  await button('Scan a code').click();
  await choose(await pngOf(table));
  await said('There is no code to be read in this picture.');
  await choose(new File(['a letter'], 'letter.png', { type: 'image/png' }));
  await said('This file is not a photo. Please choose another.');
  await choose(await pngOf(code));
  await said(`Read: ${text}`);
});

test('a picture full of eyes ends by itself, and the next is read', {
  timeout: 60_000,
}, async () => {
  refuseCamera('NotFoundError');
  await show();
  await button('Scan a code').click();
  await choose(await pngOf(eyes));
  await expect
    .element(page.getByText('There is no code to be read in this picture.'), { timeout: 40_000 })
    .toBeVisible();
  await choose(await pngOf(code));
  await said(`Read: ${text}`);
});

function eyesEverywhere(width: number): Pixels {
  const eye = [0b1111111, 0b1000001, 0b1011101, 0b1011101, 0b1011101, 0b1000001, 0b1111111];
  const isDark = (x: number, y: number) => (((eye[y % 9] ?? 0) >> (x % 9)) & 1) === 1;
  const data = new Uint8ClampedArray(width * width * 4);
  for (let at = 0; at < width * width; at += 1) {
    const [x, y] = [Math.floor((at % width) / 2), Math.floor(at / width / 2)];
    const shade = isDark(x, y) ? 0 : 255;
    data.set([shade, shade, shade, 255], at * 4);
  }
  return { data, width, height: width };
}
