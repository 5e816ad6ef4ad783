import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eraseDocument } from '#register/erase-document.ts';
import { takeLeaves } from '#register/take-leaves.ts';
import type { LeafDoc } from '#seal/gate.ts';
import { everyFile } from '../../support/every-file.ts';
import { refAt, type TestPhone } from '../../support/sync-phones.ts';
import { copyFolder, syncStage } from '../../support/sync-stage.ts';
import { valueIn } from '../../unit/seal/made-up-ring.ts';

const stage = syncStage();

/** Everything sealed that a phone holds of one document. */
const sealedOf = async (phone: TestPhone, id: string): Promise<readonly string[]> =>
  (await phone.leaves()).flatMap((leaf) => (leaf._id === id && 'c' in leaf ? [leaf.c] : []));

/** Every leaf that is there, as one more turn of all would leave it. */
async function roundsOf(phones: readonly TestPhone[], notices: ReadonlySet<string>): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1)
    for (const phone of phones) await phone.round({ erased: async () => notices });
}

interface Erasure {
  readonly phones: readonly [TestPhone, TestPhone, TestPhone];
  readonly id: string;
  readonly notices: ReadonlySet<string>;
  /** All that was ever said of it, sealed. */
  readonly sealed: readonly string[];
  /** As a book that was saved before. */
  readonly book: readonly LeafDoc[];
  /** The hub's folder of before. */
  readonly copy: string;
}

/** Erased by the first while the last was away with newer words of its own. */
async function erased(): Promise<Erasure> {
  const phones = [await stage.phone(), await stage.phone(), await stage.phone()] as const;
  const [one, two, away] = phones;
  for (const at of [1, 2]) await one.say(at, { summary: `here ${at}` });
  await stage.untilQuiet(phones);
  const id = await one.store.idOf(refAt(1));
  const [book, first] = [await two.leaves(), await sealedOf(one, id)];
  const copy = join(stage.hub.dataFolder, '..', `copy-${id}`);
  await stage.meanwhile((folder) => copyFolder(folder, copy));
  await away.say(1, { summary: 'an old phone knows better' });
  const sealed = [...first, ...(await sealedOf(away, id))];
  expect(new Set(sealed).size).toBe(2);
  valueIn(await eraseDocument(one.store, id));
  const notices = new Set([id]);
  await roundsOf([one, two], notices);
  return { phones, id, notices, sealed, book, copy };
}

async function expectGone({ phones, id, sealed }: Erasure): Promise<void> {
  for (const phone of phones) {
    expect(await phone.read(1)).toBe('none');
    expect(await sealedOf(phone, id)).toEqual([]);
    expect(await phone.read(2)).toContain('here 2');
    expect(await phone.memory().index.root()).toBe(await stage.hubRoot());
  }
  let disk = '';
  await stage.meanwhile((folder) => {
    disk = everyFile(folder);
  });
  expect(disk).toContain(id);
  expect(sealed.filter((c) => disk.includes(c))).toEqual([]);
}

test('row 19: an old phone with newer words of what was erased brings nothing back', async () => {
  const all = await erased();
  const [one, two, away] = all.phones;
  // It speaks before it has heard.
  await away.round();
  await roundsOf([one, two, away], all.notices);
  await expectGone(all);
});

test('row 19: neither does a book from before, opened on any of them', async () => {
  const all = await erased();
  for (const phone of all.phones) {
    await takeLeaves(phone.store, all.book, all.notices).then(valueIn);
    await phone.restart();
  }
  await roundsOf(all.phones, all.notices);
  await expectGone(all);
});

test('row 19: neither does a hub that was put back to last week', async () => {
  const all = await erased();
  await stage.meanwhile((folder) => copyFolder(all.copy, folder));
  await all.phones[2].round();
  await roundsOf(all.phones, all.notices);
  await expectGone(all);
  const newcomer = await stage.phone();
  await newcomer.round();
  expect(await newcomer.read(1)).toBe('none');
});
