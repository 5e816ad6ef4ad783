import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#base/json.ts';
import { type Body, emptyBody, stampsOf } from '#domain/merge/body.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import { changeBody, forgetHistory, putBack } from '#domain/merge/edit.ts';
import { join } from '#domain/merge/join.ts';
import { fieldAge, liveChoices, readBody } from '#domain/merge/read.ts';
import { isKind } from '#domain/merge/registry.ts';
import { nextStamp, type Stamp } from '#domain/merge/stamp.ts';
import { runs } from '../../../support/runs.ts';
import { history, play, rules } from './devices.ts';

const ANNA = 'a'.repeat(16);
const BEN = 'b'.repeat(16);
const DAY = 24 * 60 * 60 * 1000;
const FIRST = Date.UTC(2026, 3, 1);

const stampFor = (body: Body, writer = ANNA, day = 0): Stamp =>
  nextStamp({ now: FIRST + day * DAY, writer, last: undefined, seen: stampsOf(body) });

const change = (body: Body, wanted: Record<string, Json | undefined>, writer = ANNA, day = 0) =>
  changeBody(body, wanted, rules, stampFor(body, writer, day));

const blank = emptyBody('place', 'p1', 1);
const valuesOf = (body: Body) => readBody(body).values;

describe('changing a body', () => {
  test('reads back as wanted', () => {
    const wanted = {
      title: 'Tea',
      tags: ['chess', 'tea'],
      rows: [{ id: 'r1', day: 2 }],
      visits: 3,
      notes: ['hello'],
      consent: 'given',
      version: 4,
    };
    expect(valuesOf(change(blank, wanted))).toEqual(wanted);
  });

  test('reads back as wanted from any state', () => {
    const text = fc.constantFrom('tea', 'chess', 'choir');
    const wishes = fc.record({
      title: text,
      tags: fc.uniqueArray(text, { minLength: 1 }).map((tags) => tags.sort()),
      rows: fc.tuple(fc.record({ id: fc.constantFrom('r1', 'r2'), day: fc.nat(6) })),
      consent: fc.constantFrom('given', 'paused', 'withdrawn'),
    });
    fc.assert(
      fc.property(history, wishes, (story, wanted) => {
        const body = play(story).bodies[0] as Body;
        expect(valuesOf(change(body, wanted))).toMatchObject({ ...wanted, tags: sorted(wanted) });
      }),
      runs(1000),
    );
  });

  const sorted = ({ tags }: { tags: string[] }) => [...tags].sort();

  test('stamps only what really changed', () => {
    const body = change(blank, { title: 'Tea', phone: '0161', tags: ['tea'] });
    const later = change(body, { title: 'Tea', phone: '0162', tags: ['tea'] }, BEN, 1);
    expect(later.fields['title']).toBe(body.fields['title']);
    expect(later.fields['tags']).toEqual(body.fields['tags']);
    expect(fieldAge(later, 'phone')).toBe(FIRST + DAY);
    expect(fieldAge(later, 'title')).toBe(FIRST);
  });

  test('gives the same body back when nothing changed', () => {
    const wanted = { title: 'Tea', tags: ['tea'], visits: 2, notes: ['x'], consent: 'given' };
    const body = change(blank, wanted);
    expect(change(body, { ...wanted, phone: undefined, rows: [], version: undefined })).toBe(body);
  });

  test.each([undefined, null, '', []])('clears a field with %j', (nothing) => {
    const body = change(blank, { title: 'Tea', tags: ['tea'], consent: 'given' });
    const cleared = change(body, { title: nothing, tags: undefined, consent: undefined });
    expect(valuesOf(cleared)).toEqual({});
    expect(change(cleared, { title: nothing })).toBe(cleared);
  });

  test('a set is changed element by element, an object by its id', () => {
    const body = change(blank, {
      rows: [
        { id: 'r1', day: 1 },
        { id: 'r2', day: 2 },
      ],
    });
    const mine = change(body, {
      rows: [
        { id: 'r1', day: 5 },
        { id: 'r2', day: 2 },
      ],
    });
    const theirs = change(body, { rows: [{ id: 'r1', day: 1 }] }, BEN);
    expect(valuesOf(join(mine, theirs))['rows']).toEqual([{ id: 'r1', day: 5 }]);
  });

  test('a removed element leaves no value behind', () => {
    const body = change(blank, { rows: [{ id: 'r1', secret: 'whisper' }] });
    const removed = change(body, { rows: [] });
    expect(canonicalText(removed)).not.toContain('whisper');
    expect(canonicalText(join(removed, body))).not.toContain('whisper');
  });

  test('entries are added, never changed or taken back', () => {
    const body = change(blank, { notes: [{ id: 'n1', text: 'first' }] });
    const later = change(body, { notes: [{ id: 'n1', text: 'other' }] }, BEN, 1);
    expect(later).toBe(body);
    expect(change(body, { notes: [] }, BEN, 1)).toBe(body);
  });

  test('counters and ceilings do not go down', () => {
    const body = change(blank, { visits: 3, version: 4 });
    expect(change(body, { visits: 1, version: 2 }, BEN)).toBe(body);
  });

  test('a field keeps the kind it has, whatever the rules say today', () => {
    const body = change(blank, { tags: ['tea'] });
    const changed = changeBody(
      body,
      { tags: ['x'] },
      { tags: { merge: 'scalar' } },
      stampFor(body),
    );
    expect(changed.fields['tags']?.m).toBe('set');
    expect(valuesOf(changed)['tags']).toEqual(['x']);
  });

  test('a field of an unknown kind is left alone', () => {
    const body = { ...blank, fields: { title: { m: 'later', x: 1 } } };
    expect(change(body, { title: 'Tea' })).toBe(body);
  });

  test('names such as constructor are names', () => {
    const oddRules = {
      constructor: { merge: 'scalar' },
      hasOwnProperty: { merge: 'set' },
    } as const;
    const wanted = { constructor: 'x', hasOwnProperty: [{ id: 'toString' }] } as never;
    expect(readBody(changeBody(blank, wanted, oddRules, stampFor(blank))).values).toEqual(wanted);
    expect(() => change(blank, { toString: 'x' } as never)).toThrow('merge rule');
  });

  test('a stamp that does not follow what it replaces is a bug', () => {
    const body = change(blank, { title: 'Tea' }, ANNA, 5);
    expect(() => changeBody(body, { title: 'x' }, rules, stampFor(blank))).toThrow('greater');
  });
});

