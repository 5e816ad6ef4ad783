import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';
import { kinds } from '#domain/record/kinds.ts';
import { parseRecord } from '#domain/record/record.ts';
import { recordTypes } from '#domain/record/values.ts';
import errors from '#i18n/en-GB/errors.json' with { type: 'json' };
import { fullest } from '../../../support/record-fixtures.ts';
import { runs } from '../../../support/runs.ts';

const deep = (levels: number): Json => {
  let value: Json = 'bottom';
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? [value] : { value };
  return value;
};
const wrongs: Json[] = [
  null,
  true,
  -1,
  1e308,
  '\u0000',
  '<img src=x onerror=alert(1)>'.repeat(400),
  [],
  {},
  [null],
  [{}],
  { __proto__: null, length: 1, 0: 'x' },
  deep(3_000),
  'x'.repeat(100_000),
  `a@${'.x'.repeat(200_000)} `,
];

const outcome = (values: unknown) => {
  const parsed = parseRecord(values);
  return parsed.ok ? 'taken' : parsed.error.kind;
};

describe.each(recordTypes)('a hostile %s', (type) => {
  const fields = Object.keys(kinds[type].fields);

  it.each(fields)(
    'meets wrong types, depth and size in %s with an answer, never a throw',
    (field) => {
      for (const wrong of wrongs) {
        const parsed = parseRecord({ ...fullest(type), [field]: wrong });
        if (parsed.ok) continue;
        const messages = (parsed.error.issues ?? []).map(({ message }) => message);
        expect(messages.length).toBeGreaterThan(0);
        expect(messages.filter((message) => !(message in errors))).toEqual([]);
      }
    },
  );

  it('takes no field that it does not know, own or inherited', () => {
    const text = JSON.stringify(fullest(type)).replace(
      '{',
      '{"__proto__":{"admin":true},"constructor":{"x":1},"admin":true,',
    );
    const parsed = parseRecord(JSON.parse(text));
    expect(parsed).toEqual({ ok: true, value: fullest(type) });
    expect(({} as JsonObject)['admin']).toBeUndefined();
    if (parsed.ok) expect(Object.getPrototypeOf(parsed.value)).toBe(Object.prototype);
  });

  it('names a required field that is missing', () => {
    for (const [field, { required }] of Object.entries(kinds[type].fields)) {
      if (!required) continue;
      const { [field]: _gone, ...rest } = fullest(type);
      const parsed = parseRecord(rest);
      expect(parsed.ok ? [] : parsed.error.issues).toContainEqual({ field, message: 'required' });
    }
  });
});

describe('parseRecord', () => {
  it('tells unknown kinds from broken ones', () => {
    expect(outcome({ type: 'spaceship' })).toBe('unknown-kind');
    for (const type of ['__proto__', 'constructor', 'toString', '']) {
      expect(outcome({ ...fullest('place'), type }), type).toBe('unknown-kind');
    }
    for (const values of [null, undefined, 'x', 3, [], [fullest('place')], {}, { type: 7 }]) {
      expect(outcome(values)).toBe('broken');
    }
  });

  it('says that a record of a later version is newer, and refuses versions that never were', () => {
    const place = fullest('place');
    expect(parseRecord(place, kinds.place.version).ok).toBe(true);
    expect(parseRecord(place, kinds.place.version + 1)).toMatchObject({ error: { kind: 'newer' } });
    for (const version of [0, -1, 0.5, Number.NaN, Number.NEGATIVE_INFINITY]) {
      expect(parseRecord(place, version), String(version)).toMatchObject({
        error: { kind: 'broken' },
      });
    }
  });

  it('is not held up by a line that is slow to look at', () => {
    const emails = [`a@${'.x'.repeat(400_000)} .`];
    const parsed = parseRecord({ ...fullest('place'), contact: { emails } });
    expect(parsed.ok ? [] : parsed.error.issues).toContainEqual({
      field: 'contact.emails.0',
      message: 'too-long',
    });
  });

  it('never shows more than sixty letters of a kind it does not know', () => {
    const parsed = parseRecord({ type: 'x'.repeat(1_000_000) });
    expect(parsed.ok ? '' : String(parsed.error.detail?.['type'])).toHaveLength(60);
  });

  it('keeps names as plain words: markup is text, spaces go, letters are composed', () => {
    const name = '  <b>Cafe\u0301</b> & co ';
    const parsed = parseRecord({ ...fullest('place'), name });
    expect(parsed).toMatchObject({ ok: true, value: { name: '<b>Café</b> & co' } });
  });

  it('answers any JSON at all, and what it takes it takes again unchanged', () => {
    fc.assert(
      fc.property(fc.constantFrom(...recordTypes), fc.jsonValue({ maxDepth: 4 }), (type, json) => {
        const extra: JsonObject = isJsonObject(json)
          ? (json as JsonObject)
          : { name: json as Json };
        const parsed = parseRecord({ ...fullest(type), ...extra, type });
        if (parsed.ok) expect(parseRecord(parsed.value)).toEqual(parsed);
      }),
      runs(400),
    );
  });
});
