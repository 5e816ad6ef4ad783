import { beforeAll, expect } from 'vitest';
import { hubAndPhones } from './hub-and-phones.ts';
import { hubKeyOf, hubLeaves } from './hub-raw.ts';
import { farTimeout, goTo, letIn, startShared, untilShared } from './neighbours.ts';
import type { Phone } from './open-phone.ts';
import type { RunningApp } from './start-app.ts';
import { assets } from './steps.ts';

/** Two people's phones in one register, at a hub. A phone that starts again takes its own place. */
export interface SharedPair {
  readonly app: RunningApp;
  anns: Phone;
  readonly bos: Phone;
}

/** For all tests of one file: made before the first of them. */
export function sharedPair(name: string): () => SharedPair {
  const stage = hubAndPhones(name);
  let pair: SharedPair | undefined;
  beforeAll(async () => {
    const app = await stage.start();
    const anns = await stage.phone();
    const bos = await stage.phone();
    await startShared(anns, app.origin, { name: 'Quillhaven', yourName: 'Ann' });
    await letIn(anns, app.origin, { phone: bos, name: 'Bo', role: 'Member' });
    pair = { app, anns, bos };
  });
  return () => {
    if (!pair) throw new Error('nobody shares yet');
    return pair;
  };
}

/**
 * First lines of all rows of a phone's list, in the order of letters; none before the whole list is
 * shown, for which it is asked a page at a time.
 */
async function namesOn({ page }: Phone): Promise<readonly string[]> {
  const more = page.getByRole('button', { name: /^Show (more|\d+ more)/ });
  if (await more.isVisible()) {
    await more.click();
    return [];
  }
  const rows = await assets(page).getByRole('listitem').allInnerTexts();
  return rows.map((row) => row.split('\n').find((line) => line.trim() !== '') ?? '').sort();
}

/**
 * Every document that the hub holds for members once hers are there, such as the proofs of who was
 * just let in, by id: how many living leaves it has.
 */
export async function leavesAtHub({ app, anns }: SharedPair): Promise<ReadonlyMap<string, number>> {
  const key = await hubKeyOf(anns, app.origin);
  await untilShared(anns);
  const counts = new Map<string, number>();
  for (const { _id, _deleted } of await hubLeaves({ origin: app.origin, key }, 'members'))
    if (!_deleted) counts.set(_id, (counts.get(_id) ?? 0) + 1);
  return counts;
}

/**
 * All of these, and of those that may be there the same on both phones, each once. Answers how
 * many that are.
 */
export async function expectOnBoth(
  pair: SharedPair,
  names: readonly string[],
  maybe: readonly string[] = [],
): Promise<number> {
  await untilShared(pair.anns);
  const all = expect.arrayContaining([...names]);
  await expect.poll(() => namesOn(pair.anns), farTimeout).toEqual(all);
  const hers = await namesOn(pair.anns);
  const wanted = [...names, ...maybe.filter((name) => hers.includes(name))].sort();
  for (const phone of [pair.anns, pair.bos]) {
    await goTo(phone, `${pair.app.origin}/list`);
    await expect.poll(() => namesOn(phone), farTimeout).toEqual(wanted);
    await untilShared(phone);
  }
  return wanted.length;
}

/** So many documents more than before, each with one living leaf. */
export async function expectMoreAtHub(
  pair: SharedPair,
  before: ReadonlyMap<string, number>,
  more: number,
): Promise<void> {
  const after = await leavesAtHub(pair);
  expect([...after.values()].filter((leaves) => leaves !== 1)).toEqual([]);
  expect([...after.keys()].filter((id) => !before.has(id))).toHaveLength(more);
}

/** On both phones, and at the hub as many documents more. */
export async function expectEverywhere(
  pair: SharedPair,
  names: readonly string[],
  before: ReadonlyMap<string, number>,
  maybe: readonly string[] = [],
): Promise<void> {
  await expectMoreAtHub(pair, before, await expectOnBoth(pair, names, maybe));
}
