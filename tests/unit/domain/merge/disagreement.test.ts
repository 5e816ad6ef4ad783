import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#base/json.ts';
import { type Body, checkBody, emptyBody, stampsOf } from '#domain/merge/body.ts';
import { canonicalText, sameJson } from '#domain/merge/canonical.ts';
import { rivalsIn } from '#domain/merge/disagreement.ts';
import { changeBody, chooseVersion, takeBackChoice } from '#domain/merge/edit.ts';
import { pastOf } from '#domain/merge/heads.ts';
import { join } from '#domain/merge/join.ts';
import { packBody } from '#domain/merge/pack.ts';
import { readBody } from '#domain/merge/read.ts';
import { isKind } from '#domain/merge/registry.ts';
import { type Version, versionsOf } from '#domain/merge/scalar.ts';
import { nextStamp, type Stamp, stampTime, stampWriter } from '#domain/merge/stamp.ts';
import { runs } from '../../../support/runs.ts';
import { type Acknowledged, history, joinAll, play, rules, type World } from './devices.ts';

const ANNA = 'a'.repeat(16);
const BEN = 'b'.repeat(16);
const CERI = 'c'.repeat(16);
const DAY = 24 * 60 * 60 * 1000;
const FIRST = Date.UTC(2026, 3, 1);

const stampFor = (body: Body, writer: string, day: number): Stamp =>
  nextStamp({ now: FIRST + day * DAY, writer, last: undefined, seen: stampsOf(body) });
const change = (body: Body, title: Json, writer: string, day: number): Body =>
  changeBody(body, { title }, rules, stampFor(body, writer, day));
const texts = (body: Body) => rivalsIn(body, 'title').map(({ value }) => value);
const choose = (body: Body, nth: number, writer: string, day: number): Body => {
  const stamp = stampFor(body, writer, day);
  return chooseVersion(body, 'title', rivalsIn(body, 'title')[nth]?.stamp ?? stamp, stamp);
};

const tea = change(emptyBody('place', 'p1', 1), 'Tea', ANNA, 0);
const atTwo = change(tea, 'Tea at two', ANNA, 1);
const atTen = change(tea, 'Tea at ten', BEN, 2);
const both = join(atTwo, atTen);

describe('a disagreement', () => {
  test('is told with what each said, when and by whom, the one that holds first', () => {
    expect(rivalsIn(both, 'title')).toMatchObject([
      { value: 'Tea at ten', at: FIRST + 2 * DAY, by: BEN },
      { value: 'Tea at two', at: FIRST + DAY, by: ANNA },
    ]);
  });

  test('is told of a correction too, where its writer had still not seen the other', () => {
    const corrected = change(atTen, 'Tea at eleven', BEN, 3);
    expect(texts(join(corrected, atTwo))).toEqual(['Tea at eleven', 'Tea at two']);
  });

  test('is none of one person, the same words, or a week apart, or where one had seen the other', () => {
    expect(texts(join(atTwo, change(tea, 'Tea!', ANNA, 2)))).toEqual([]);
    expect(texts(join(atTwo, change(tea, 'Tea at two', BEN, 2)))).toEqual([]);
    expect(texts(join(atTwo, change(tea, 'Tea!', BEN, 9)))).toEqual([]);
    expect(texts(change(atTwo, 'Tea at ten', BEN, 2))).toEqual([]);
  });

  test('is one too where somebody left it empty', () => {
    expect(texts(join(atTwo, change(tea, '', BEN, 2)))).toEqual([null, 'Tea at two']);
  });

  test('is only of fields that hold one value', () => {
    const body = changeBody(tea, { tags: ['a'] }, rules, stampFor(tea, BEN, 3));
    expect(rivalsIn(body, 'tags')).toEqual([]);
    expect(rivalsIn(body, 'nothing')).toEqual([]);
  });
});

