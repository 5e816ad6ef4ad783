import * as v from 'valibot';
import { isBase64 } from '../../src/base/bytes.ts';
import type { Ended, Register } from './register.ts';

/** Base64 of 64 KiB. */
const longestFarewell = 87_384;

/** The last message to the phone of an account that is ended, in base64; sealed to that phone. */
export const farewellSchema = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(longestFarewell),
  v.check(isBase64),
);

/** Of one register; the oldest go. */
const mostEnded = 200;
const longestKept = 180 * 86_400_000;

/** `now`: milliseconds since 1970. */
export const isOver = ({ day }: Ended, now: number): boolean =>
  Date.parse(day) + longestKept <= now;

export const withEnded = (content: Register, one: Ended): Register => ({
  ...content,
  ended: [...(content.ended ?? []), one].slice(-mostEnded),
});

/** A register in which those stay of whom `stays` says so. */
export const onlyEnded = (content: Register, stays: (one: Ended) => boolean): Register =>
  content.ended ? { ...content, ended: content.ended.filter(stays) } : content;
