import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, fromBase64, randomBytes, toBase64, utf8 } from '#base/bytes.ts';
import type { Json } from '#base/json.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import { circleRing } from '#seal/circle-ring.ts';
import { checkEnvelope, type Envelope } from '#seal/envelope.ts';
import { padText } from '#seal/padding.ts';
import { openEnvelope, sealBody } from '#seal/seal.ts';
import { madeUpKeys, madeUpRing, otherId, recordId, sealBytes, valueIn } from './made-up-ring.ts';

const ring = await madeUpRing();
const seal = async (body: Json, id = recordId): Promise<Envelope> =>
  valueIn(await sealBody(body, { id, ring }));
const kindOf = async (envelope: Envelope, held = ring) => {
  const opened = await openEnvelope(envelope, held);
  return opened.ok ? 'opened' : opened.error.kind;
};
const bytesOf = ({ c }: Envelope) => fromBase64(c) ?? new Uint8Array();
/** A text whose JSON is exactly `length` bytes. */
const textOf = (length: number) => 'a'.repeat(length - 2);

// Made with node:crypto, not with this code: a changed derivation, layout or padding shows here.
const pinned =
  '5O4BZdneqpikocFi/bX/KYoNYU7JdszTaINdXo/8KLdNS4vdtC1WI3/XcVsYvJaqd5A6pVkNMYEtcT1KvDitllJmFtdXcKMLbZQBb5qPOzryaoVjzhigUwL6d6LUHNo6nVFwiR5QCdSwFEcK7luPOTY0fLmJyr90zv/7sE/V+6MAYI6kOAAVLwKGJjqVDC3x/NlXYzp69e0EqeKtkTShB93GzfRkmnHAusxOPmI4BBPQtW7lh0rYGK56pgRKuWhxQWpYIhnob8Pv7w/sIDb2sBnFtkqIo1DGj8/+n0ZAPw8Fzur3RUHvsr7D3v9WHT/EkAWh156UpSqAqBgMraUf0bBRodS4or/WJP8ePi4TPw4nZuTlII5uU9aFc20=';

describe('sealing', () => {
  test('gives the pinned envelope, whatever the order of the keys', async () => {
    const sealed = await seal({ years: [1, 2.5], name: 'Café' });
    expect(sealed).toEqual({ _id: recordId, v: 1, k: '01b10e209c124a96', e: 3, c: pinned });
    expect(await seal({ name: 'Café', years: [1, 2.5] })).toEqual(sealed);
  });

  test('any JSON comes back as it was, through the gate', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 6 }), async (value) => {
        const body = value as Json;
        const sealed = await seal(body);
        expect(checkEnvelope(sealed)).toMatchObject({ ok: true });
        const opened = valueIn(await openEnvelope(sealed, ring));
        expect(canonicalText(opened)).toBe(canonicalText(body));
        expect(await seal(body)).toEqual(sealed);
      }),
    );
  });

  test('around every padding step a body comes back, and its length shows the step only', async () => {
    const steps = [
      ...Array.from({ length: 8 }, (_, index) => (index + 1) * 256),
      ...Array.from({ length: 126 }, (_, index) => (index + 3) * 1024),
    ];
    for (const [index, step] of steps.entries()) {
      const shortest = (steps[index - 1] ?? 2) + 1;
      for (const length of [shortest, step - 1, step]) {
        const sealed = await seal(textOf(length));
        expect(bytesOf(sealed)).toHaveLength(12 + step + 16);
        expect(valueIn(await openEnvelope(sealed, ring))).toBe(textOf(length));
      }
    }
  }, 30_000);

  test('the largest body passes the gate; a byte more is too big', async () => {
    expect(checkEnvelope(await seal(textOf(131_072)))).toMatchObject({ ok: true });
    expect(await sealBody(textOf(131_073), { id: recordId, ring })).toEqual({
      ok: false,
      error: { kind: 'too-big', detail: { bytes: 132_096, limit: 131_072 } },
    });
  });

  test('what could not be opened again is not sealed: 64 deep is, 65 and a million are not', async () => {
    const nested = (depth: number) => {
      let value: Json = 1;
      for (let level = 0; level < depth; level += 1) value = [value];
      return value;
    };
    expect(await kindOf(await seal(nested(64)))).toBe('opened');
    for (const depth of [65, 1_000_000]) {
      expect(await sealBody(nested(depth), { id: recordId, ring })).toMatchObject({
        error: { kind: 'too-big' },
      });
    }
  });

  test('ten thousand bodies have ten thousand nonces', async () => {
    const nonces = new Set<string>();
    for (let from = 0; from < 10_000; from += 500) {
      const batch = Array.from({ length: 500 }, (_, index) => seal({ n: from + index }));
      for (const sealed of await Promise.all(batch)) nonces.add(sealed.c.slice(0, 16));
    }
    expect(nonces.size).toBe(10_000);
  }, 30_000);

  test('an equal body in another record, key or epoch looks unrelated', async () => {
    const envelopes = await Promise.all([
      seal('same'),
      seal('same', otherId),
      sealBody('same', { id: recordId, ring: await madeUpRing(1) }).then(valueIn),
      sealBody('same', { id: recordId, ring: await madeUpRing(0, 4) }).then(valueIn),
    ]);
    expect(new Set(envelopes.map(({ c }) => c.slice(0, 16))).size).toBe(4);
    expect(new Set(envelopes.map(({ c }) => c.slice(16, 60))).size).toBe(4);
  });
});

