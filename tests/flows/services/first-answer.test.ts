import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type DeviceDb, openDeviceDb } from '#device/device-db.ts';
import type { Finder } from '#search/finder.ts';
import type { Found } from '#search/query.ts';
import { finderFor, firstAnswer } from '#services/first-answer.ts';
import { eventually } from '../../support/open-test-register.tsx';

const usual = { kinds: [], limit: 50, at: 1 };
const later = { ...usual, at: 60_001 };
const two: Found = { total: 2, ids: ['a', 'b'], away: [{ metres: 3 }, undefined] };
const three: Found = {
  total: 3,
  ids: ['a', 'b', 'c'],
  away: [{ metres: 3 }, { metres: 500, minutes: 7 }, undefined],
};

let device: DeviceDb;
beforeEach(() => {
  device = openDeviceDb(`pb-device-test-${crypto.randomUUID()}`);
});
afterEach(() => device.delete());

/** A finder that answers all with `found`, and the moment at which its rows are all there. */
function starting(found: Found, register = 'r') {
  const rows = Promise.withResolvers<void>();
  const finder = {
    find: async () => found,
    onChange: () => () => {},
  } as unknown as Finder;
  return { ...finderFor(finder, () => rows.promise, firstAnswer(device, register)), rows };
}

async function onceBefore(): Promise<void> {
  const { find, rows } = starting(two);
  rows.resolve();
  expect(await find(usual)).toEqual(two);
  await eventually('the answer on disk', () => firstAnswer(device, 'r').kept(usual));
}

it('the next start has the last answer at once, and the true one when search is ready', async () => {
  await onceBefore();
  const { find, onChange, rows } = starting(three);
  expect(await find(later)).toEqual(two);
  const asked = new Promise<void>((heard) => onChange(() => heard()));
  rows.resolve();
  await asked;
  expect(await find(later)).toEqual(three);
});

it('rows are read for the first question that needs them, and soon after one that did not', async () => {
  await onceBefore();
  const load = vi.fn(async () => {});
  const finder = { find: async () => three, onChange: () => () => {} } as unknown as Finder;
  const { find } = finderFor(finder, load, firstAnswer(device, 'r'));
  expect(await find(usual)).toEqual(two);
  expect(load).not.toHaveBeenCalled();
  await eventually('all rows read', () => load.mock.calls.length > 0);
  await find({ ...usual, text: 'shed' });
  expect(load).toHaveBeenCalledOnce();
});

it('another question, other words and another register wait for search', async () => {
  await onceBefore();
  const waiting = [
    starting(three).find({ ...usual, limit: 100 }),
    starting(three).find({ ...usual, text: 'shed' }),
    starting(three, 'other').find(usual),
  ];
  const first = await Promise.race([...waiting, starting(three).find(usual)]);
  expect(first).toEqual(two);
});

it('what is asked in words is not kept', async () => {
  const { find, rows } = starting(two);
  rows.resolve();
  await find({ ...usual, text: 'shed' });
  await find({ ...usual, free: true });
  await eventually('the second', () => firstAnswer(device, 'r').kept({ ...usual, free: true }));
  expect(await firstAnswer(device, 'r').kept({ ...usual, text: 'shed' })).toBeUndefined();
});

it.each([
  ['nothing', null],
  ['no ids', { asked: JSON.stringify({ kinds: [], limit: 50 }), found: { total: 2 } }],
  ['words', 'two'],
])('a disk that holds %s in its place is as one that holds none', async (_name, value) => {
  await device.preferences.put({ key: 'first-answer-r', value });
  expect(await firstAnswer(device, 'r').kept(usual)).toBeUndefined();
});
