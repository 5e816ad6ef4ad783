import { describe, expect, test } from 'vitest';
import { isRingDue, liveSheets, sheetOf } from '#services/sharing/sheets.ts';
import { makeSheet } from '#trust/recovery-sheet.ts';
import {
  makePatch,
  type Patch,
  type Phone,
  remove,
  say,
  stateOf,
  valueIn,
  welcome,
} from '../../trust/neighbours.ts';

async function sayNewSheet(patch: Patch, by: Phone, member: string): Promise<string> {
  const { keys, salt } = valueIn(await makeSheet());
  return (await say(patch, by, { kind: 'recovery', member, device: keys, salt })).name;
}

describe('the sheets that work', () => {
  test('are those of stewards who are there, until another takes their place', async () => {
    const patch = await makePatch();
    const { founder, root } = patch;
    expect(liveSheets(stateOf(patch))).toEqual([]);
    const first = await sayNewSheet(patch, founder, root.name);
    expect(sheetOf(stateOf(patch), root.name)?.name).toBe(first);
    const second = await sayNewSheet(patch, founder, root.name);
    expect(sheetOf(stateOf(patch), root.name)?.name).toBe(second);
    await say(patch, founder, { kind: 'remove-device', device: first, why: 'replaced' });
    expect(liveSheets(stateOf(patch)).map(({ sheet }) => sheet.name)).toEqual([second]);

    const other = await welcome(patch, founder, 'steward');
    const theirs = await sayNewSheet(patch, other.phone, other.name);
    expect(liveSheets(stateOf(patch)).map(({ sheet }) => sheet.name)).toEqual([second, theirs]);
    await say(patch, founder, remove(other.name));
    expect(liveSheets(stateOf(patch)).map(({ sheet }) => sheet.name)).toEqual([second]);
  });
});

describe('a ring is put at the hub', async () => {
  const patch = await makePatch();
  const { founder, root } = patch;
  await sayNewSheet(patch, founder, root.name);
  const other = await welcome(patch, founder, 'steward');
  await sayNewSheet(patch, other.phone, other.name);
  const live = liveSheets(stateOf(patch));
  const sheet = sheetOf(stateOf(patch), root.name);
  const theirs = sheetOf(stateOf(patch), other.name)?.salt;
  if (!sheet) throw new Error('no sheet');

  test.each([
    ['where none is', undefined, true, true],
    ['where one is of a sheet that ended', 'b2xkIG9sZCBvbGQgb2xkIQ==', true, true],
    ['again when a key came', sheet.salt, false, true],
    ['not again while no key came', sheet.salt, true, false],
    ['not over that of another steward', theirs, false, false],
  ])('%s', (_, atHub, isFresh, isDue) => {
    expect(isRingDue({ sheet, live, atHub, isFresh })).toBe(isDue);
  });
});
