import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject } from '#base/json.ts';
import { parseRecord } from '#domain/record/record.ts';
import { type Answers, noAnswers } from '#features/add/answers.ts';
import { answersToValues } from '#features/add/answers-to-values.ts';
import { shutReason } from '#features/add/share-levels.ts';
import { shownType } from '#features/add/shown-type.ts';
import { isSecret } from '#features/add/where-values.ts';
import { withBirth } from '#services/book-commands.ts';
import { anyAnswers } from './any-answers.ts';

const now = Date.parse('2026-11-22T10:00:00Z');
const memberId = '0198f3a0-0000-7000-8000-000000000001';
const newId = () => '0198f3a0-0000-7000-8000-000000000002';

function saved(answers: Answers) {
  const kind = answers.kind ?? 'places';
  const typeId = shownType(answers, kind, { namesFirst: false, types: {} }).id;
  return { kind, typeId, ...answersToValues({ answers, kind, typeId, now, newId }) };
}

const part = (values: JsonObject, key: string): JsonObject => {
  const found = values[key];
  return isJsonObject(found) ? found : {};
};

const chatty: Answers = { ...noAnswers, kind: 'places', name: ' Chatty bench ' };
const spot = { lon: -2.99213, lat: 51.57894, accuracyM: 8, by: 'gps', at: now } as const;

describe('what is saved from answers', () => {
  it('passes the one door for records, whatever was tapped and typed', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { type, values } = saved(answers);
        const whole = {
          ...withBirth(type, values, { memberId, now: () => now }),
          id: answers.id,
          type,
        };
        const parsed = parseRecord(whole);
        expect(parsed.ok ? [] : parsed.error.issues).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('of a person never holds a point, a door, a whole postcode, or a wider level', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { values } = saved({ ...answers, kind: 'people' });
        expect(values['share']).toBe('device');
        expect(values).not.toHaveProperty('address');
        expect(part(values, 'location')).not.toHaveProperty('geometry');
      }),
    );
    const typed = 'Flat 3, 12a Temple Street, Newport NP20 2GA';
    const { values } = saved({ ...chatty, kind: 'people', gift: 'tea', way: 'typed', typed });
    expect(part(values, 'location')['words']).toBe('Temple Street, Newport');
  });

  it('of a secret place holds nothing of where, and at most the team', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const hidden: Answers = {
          ...answers,
          kind: 'organisations',
          type: 'inst.shelter',
          secret: true,
        };
        const { values } = saved(hidden);
        expect(values).not.toHaveProperty('location');
        expect(values).not.toHaveProperty('address');
        expect(['device', 'team']).toContain(values['share']);
        expect(values['confidentialLocation']).toBe(true);
      }),
    );
  });

  it('never has a level that the screen shows as shut', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { kind, typeId, values } = saved(answers);
        const share = values['share'] as never;
        expect(shutReason(kind, share, isSecret(answers, kind, typeId))).toBeUndefined();
      }),
    );
  });

  it('is a bench anyone may know of, here within 8 metres', () => {
    expect(saved({ ...chatty, way: 'here', spot })).toMatchObject({
      type: 'place',
      values: {
        name: 'Chatty bench',
        share: 'public',
        location: {
          precision: 'exact',
          geometry: { type: 'Point', coordinates: [-2.99213, 51.57894] },
          accuracyM: 8,
          capturedBy: 'gps',
          capturedAt: '2026-11-22T10:00:00.000Z',
        },
      },
    });
  });

  it('of what may be in a home is a cell of about 100 m, the same at each reading', () => {
    const knitters: Answers = { ...chatty, kind: 'groups', type: 'assoc.hobby', way: 'here', spot };
    const near = part(saved(knitters).values, 'location');
    expect(near).toMatchObject({
      precision: 'street',
      geometry: { coordinates: [-2.992, 51.579] },
    });
    expect(near).not.toHaveProperty('accuracyM');
    const moved = { ...spot, lon: spot.lon + 0.0002 };
    expect(part(saved({ ...knitters, spot: moved }).values, 'location')).toEqual(near);
    const sure = part(saved({ ...knitters, near: false }).values, 'location');
    expect(sure).toMatchObject({
      precision: 'exact',
      geometry: { coordinates: [-2.99213, 51.57894] },
    });
  });

  it('of a typed line is an address where it is one, else the words', () => {
    const address = saved({
      ...chatty,
      way: 'typed',
      typed: '12 Temple Street, Pill, Newport np202ga',
    });
    expect(address.values['address']).toEqual({
      line1: '12 Temple Street',
      line2: 'Pill',
      town: 'Newport',
      postcode: 'NP20 2GA',
    });
    const words = saved({ ...chatty, way: 'typed', typed: 'Temple Street' });
    expect(words.values['location']).toMatchObject({ precision: 'street', words: 'Temple Street' });
    expect(words.values).not.toHaveProperty('address');
  });

  it('forgets what was typed or found once another way was chosen', () => {
    const both: Answers = { ...chatty, typed: 'Temple Street', spot };
    expect(saved({ ...both, way: 'nowhere' }).values).not.toHaveProperty('location');
    expect(part(saved({ ...both, way: 'map' }).values, 'location')).not.toHaveProperty('words');
    expect(part(saved({ ...both, way: 'typed' }).values, 'location')).not.toHaveProperty(
      'geometry',
    );
  });
});
