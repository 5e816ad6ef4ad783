import { describe, expect, test } from 'vitest';
import { checkEnvelope } from '#seal/envelope.ts';
import { recordId } from './made-up-ring.ts';

const good = { _id: recordId, v: 1, k: '01b10e209c124a96', e: 3, c: 'AAAA' };
const without = (key: keyof typeof good) =>
  Object.fromEntries(Object.entries(good).filter(([name]) => name !== key));

describe('the gate for envelopes', () => {
  test('lets a sound one through, up to 256 KiB', () => {
    expect(checkEnvelope(good)).toEqual({ ok: true, value: good });
    const largest = { ...good, c: 'A'.repeat(256 * 1024), e: Number.MAX_SAFE_INTEGER };
    expect(checkEnvelope(largest)).toEqual({ ok: true, value: largest });
  });

  test.each(Object.keys(good) as (keyof typeof good)[])('asks for %s', (key) => {
    expect(checkEnvelope(without(key))).toEqual({ ok: false, error: { kind: 'broken' } });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', JSON.stringify(good)],
    ['a list', [good]],
    ['a function', () => good],
    ['one more key', { ...good, type: 'person' }],
    ['a revision still on it', { ...good, _rev: '1-a' }],
    ['an own __proto__ key', JSON.parse(`{"__proto__":{},${JSON.stringify(good).slice(1)}`)],
    ['a short id', { ...good, _id: recordId.slice(1) }],
    ['a long id', { ...good, _id: `${recordId}0` }],
    ['a shouting id', { ...good, _id: recordId.toUpperCase() }],
    ['an id with a line end', { ...good, _id: `${recordId}\n` }],
    ['a design document', { ...good, _id: '_design/a' }],
    ['an id in a list', { ...good, _id: [recordId] }],
    ['version 0', { ...good, v: 0 }],
    ['version 2', { ...good, v: 2 }],
    ['version "1"', { ...good, v: '1' }],
    ['a key id that is no hex', { ...good, k: 'zzb10e209c124a96' }],
    ['a key id that is a property', { ...good, k: '__proto__' }],
    ['epoch 0', { ...good, e: 0 }],
    ['epoch -1', { ...good, e: -1 }],
    ['half an epoch', { ...good, e: 1.5 }],
    ['no number', { ...good, e: Number.NaN }],
    ['no end', { ...good, e: Number.POSITIVE_INFINITY }],
    ['an epoch past exact numbers', { ...good, e: 2 ** 53 }],
    ['epoch "3"', { ...good, e: '3' }],
    ['an empty body', { ...good, c: '' }],
    ['a body over 256 KiB', { ...good, c: 'A'.repeat(256 * 1024 + 4) }],
    ['a body for addresses', { ...good, c: 'A-_A' }],
    ['a body with a second spelling', { ...good, c: 'AB==' }],
    ['a body without its padding', { ...good, c: 'AA' }],
    ['a body with a line end', { ...good, c: 'AAAA\n' }],
    ['bytes as body', { ...good, c: Uint8Array.of(1) }],
  ])('refuses %s', (_, hostile) => {
    expect(checkEnvelope(hostile)).toEqual({ ok: false, error: { kind: 'broken' } });
  });
});
