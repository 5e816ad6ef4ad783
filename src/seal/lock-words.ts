import { passphraseLength } from './passphrase.ts';
import type { LockKind } from './phone-lock.ts';

export const numbersLeast = 6;
export const lettersLeast = 12;

export type LockWordsFault = 'not-numbers' | 'numbers-few' | 'numbers-plain' | 'words-few';

/** 111111 and 123456 are what somebody who found a phone tries first. */
const isPlain = (digits: string): boolean => {
  const steps = [...digits].slice(1).map((digit, at) => Number(digit) - Number(digits[at]));
  return steps.every((step) => step === steps[0] && Math.abs(step) <= 1);
};

/** Why a lock can't be made of this; undefined where it can. */
export function lockWordsFault(kind: LockKind, said: string): LockWordsFault | undefined {
  if (kind === 'words') return passphraseLength(said) < lettersLeast ? 'words-few' : undefined;
  const digits = said.trim();
  if (!/^\d*$/.test(digits)) return 'not-numbers';
  if (digits.length < numbersLeast) return 'numbers-few';
  return isPlain(digits) ? 'numbers-plain' : undefined;
}
