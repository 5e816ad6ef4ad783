import { expect, test } from 'vitest';
import { readRegisterNumber, spellRegisterNumber } from '#services/sharing/register-number.ts';

const register = '400ca0d0e6a80a51252674ef6e60617f';

test('is spelled in groups, and read back from them', () => {
  const spelled = '400c a0d0 e6a8 0a51 2526 74ef 6e60 617f';
  expect(spellRegisterNumber(register)).toBe(spelled);
  expect(readRegisterNumber(spelled)).toBe(register);
});

test.each(['  400C A0D0-E6A8:0A51,2526.74EF\t6E60\n617F ', '4oocaOdoe6a8oa5l252674ef6e6o6l7f'])(
  '%j is read as it was meant',
  (typed) => {
    expect(readRegisterNumber(typed)).toBe(register);
  },
);

test.each(['', register.slice(1), `${register}0`, register.replace('4', 'g'), '../../ring'])(
  '%j is none',
  (typed) => {
    expect(readRegisterNumber(typed)).toBeUndefined();
  },
);
