/**
 * When and where something was written: wall clock in ms (base 36, 9 digits), counter (base 36,
 * 4 digits), '-', writer (16 hex digits). Fixed width, so the order of strings is the order of time.
 */
export type Stamp = string & { readonly [stampBrand]: true };
declare const stampBrand: unique symbol;

/** A stamp outside these years comes from a broken clock or a hostile hand. */
const EARLIEST = Date.UTC(2020, 0);
const LATEST = Date.UTC(2101, 0) - 1;
const COUNTER_LIMIT = 36 ** 4;
const TIME_DIGITS = 13;
const WRITER = /^[0-9a-f]{16}$/;
const PATTERN = /^[0-9a-z]{13}-[0-9a-f]{16}$/;

export interface StampParts {
  /** Milliseconds since 1970. */
  readonly wall: number;
  readonly counter: number;
  readonly writer: string;
}

export const isWriter = (text: string): boolean => WRITER.test(text);

export const hasStampShape = (value: unknown): value is Stamp =>
  typeof value === 'string' && PATTERN.test(value);

export const isStamp = (value: unknown): value is Stamp =>
  hasStampShape(value) && stampTime(value) >= EARLIEST && stampTime(value) <= LATEST;

export const parseStamp = (text: string): StampParts | undefined =>
  isStamp(text)
    ? { wall: stampTime(text), counter: stampCounter(text), writer: stampWriter(text) }
    : undefined;

/** Milliseconds since 1970. */
export const stampTime = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, 9), 36);
export const stampWriter = (stamp: Stamp): string => stamp.slice(TIME_DIGITS + 1);
const stampCounter = (stamp: Stamp): number => Number.parseInt(stamp.slice(9, TIME_DIGITS), 36);

export interface Moment {
  /** What this device's clock says, in ms; may be years off. */
  readonly now: number;
  /** 16 hex digits, random per installation (in a circle: its pseudonym). */
  readonly writer: string;
  /** The last stamp this device made. */
  readonly last: Stamp | undefined;
  /** The stamps about to be replaced. */
  readonly seen: readonly Stamp[];
}

/**
 * Hybrid logical clock: greater than the own last stamp and all seen ones, whatever the clock says.
 * Saturates at the end of the year 2100 rather than make a stamp that other phones set aside.
 */
export const nextStamp = ({ now, writer, last, seen }: Moment): Stamp => {
  const newest = greatestStamp(last === undefined ? seen : [...seen, last]);
  const wall = Math.min(Math.max(Math.floor(now), EARLIEST), LATEST);
  if (newest === undefined || wall > stampTime(newest)) return makeStamp(wall, 0, writer);
  const counter = stampCounter(newest) + 1;
  if (counter < COUNTER_LIMIT) return makeStamp(stampTime(newest), counter, writer);
  if (stampTime(newest) < LATEST) return makeStamp(stampTime(newest) + 1, 0, writer);
  return makeStamp(LATEST, COUNTER_LIMIT - 1, writer);
};

export const greatestStamp = (stamps: readonly Stamp[]): Stamp | undefined =>
  stamps.reduce<Stamp | undefined>(laterStamp, undefined);

export const laterStamp = (a: Stamp | undefined, b: Stamp | undefined): Stamp | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

const makeStamp = (wall: number, counter: number, writer: string): Stamp =>
  `${base36(wall, 9)}${base36(counter, 4)}-${writer}` as Stamp;

const base36 = (value: number, digits: number): string => value.toString(36).padStart(digits, '0');