describe('opening refuses', () => {
  test('one flipped bit, at any place', async () => {
    const sealed = await seal({ name: 'Knitting circle' });
    const bytes = bytesOf(sealed);
    for (const place of bytes.keys()) {
      const changed = bytes.map((byte, index) =>
        index === place ? byte ^ (1 << (place % 8)) : byte,
      );
      expect(await kindOf({ ...sealed, c: toBase64(changed) }), `byte ${place}`).toBe('broken');
    }
    expect(await kindOf(sealed)).toBe('opened');
  });

  test('a cut or longer body', async () => {
    const sealed = await seal(1);
    const bytes = bytesOf(sealed);
    for (const length of [0, 11, 12, 27, 28, bytes.length - 1]) {
      expect(await kindOf({ ...sealed, c: toBase64(bytes.subarray(0, length)) })).toBe('broken');
    }
    const longer = toBase64(concatBytes([bytes, Uint8Array.of(0)]));
    expect(await kindOf({ ...sealed, c: longer })).toBe('broken');
    expect(await kindOf({ ...sealed, c: 'not base64' })).toBe('broken');
  });

  test('a body moved to another record or epoch', async () => {
    const sealed = await seal({ consent: 'given' });
    expect(await kindOf({ ...sealed, _id: otherId })).toBe('broken');
    expect(await kindOf({ ...sealed, e: 4 })).toBe('broken');
  });

  test('an epoch that is not the one of its key, though a member sealed it so', async () => {
    const lying = { ...ring, current: { ...ring.current, epoch: 999 } };
    const sealed = valueIn(await sealBody('first of all', { id: recordId, ring: lying }));
    expect(await kindOf(sealed)).toBe('broken');
  });

  test('a key it does not hold, and the wrong key under a right id', async () => {
    const sealed = await seal(1);
    const other = await madeUpRing(1);
    expect(await kindOf(sealed, other)).toBe('no-key');
    expect(await kindOf({ ...sealed, k: other.current.k }, other)).toBe('broken');
    expect(await kindOf({ ...sealed, k: '__proto__' })).toBe('no-key');
  });

  test("a member's own nonce", async () => {
    const body = padText('"equal"');
    expect(await kindOf(await sealBytes(body, ring))).toBe('opened');
    expect(await kindOf(await sealBytes(body, ring, randomBytes(12)))).toBe('broken');
  });

  test.each<[string, Uint8Array]>([
    ['keys out of order', padText('{"b":1,"a":2}')],
    ['a key twice', padText('{"a":1,"a":1}')],
    ['space inside', padText('{"a": 1}')],
    ['space before', padText(' {"a":1}')],
    ['a line end as padding', padText('{"a":1}\n')],
    ['a second spelling of a number', padText('1.0')],
    ['minus zero', padText('-0')],
    ['a number past the largest', padText('[1e999]')],
    ['a needless escape', padText('"\\u0041"')],
    ['a byte order mark', padText('\ufeff1')],
    ['two values', padText('1 2')],
    ['no value', padText(' ')],
    ['nothing at all', new Uint8Array()],
    ['no padding', utf8('{"a":1}')],
    ['one step of padding too many', concatBytes([padText('1'), padText(' ')])],
    ['bytes that are no text', new Uint8Array(256).fill(0xff)],
    ['65 lists in each other', padText(`${'['.repeat(65)}${']'.repeat(65)}`)],
    ['60,000 lists in each other', padText(`${'['.repeat(60_000)}${']'.repeat(60_000)}`)],
    ['60,000 lists never closed', padText('['.repeat(60_000))],
  ])('%s, though a member sealed it', async (_, body) => {
    expect(await kindOf(await sealBytes(body, ring))).toBe('not-canonical');
  });

  test('a body over 128 KiB, though a member sealed it', async () => {
    expect(await kindOf(await sealBytes(padText(`"${textOf(140_000)}"`), ring))).toBe('broken');
  });

  test('anything at all without throwing', async () => {
    const k = fc.constantFrom(ring.current.k, 'x', '');
    const c = fc.oneof(fc.string(), fc.base64String({ maxLength: 600 }));
    const hostile = fc.record({ _id: fc.string(), v: fc.constant(1 as const), k, e: fc.nat(), c });
    await fc.assert(
      fc.asyncProperty(hostile, async (envelope) => {
        expect(['broken', 'no-key']).toContain(await kindOf(envelope));
      }),
    );
  });
});

test('after a new epoch old envelopes still open and new ones carry the new key', async () => {
  const old = await seal('old');
  const next = circleRing(ring.idKey, [ring.current, await madeUpKeys(9, 4)]);
  const sealed = valueIn(await sealBody('new', { id: recordId, ring: next }));
  expect(await kindOf(old, next)).toBe('opened');
  expect([sealed.e, sealed.k]).toEqual([4, next.current.k]);
  expect(await kindOf(sealed)).toBe('no-key');
});
