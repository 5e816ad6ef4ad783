import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { phoneSchema } from '#domain/record/values.ts';
import { displayPhone, parsePhone } from '#formats/phone.ts';

test.each([
  ['01633 656656', '+441633656656'],
  ['(01633) 656 656', '+441633656656'],
  ['+44 (0)1633 656656', '+441633656656'],
  ['+44 01633 656656', '+441633656656'],
  ['00441633656656', '+441633656656'],
  ['tel: 0800 1111', '+448001111'],
  ['07700 900123', '+447700900123'],
  ['＋４４ 1633 656656', '+441633656656'],
  ['+353 1 679 7000', '+35316797000'],
])('%s is kept as %s', (typed, kept) => {
  expect(parsePhone(typed)).toEqual({ ok: true, value: kept });
});

test.each([
  ['', 'phone-empty'],
  ['  ', 'phone-empty'],
  ['dog', 'phone-not-a-number'],
  ['=1+1', 'phone-not-a-number'],
  ['01633 656656 ext 5', 'phone-not-a-number'],
  ['ring 01633 656656 after six', 'phone-not-a-number'],
  ['01633 656', 'phone-too-short'],
  ['0163365665665656', 'phone-too-long'],
  ['999', 'phone-short-code'],
  ['116 123', 'phone-short-code'],
])('%s is refused as %s', (typed, kind) => {
  expect(parsePhone(typed)).toMatchObject({ ok: false, error: { kind } });
});

test('shows a UK number the way it is written here, others with their country', () => {
  expect(displayPhone('+441633656656')).toBe('01633 656656');
  expect(displayPhone('+447700900123')).toBe('07700 900123');
  expect(displayPhone('+35316797000')).toBe('+353 1 679 7000');
  expect(displayPhone('not a number')).toBe('not a number');
});

test('whatever is typed, what comes out is a number the records take, and stays itself', () => {
  const digits = fc.array(fc.constantFrom(...'0123456789 +-()'), { maxLength: 24 });
  const typed = fc.oneof(
    fc.string(),
    digits.map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const parsed = parsePhone(text);
      if (!parsed.ok) return;
      expect(v.is(phoneSchema, parsed.value)).toBe(true);
      expect(parsePhone(displayPhone(parsed.value))).toEqual(parsed);
    }),
    { numRuns: 2000 },
  );
});
