import { expect, test } from 'vitest';
import { isRough } from '#platform/fix.ts';
import { createLocator } from '#platform/locate.ts';

type Answer = { coords?: Partial<GeolocationCoordinates>; code?: number; at?: number };

const geolocationThat = (answer: Answer): Geolocation =>
  ({
    getCurrentPosition: (found: PositionCallback, failed: PositionErrorCallback) =>
      answer.coords
        ? found({ coords: answer.coords, timestamp: answer.at ?? 0 } as GeolocationPosition)
        : failed({ code: answer.code } as GeolocationPositionError),
  }) as unknown as Geolocation;

const parts = { isSecure: true, clock: { now: () => 1_000_000 } };
const newport = { longitude: -2.99593212345, latitude: 51.58722598765, accuracy: 11.2 };

test('a fix has six decimals, a rounded-up accuracy and its own time', async () => {
  const locator = createLocator({
    ...parts,
    geolocation: geolocationThat({ coords: newport, at: 999_000 }),
  });
  expect(await locator.locate()).toEqual({
    ok: true,
    value: { lon: -2.995932, lat: 51.587226, accuracyM: 12, at: 999_000 },
  });
});

test('the last fix is kept for ten minutes, and nothing is kept before one', async () => {
  let now = 0;
  const locator = createLocator({
    isSecure: true,
    clock: { now: () => now },
    geolocation: geolocationThat({ coords: newport, at: 0 }),
  });
  expect(locator.last()).toBeUndefined();
  await locator.locate();
  now = 599_999;
  expect(locator.last()?.lat).toBe(51.587226);
  now = 600_000;
  expect(locator.last()).toBeUndefined();
});

test.each([
  [1, 'location-denied'],
  [2, 'location-unavailable'],
  [3, 'location-timeout'],
])('error %i is %s', async (code, kind) => {
  const locator = createLocator({ ...parts, geolocation: geolocationThat({ code }) });
  expect(await locator.locate()).toEqual({ ok: false, error: { kind } });
});

test('without a secure page or a locator nothing is asked', async () => {
  const asked = geolocationThat({ coords: newport });
  expect(
    await createLocator({ ...parts, isSecure: false, geolocation: asked }).locate(),
  ).toMatchObject({ error: { kind: 'location-insecure' } });
  expect(await createLocator({ ...parts, geolocation: undefined }).locate()).toMatchObject({
    error: { kind: 'location-unavailable' },
  });
});

test('a phone that answers nonsense is not believed', async () => {
  const locator = createLocator({
    ...parts,
    geolocation: geolocationThat({ coords: { ...newport, latitude: Number.NaN } }),
  });
  expect(await locator.locate()).toMatchObject({ error: { kind: 'location-unavailable' } });
  expect(locator.last()).toBeUndefined();
});

test('over 100 m is rough', () => {
  expect(isRough({ lon: 0, lat: 0, accuracyM: 101, at: 0 })).toBe(true);
  expect(isRough({ lon: 0, lat: 0, accuracyM: 100, at: 0 })).toBe(false);
});