describe('a choice', () => {
  test.each([0, 1])(
    'of either one ends it, and what was not chosen stays in the history',
    (nth) => {
      const [kept, other] = [texts(both)[nth], texts(both)[1 - nth]];
      const chosen = choose(both, nth, CERI, 3);
      expect(texts(chosen)).toEqual([]);
      expect(readBody(chosen).values['title']).toBe(kept);
      expect(canonicalText(chosen)).toContain(canonicalText(other ?? null));
      expect(texts(join(chosen, join(atTwo, atTen)))).toEqual([]);
    },
  );

  test('ends it though two choose apart, and not alike', () => {
    const chosen = join(choose(both, 0, CERI, 3), choose(both, 1, ANNA, 4));
    expect(texts(chosen)).toEqual([]);
    expect(readBody(chosen).values['title']).toBe('Tea at two');
  });

  test('leaves open what its writer did not know', () => {
    const ceri = change(tea, 'Tea at noon', CERI, 2);
    expect(texts(join(choose(both, 0, ANNA, 3), ceri))).toEqual(['Tea at ten', 'Tea at noon']);
  });

  test('is ended by any further edit of somebody who had both, too', () => {
    expect(texts(change(both, 'Tea at two or ten', CERI, 3))).toEqual([]);
  });

  test.each([0, 1])('that is taken back leaves the question as it was', (nth) => {
    const chosen = choose(both, nth, CERI, 30);
    const choice = stampFor(both, CERI, 30);
    const back = takeBackChoice(chosen, 'title', choice, stampFor(chosen, CERI, 30));
    const asked = (body: Body) => rivalsIn(body, 'title').map(({ stamp: _, ...said }) => said);
    expect(asked(back)).toEqual(asked(both));
    expect(readBody(back).values).toEqual(readBody(both).values);
    const [first] = rivalsIn(back, 'title');
    const again = chooseVersion(back, 'title', first?.stamp ?? choice, stampFor(back, ANNA, 31));
    expect(texts(again)).toEqual([]);
  });

  test('is not taken back once somebody has written on', () => {
    const chosen = choose(both, 0, CERI, 3);
    const later = change(chosen, 'Tea at four', ANNA, 4);
    const choice = stampFor(both, CERI, 3);
    expect(takeBackChoice(later, 'title', choice, stampFor(later, CERI, 5))).toBe(later);
  });

  test('of what is not kept changes nothing', () => {
    expect(chooseVersion(both, 'title', stampFor(both, BEN, 5), stampFor(both, BEN, 6))).toBe(both);
    expect(chooseVersion(both, 'tags', stampFor(both, BEN, 5), stampFor(both, BEN, 6))).toBe(both);
  });
});

test('an older app is kept out only of what it would misread', () => {
  expect(both.mv).toBe(1);
  const chosen = choose(both, 1, CERI, 3);
  expect(chosen.mv).toBe(2);
  expect(change(chosen, 'Tea at four', CERI, 4).mv).toBe(2);
  expect(checkBody(chosen)).toEqual({ ok: true, value: chosen });
});

test('costs nothing until two have written apart, and a few bytes then', () => {
  const bytes = (body: Body) => canonicalText(packBody(body)).length;
  const later = change(atTen, 'Tea at two', CERI, 3);
  const chosen = choose(both, 1, CERI, 3);
  // One more version is kept; what it names besides costs "[n]" and the comma before it.
  const version = canonicalText(['Tea at two', 3, 1]).length + 1;
  expect(bytes(later)).toBeLessThan(bytes(chosen) + version);
  expect(bytes(chosen) - bytes(both)).toBeLessThanOrEqual(version + 13 + 4 + 4 + 20);
});

const chosenFields = ['title', 'phone'] as const;

const versionsIn = (body: Body, name: string): readonly Version[] => {
  const field = body.fields[name];
  return isKind(field, 'scalar') ? versionsOf(field) : [];
};

/** What had reached a writer, told by the story itself; nothing of a body is asked. */
function truth({ edits }: World) {
  const byStamp = new Map(edits.map((edit) => [edit.stamp, edit]));
  const before = ({ knew, field }: Acknowledged): Stamp | undefined =>
    versionsIn(knew, field)[0]?.t;
  const replaced = (edit: Acknowledged): Acknowledged | undefined => {
    const taken = edit.takesBack && byStamp.get(edit.takesBack);
    const stamp = taken && before(taken);
    return stamp && byStamp.get(stamp);
  };
  const hadBy = (stamp: Stamp): ReadonlySet<Stamp> => {
    const edit = byStamp.get(stamp);
    const instead = edit && replaced(edit);
    if (instead) return new Set([...hadBy(instead.stamp), instead.stamp]);
    return edit?.had ?? new Set();
  };
  const saidBy = (stamp: Stamp): Stamp => {
    const edit = byStamp.get(stamp);
    return (edit && replaced(edit)?.stamp) ?? stamp;
  };
  const takenBack = new Set(edits.flatMap(({ takesBack }) => takesBack ?? []));
  return { hadBy, saidBy, takenBack };
}

const holds = (name: string, check: (world: World) => void) =>
  test(name, () => {
    fc.assert(
      fc.property(history, (story) => check(play(story))),
      runs(1000),
    );
  });

