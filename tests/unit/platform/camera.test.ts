import { expect, test } from 'vitest';
import { openCamera } from '#platform/camera.ts';

/** A track as Chromium on a phone has it; what was asked of it is kept. */
function trackWith(capabilities: object, obeys = true) {
  const asked: unknown[] = [];
  const target = new EventTarget();
  const track = {
    stopped: 0,
    stop: () => {
      track.stopped += 1;
    },
    getCapabilities: () => capabilities,
    applyConstraints: async (wish: unknown) => {
      asked.push(wish);
      if (!obeys) throw new DOMException('no', 'OverconstrainedError');
    },
    addEventListener: target.addEventListener.bind(target),
    end: () => target.dispatchEvent(new Event('ended')),
    asked,
  };
  return track;
}
type Track = ReturnType<typeof trackWith>;

const devicesWith = (track: Track, wishes: unknown[] = []): MediaDevices =>
  ({
    getUserMedia: async (wish: unknown) => {
      wishes.push(wish);
      return { getTracks: () => [track], getVideoTracks: () => [track] };
    },
  }) as unknown as MediaDevices;

const devicesThatRefuse = (error: unknown): MediaDevices =>
  ({ getUserMedia: () => Promise.reject(error) }) as unknown as MediaDevices;

async function opened(track: Track, wishes?: unknown[]) {
  const camera = await openCamera({ mediaDevices: devicesWith(track, wishes), isSecure: true });
  if (!camera.ok) throw new Error(camera.error.kind);
  return camera.value;
}

test('asks for the camera at the back, and never for the microphone', async () => {
  const wishes: unknown[] = [];
  await opened(trackWith({}), wishes);
  expect(wishes).toEqual([
    expect.objectContaining({
      audio: false,
      video: expect.objectContaining({ facingMode: { ideal: 'environment' } }),
    }),
  ]);
});

test.each([
  ['NotAllowedError', 'camera-denied'],
  ['SecurityError', 'camera-denied'],
  ['NotFoundError', 'camera-none'],
  ['OverconstrainedError', 'camera-none'],
  ['NotReadableError', 'camera-busy'],
  ['AbortError', 'camera-busy'],
  ['SomethingNewError', 'camera-busy'],
])('%s is a value: %s', async (name, kind) => {
  const mediaDevices = devicesThatRefuse(new DOMException('words of a browser', name));
  expect(await openCamera({ mediaDevices, isSecure: true })).toEqual({
    ok: false,
    error: { kind },
  });
});

test('what is no answer of a browser is a bug', async () => {
  const mediaDevices = devicesThatRefuse(new TypeError('planted'));
  await expect(openCamera({ mediaDevices, isSecure: true })).rejects.toThrow('planted');
});

test('on a page that is not safe nothing is asked', async () => {
  const wishes: unknown[] = [];
  const mediaDevices = devicesWith(trackWith({}), wishes);
  expect(await openCamera({ mediaDevices, isSecure: false })).toEqual({
    ok: false,
    error: { kind: 'camera-insecure' },
  });
  expect(wishes).toEqual([]);
});

test('a browser without cameras has none', async () => {
  expect(await openCamera({ mediaDevices: undefined, isSecure: true })).toEqual({
    ok: false,
    error: { kind: 'camera-none' },
  });
});

test('a lamp is there or not, and says when it would not', async () => {
  expect((await opened(trackWith({}))).hasLight()).toBe(false);
  const lit = trackWith({ torch: true });
  const camera = await opened(lit);
  expect(camera.hasLight()).toBe(true);
  expect(await camera.setLight(true)).toBe(true);
  expect(lit.asked).toEqual([{ advanced: [{ torch: true }] }]);
  const stubborn = await opened(trackWith({ torch: true }, false));
  expect(await stubborn.setLight(true)).toBe(false);
});

test('stops its tracks, and tells when another app takes it', async () => {
  const track = trackWith({});
  const camera = await opened(track);
  let lost = 0;
  camera.onLost(() => {
    lost += 1;
  });
  track.end();
  expect(lost).toBe(1);
  camera.stop();
  expect(track.stopped).toBe(1);
});
