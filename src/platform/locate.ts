import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Fix } from './fix.ts';

export type LocateFailure = Failure<
  'location-denied' | 'location-unavailable' | 'location-timeout' | 'location-insecure'
>;

export interface Locator {
  /** Asks the phone, and so perhaps the person: call it only when a button needs it. */
  locate(): Promise<Result<Fix, LocateFailure>>;
  /** The last fix while it is younger than ten minutes; never asks. */
  last(): Fix | undefined;
}

export interface LocatorParts {
  readonly geolocation: Geolocation | undefined;
  /** Browsers give no location to pages that came over plain http. */
  readonly isSecure: boolean;
  readonly clock: Clock;
  readonly timeoutMs?: number;
}

const keptForMs = 10 * 60_000;
const usualTimeoutMs = 20_000;
/** The phone may answer with a fix it already has, if it is this young. */
const freshForMs = 30_000;

export function createLocator(parts: LocatorParts): Locator {
  let held: Fix | undefined;
  const locate = async () => {
    const found = await oneFix(parts);
    if (found.ok) held = found.value;
    return found;
  };
  const last = () => (held && parts.clock.now() - held.at < keptForMs ? held : undefined);
  return { locate, last };
}

let own: Locator | undefined;

/** Made on first use, so that reading this file touches no browser. */
function ownLocator(): Locator {
  own ??= createLocator({
    geolocation: navigator.geolocation,
    isSecure: isSecureContext,
    clock: systemClock,
  });
  return own;
}

/** `Locator` of this phone. */
export const locate: Locator['locate'] = () => ownLocator().locate();
export const recentFix: Locator['last'] = () => ownLocator().last();

function oneFix(parts: LocatorParts): Promise<Result<Fix, LocateFailure>> {
  const { geolocation, isSecure, timeoutMs = usualTimeoutMs } = parts;
  if (!isSecure) return Promise.resolve(fail('location-insecure'));
  if (!geolocation) return Promise.resolve(fail('location-unavailable'));
  return new Promise((settle) => {
    geolocation.getCurrentPosition(
      ({ coords, timestamp }) => settle(fixOf(coords, timestamp)),
      ({ code }) => settle(fail(kindByCode[code] ?? 'location-unavailable')),
      { enableHighAccuracy: true, timeout: timeoutMs, maximumAge: freshForMs },
    );
  });
}

/** Six decimals are a hand's width; more would only pretend. */
const sixDecimals = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

function fixOf(coords: GeolocationCoordinates, at: number): Result<Fix, LocateFailure> {
  const { longitude, latitude, accuracy } = coords;
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) {
    return fail('location-unavailable');
  }
  const accuracyM = Number.isFinite(accuracy) ? Math.ceil(Math.max(0, accuracy)) : 5000;
  return ok({ lon: sixDecimals(longitude), lat: sixDecimals(latitude), accuracyM, at });
}

/** Codes of GeolocationPositionError. */
const kindByCode: Readonly<Record<number, LocateFailure['kind']>> = {
  1: 'location-denied',
  2: 'location-unavailable',
  3: 'location-timeout',
};