/** Every version that a body keeps beside every other one, but for those that were taken back. */
const pairsIn = (body: Body, name: string, gone: ReadonlySet<Stamp>) => {
  const versions = versionsIn(body, name);
  return versions.flatMap((one) =>
    versions.filter(({ t }) => !gone.has(t)).map((other) => ({ one, other, versions })),
  );
};

holds('of all versions a body keeps it tells rightly which writer had seen which', (world) => {
  const { hadBy, takenBack } = truth(world);
  for (const body of [...world.bodies, joinAll(world.bodies)])
    for (const name of chosenFields)
      for (const { one, other, versions } of pairsIn(body, name, takenBack))
        expect(pastOf(one, versions).has(other)).toBe(hadBy(one.t).has(other.t));
});

/** The definition, word for word, from what the story tells. */
function askedByTheStory(body: Body, name: string, world: World): readonly Json[] {
  const { hadBy, saidBy } = truth(world);
  const versions = versionsIn(body, name);
  const standing = versions.filter(({ t }) => !versions.some(({ o }) => o === t));
  const [winner] = versions;
  if (!winner) return [];
  const hadValue = (one: Version, value: Json) =>
    standing.some((each) => hadBy(one.t).has(each.t) && sameJson(each.v, value));
  const isUnseen = ({ t }: Version) => !standing.some((each) => hadBy(each.t).has(t));
  const rivals = standing.filter((each) => {
    const [mine, theirs] = [saidBy(winner.t), saidBy(each.t)];
    return (
      each !== winner &&
      isUnseen(each) &&
      stampWriter(mine) !== stampWriter(theirs) &&
      Math.abs(stampTime(mine) - stampTime(theirs)) <= 7 * DAY &&
      !sameJson(each.v, winner.v) &&
      !hadValue(winner, each.v) &&
      !hadValue(each, winner.v)
    );
  });
  return rivals.length === 0 ? [] : [winner.v, ...rivals.map(({ v }) => v)];
}

holds('what is asked is what two wrote within a week, neither having seen the other', (world) => {
  for (const body of [...world.bodies, joinAll(world.bodies)])
    for (const name of chosenFields) {
      const asked = rivalsIn(body, name).map(({ value }) => canonicalText(value));
      const wanted = askedByTheStory(body, name, world).map((value) => canonicalText(value));
      expect(new Set(asked)).toEqual(new Set(wanted));
      expect(new Set(asked).size).toBe(asked.length);
    }
});

holds('phones that met ask the same, whatever the order and the grouping', ({ bodies }) => {
  const there = joinAll(bodies);
  const back = joinAll([...bodies].reverse());
  const [first = there, ...rest] = bodies;
  const grouped = rest.length > 0 ? join(joinAll(rest), first) : first;
  for (const name of chosenFields) {
    expect(rivalsIn(back, name)).toEqual(rivalsIn(there, name));
    expect(rivalsIn(grouped, name)).toEqual(rivalsIn(there, name));
    expect(rivalsIn(join(there, there), name)).toEqual(rivalsIn(there, name));
  }
});

const later = (body: Body, writer: string): Stamp =>
  nextStamp({ now: 0, writer, last: undefined, seen: stampsOf(body) });

holds('a choice of any of them ends it on every phone, for good', ({ bodies }) => {
  const all = joinAll(bodies);
  for (const name of chosenFields)
    for (const { stamp } of rivalsIn(all, name)) {
      const chosen = chooseVersion(all, name, stamp, later(all, CERI));
      const other = rivalsIn(all, name).find((each) => each.stamp !== stamp)?.stamp ?? stamp;
      const elsewhere = chooseVersion(all, name, other, later(all, BEN));
      for (const body of [chosen, join(chosen, all), join(chosen, elsewhere), ...bodies])
        expect(rivalsIn(join(body, chosen), name)).toEqual([]);
    }
});

holds('a choice that is taken back at once is asked again as before', ({ bodies }) => {
  const all = joinAll(bodies);
  for (const name of chosenFields) {
    const asked = rivalsIn(all, name);
    // The newest four losers are kept: two more versions may push the oldest out.
    if (versionsIn(all, name).length > 3) continue;
    for (const { stamp } of asked) {
      const choice = later(all, CERI);
      const chosen = chooseVersion(all, name, stamp, choice);
      const back = takeBackChoice(chosen, name, choice, later(chosen, CERI));
      const plain = ({ value, at, by }: (typeof asked)[number]) => ({ value, at, by });
      expect(rivalsIn(back, name).map(plain)).toEqual(asked.map(plain));
      expect(readBody(back).values[name]).toEqual(readBody(all).values[name]);
    }
  }
});