describe('restrictive choices', () => {
  const given = change(blank, { consent: 'given' });

  test('a withdrawal beats a later choice made without sight of it', () => {
    const withdrawn = change(given, { consent: 'withdrawn' }, ANNA, 1);
    const paused = change(given, { consent: 'paused' }, BEN, 300);
    const both = join(withdrawn, paused);
    expect(valuesOf(both)['consent']).toBe('withdrawn');
    expect(liveChoices(both, 'consent').map(({ v }) => v)).toEqual(['paused', 'withdrawn']);
    expect(fieldAge(both, 'consent')).toBe(FIRST + DAY);
  });

  test('who saw a withdrawal can loosen it, and an old copy cannot undo that', () => {
    const withdrawn = change(given, { consent: 'withdrawn' });
    const again = change(withdrawn, { consent: 'given' }, BEN, 1);
    expect(valuesOf(join(again, withdrawn))['consent']).toBe('given');
    expect(valuesOf(join(join(again, given), withdrawn))['consent']).toBe('given');
  });

  test('choices that name each other cannot leave nothing in force', () => {
    const one = { v: 'withdrawn', r: 2, t: stampFor(blank), seen: [stampFor(blank, BEN, 1)] };
    const two = { v: 'given', r: 0, t: stampFor(blank, BEN, 1), seen: [one.t] };
    const body: Body = { ...blank, fields: { consent: { m: 'restrictive', c: [two, one] } } };
    expect(valuesOf(body)['consent']).toBe('given');
  });
});

describe('undo and forgetting', () => {
  test('an earlier text, a removed element and an earlier choice can be put back', () => {
    const body = change(blank, { title: 'Tea', tags: ['chess', 'tea'], consent: 'paused' });
    const edited = change(body, { title: 'Coffee', tags: ['chess'], consent: 'given' });
    const undone = ['title', 'tags', 'consent'].reduce(
      (now, name, at) => putBack(now, name, ['Tea', 'tea', 'paused'][at] ?? '', stampFor(now)),
      edited,
    );
    expect(valuesOf(undone)).toEqual(valuesOf(body));
    expect(liveChoices(undone, 'consent').map(({ r }) => r)).toEqual([1]);
  });

  test('putting back what is there changes nothing', () => {
    const body = change(blank, { title: 'Tea', tags: ['tea'] });
    expect(putBack(body, 'title', 'Tea', stampFor(body))).toBe(body);
    expect(putBack(body, 'tags', 'tea', stampFor(body))).toBe(body);
  });

  test('forgetting empties a history for good, though an old copy comes back', () => {
    const old = change(change(blank, { title: 'Mistaken' }), { title: 'Private' });
    const narrowed = forgetHistory(old, ['title', 'nothing'], stampFor(old));
    expect(valuesOf(narrowed)['title']).toBe('Private');
    expect(canonicalText(join(narrowed, old))).not.toContain('Mistaken');

    const stamp = stampFor(old);
    const corrected = forgetHistory(
      changeBody(old, { title: 'Right' }, rules, stamp),
      ['title'],
      stamp,
    );
    expect(canonicalText(join(old, corrected))).not.toMatch(/Mistaken|Private/);
    expect(valuesOf(join(old, corrected))).toEqual({ title: 'Right' });
  });
});

test('the newest four losers are kept, and those of the moment of forgetting', () => {
  const texts = ['a', 'b', 'c', 'd', 'e', 'f'];
  const edited = texts.reduce((body, title) => change(body, { title }), blank);
  const losers = (body: Body) =>
    (isKind(body.fields['title'], 'scalar') ? body.fields['title'].h : undefined)?.map(
      ({ v }) => v,
    );
  expect(losers(edited)).toEqual(['e', 'd', 'c', 'b']);

  const title = edited.fields['title'];
  const moment = isKind(title, 'scalar') ? title.t : stampFor(blank);
  const twin = changeBody(blank, { title: 'a twin of f' }, rules, moment);
  expect(losers(forgetHistory(join(edited, twin), ['title'], moment))).toEqual(['f']);
});

test('what nobody has written to reads as nothing', () => {
  expect(readBody(blank)).toEqual({
    values: {},
    updatedAt: 0,
    updatedBy: '',
    createdStamp: undefined,
  });
});

test('who wrote last, and since when it is there, follow from the stamps', () => {
  const body = change(change(blank, { title: 'Tea' }), { phone: '0161' }, BEN, 2);
  const reading = readBody(body);
  expect(reading).toMatchObject({ updatedAt: FIRST + 2 * DAY, updatedBy: BEN });
  expect(reading.createdStamp).toBe(stampFor(blank));
  expect(fieldAge(body, 'nothing')).toBeUndefined();
});
