import type { Json } from '#base/json.ts';

/**
 * What cannot be understood yet stays as it was typed, so nothing typed is lost: the schema
 * refuses it with a sentence beside the field.
 */
export type Typed = number | string | undefined;

const digits = /^\d{1,9}$/;
const decimal = /^(\d{1,9})(?:[.,](\d{1,2}))?$/;
const pounds = /^£?\s*(\d{1,7})(?:[.,](\d{1,2}))?$/;

export function readWhole(text: string): Typed {
  const typed = text.trim();
  if (typed === '') return undefined;
  return digits.test(typed) ? Number(typed) : text;
}

export function readDecimal(text: string): Typed {
  const typed = text.trim();
  if (typed === '') return undefined;
  const match = decimal.exec(typed);
  return match ? Number(`${match[1]}.${match[2] ?? '0'}`) : text;
}

/** Pounds as people type them to whole pence: `2.50`, `£3`, `2,5`. */
export function readPounds(text: string): Typed {
  const typed = text.trim();
  if (typed === '') return undefined;
  const match = pounds.exec(typed);
  if (!match) return text;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

export const showNumber = (value: Json | undefined): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : '';

export function showPounds(value: Json | undefined): string {
  if (typeof value !== 'number') return showNumber(value);
  return value % 100 === 0 ? String(value / 100) : (value / 100).toFixed(2);
}

/** `pillhall.org` becomes `https://pillhall.org`; what has a scheme or is no host stays as typed. */
export function completeWebAddress(text: string): string {
  const typed = text.trim();
  const isHost = /^[^\s/:@]+\.[^\s/:@.]{2,}(?:[/?#:]\S*)?$/.test(typed);
  return isHost ? `https://${typed}` : typed;
}
