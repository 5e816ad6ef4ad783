import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordOf } from '../../../service-worker/boot-memory.ts';
import {
  type BootRecord,
  chooseVersion,
  failuresAllowed,
  noBoots,
  noteBooted,
  noteStart,
} from '../../../service-worker/choose-version.ts';

const started = (record: BootRecord, build: string, times: number): BootRecord =>
  times === 0 ? record : started(noteStart(record, build), build, times - 1);
const afterGood = noteBooted(noBoots, 'old');

describe('which version is served', () => {
  test('the new one, while it has failed fewer than two times', () => {
    for (const times of [0, 1]) {
      expect(chooseVersion('new', started(afterGood, 'new', times), ['old', 'new'])).toBe('new');
    }
  });

  test('the last good one, after two starts that drew nothing', () => {
    const record = started(afterGood, 'new', failuresAllowed);
    expect(chooseVersion('new', record, ['old', 'new'])).toBe('old');
  });

  test('the new one, when it drew a screen between two failures', () => {
    const record = started(noteBooted(started(afterGood, 'new', 1), 'new'), 'new', 5);
    expect(chooseVersion('new', record, ['old', 'new'])).toBe('new');
  });

  test('the new one, when there is no other', () => {
    expect(chooseVersion('new', started(noBoots, 'new', 9), ['new'])).toBe('new');
    expect(chooseVersion('new', started(afterGood, 'new', 9), ['new'])).toBe('new');
  });

  test('the last good one still, after it has drawn a screen again', () => {
    const record = noteBooted(started(afterGood, 'new', 2), 'old');
    expect(chooseVersion('new', record, ['old', 'new'])).toBe('old');
  });

  test('a third version is tried afresh, whatever the second did', () => {
    const record = started(afterGood, 'bad', 2);
    expect(chooseVersion('third', record, ['old', 'bad', 'third'])).toBe('third');
    expect(chooseVersion('third', started(record, 'third', 1), ['old', 'third'])).toBe('third');
    expect(chooseVersion('third', started(record, 'third', 2), ['old', 'third'])).toBe('old');
  });

  test('always one whose files are kept, and never one that failed while a good one is kept', () => {
    const build = fc.constantFrom('a', 'b', 'c');
    const step = fc.record({ build, booted: fc.boolean() });
    void fc.assert(
      fc.property(build, fc.array(step), fc.subarray(['a', 'b', 'c']), (own, steps, others) => {
        const kept = [...new Set([own, ...others])];
        const record = steps.reduce<BootRecord>(
          (before, { build: b, booted }) => (booted ? noteBooted(before, b) : noteStart(before, b)),
          noBoots,
        );
        const choice = chooseVersion(own, record, kept);
        expect(kept).toContain(choice);
        const failed = record.trial?.build === choice && record.trial.starts >= failuresAllowed;
        const goodIsKept = record.lastGood !== undefined && kept.includes(record.lastGood);
        expect(failed && goodIsKept && record.lastGood !== choice).toBe(false);
      }),
    );
  });
});

describe('what is remembered', () => {
  test('reads back as it was written', () => {
    const record = started(afterGood, 'new', 1);
    expect(recordOf(JSON.parse(JSON.stringify(record)))).toEqual(record);
    expect(recordOf(JSON.parse(JSON.stringify(noBoots)))).toEqual(noBoots);
  });

  test('counts for nothing when it is damaged', () => {
    void fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        const { lastGood, trial } = recordOf(stored);
        expect(['string', 'undefined']).toContain(typeof lastGood);
        expect(['object', 'undefined']).toContain(typeof trial);
      }),
    );
    expect(recordOf({ lastGood: 7, trial: { build: 'x', starts: 'many' } })).toEqual(noBoots);
  });
});
