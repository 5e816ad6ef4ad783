import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { differencesOf, withTaken } from '#domain/import-batch/differences.ts';
import { saidIn } from '#domain/import-batch/said.ts';
import { takenBack } from '#domain/import-batch/taken-back.ts';
import { type Body, emptyBody, stampsOf } from '#domain/merge/body.ts';
import { changeBody } from '#domain/merge/edit.ts';
import { join } from '#domain/merge/join.ts';
import { readBody } from '#domain/merge/read.ts';
import { nextStamp } from '#domain/merge/stamp.ts';
import { mergeRulesOf } from '#domain/record/merge-rules.ts';

const start = Date.UTC(2026, 10, 22);
const rules = mergeRulesOf('place');

/** One phone with one place, written as the register writes it. */
function phone(writer: string) {
  let body: Body = emptyBody('place', 'p', 1);
  let clock = start;
  const values = (): JsonObject => readBody(body).values;
  const write = (changes: Readonly<Record<string, unknown>>) => {
    clock += 1_000;
    const stamp = nextStamp({ now: clock, writer, last: undefined, seen: stampsOf(body) });
    const wanted = Object.fromEntries(
      Object.entries(changes).map(([field, value]) => [field, value === null ? undefined : value]),
    ) as Parameters<typeof changeBody>[1];
    body = changeBody(body, wanted, rules, stamp);
  };
  const bringIn = (file: JsonObject) =>
    write({
      ...file,
      share: 'public',
      createdAt: new Date(clock).toISOString(),
      source: { kind: 'import-osm', batchId: 'first', said: saidIn('place', file) as JsonObject },
    });
  const take = (file: JsonObject, batchId: string) => {
    const how = { batchId, retrievedAt: undefined };
    write(withTaken('place', values(), differencesOf('place', values(), file), how) ?? {});
  };
  const giveBack = (batchId: string) => write(takenBack(body, batchId) ?? {});
  const meet = (other: Body) => {
    body = join(body, other);
  };
  return { values, write, bringIn, take, giveBack, meet, body: () => body };
}

const word = fc.constantFrom('one', 'two', 'three', 'four');
const tags = fc.uniqueArray(word, { maxLength: 3 });
const times = fc
  .constantFrom('08:00', '09:00', '10:00')
  .map((startTime) => [{ id: 'hours', startDate: '2024-01-01', freq: 'daily', startTime }]);
const file = fc.record(
  { name: word, summary: word, steward: word, tags, openingTimes: times },
  { requiredKeys: ['name'] },
);
const edit = fc.record(
  { name: word, summary: word, steward: fc.constant(null), tags, openingTimes: times },
  { requiredKeys: [] },
);

const told = ({ name, summary, steward, tags: list, openingTimes }: JsonObject) => ({
  name,
  summary,
  steward,
  tags: list,
  openingTimes,
});
const fileOf = (values: object) => ({ assetType: 'place.park', ...values }) as JsonObject;

describe('changes that are taken back', () => {
  it('property: all is as it was before they were taken', () => {
    fc.assert(
      fc.property(file, edit, file, (first, neighbours, newer) => {
        const here = phone('00112233445566aa');
        here.bringIn(fileOf(first));
        here.write(neighbours);
        const before = here.values();
        here.take(fileOf(newer), 'later');
        here.giveBack('later');
        expect(told(here.values())).toEqual(told(before));
        expect(differencesOf('place', here.values(), fileOf(newer))).toEqual(
          differencesOf('place', before, fileOf(newer)),
        );
      }),
    );
  });

  it('property: what somebody said since stays theirs', () => {
    fc.assert(
      fc.property(file, file, edit, (first, newer, since) => {
        const here = phone('00112233445566aa');
        here.bringIn(fileOf(first));
        const before = here.values();
        here.take(fileOf(newer), 'later');
        const taken = here.values();
        here.write(since);
        const then = here.values();
        here.giveBack('later');
        for (const field of ['name', 'summary', 'steward'] as const) {
          const isTheirs = JSON.stringify(then[field]) !== JSON.stringify(taken[field]);
          expect(here.values()[field]).toEqual(isTheirs ? then[field] : before[field]);
        }
      }),
    );
  });

  it('property: in whatever order two takings are undone, both are undone', () => {
    fc.assert(
      fc.property(file, file, file, (first, second, third) => {
        const here = phone('00112233445566aa');
        here.bringIn(fileOf(first));
        const before = here.values();
        here.take(fileOf(second), 'b');
        here.take(fileOf(third), 'c');
        here.giveBack('c');
        here.giveBack('b');
        expect(told(here.values())).toEqual(told(before));
      }),
    );
  });

  it('gives nothing back twice, or for an import that took nothing', () => {
    const here = phone('00112233445566aa');
    here.bringIn(fileOf({ name: 'one' }));
    expect(takenBack(here.body(), 'first')).toBeUndefined();
    here.take(fileOf({ name: 'two' }), 'later');
    here.giveBack('later');
    expect(takenBack(here.body(), 'later')).toBeUndefined();
  });
});

it('property: two phones that take from other files, and meet, agree on word and memory', () => {
  fc.assert(
    fc.property(file, file, file, edit, (first, one, two, neighbours) => {
      const [mine, yours] = [phone('00112233445566aa'), phone('ffeeddccbbaa0099')];
      mine.bringIn(fileOf(first));
      yours.meet(mine.body());
      mine.take(fileOf(one), 'mine');
      yours.write(neighbours);
      yours.take(fileOf(two), 'yours');
      const [a, b] = [mine.body(), yours.body()];
      mine.meet(b);
      yours.meet(a);
      expect(mine.values()).toEqual(yours.values());
      expect(takenBack(mine.body(), 'mine')).toEqual(takenBack(yours.body(), 'mine'));
    }),
  );
});
