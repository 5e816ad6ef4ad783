import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  arriving,
  envelope,
  madeUpHash,
  madeUpId,
  noise,
} from '../../support/arriving-documents.ts';
import { chance } from '../../support/seeded.ts';
import { contentOf, hubDb, phone, replicate } from './support/phone.ts';
import { rootFrom } from './support/receipts.ts';
import {
  addAccount,
  type HostedRegister,
  hostRegister,
  hubFolders,
  type RunningHub,
  startHub,
} from './support/running-hub.ts';

const folders = hubFolders();
let hub: RunningHub;
let register: HostedRegister;
let circle: string;

beforeAll(async () => {
  hub = await startHub(folders);
});
afterAll(async () => {
  await hub.stop();
  folders.forget();
});

const fresh = async () => {
  register = await hostRegister(hub.origin);
  circle = `${register.id}-members`;
  return hubDb(hub.origin, circle, register.founder);
};

const thousand = Array.from({ length: 1_000 }, (_, at) => ({
  _id: madeUpId(at),
  ...envelope(noise(384)),
}));

describe('PouchDB over HTTP', () => {
  test('brings 1,000 documents up, and down to another phone, byte for byte', async () => {
    const remote = await fresh();
    const [mine, other] = [phone(), phone()];
    await mine.bulkDocs(thousand.map((doc) => ({ ...doc })));
    const up = await replicate(mine, remote);
    expect(up).toMatchObject({ ok: true, docs_written: 1_000, doc_write_failures: 0 });
    const down = await replicate(remote, other);
    expect(down).toMatchObject({ ok: true, docs_written: 1_000 });
    expect(await contentOf(other)).toEqual(await contentOf(mine));
    expect((await remote.info()).doc_count).toBe(1_000);
  });

  test('goes on from its checkpoint, and a phone that has all asks for next to nothing', async () => {
    const remote = await fresh();
    const mine = phone();
    const asked: string[] = [];
    const told = hubDb(hub.origin, circle, register.founder, (url) => asked.push(url));
    await mine.bulkDocs(thousand.slice(0, 300).map((doc) => ({ ...doc })));
    await replicate(mine, remote);
    await replicate(mine, told);
    expect(asked.filter((url) => /_bulk_docs|_revs_diff/.test(url))).toEqual([]);
    await mine.bulkDocs(thousand.slice(300, 310).map((doc) => ({ ...doc })));
    expect(await replicate(mine, remote)).toMatchObject({ docs_read: 10, docs_written: 10 });
  });

  test('a run broken off goes on where it was', async () => {
    const remote = await fresh();
    const mine = phone();
    await mine.bulkDocs(thousand.slice(0, 500).map((doc) => ({ ...doc })));
    let batches = 0;
    const dying = hubDb(hub.origin, circle, register.founder, (url) => {
      if (!url.includes('_bulk_docs')) return;
      batches += 1;
      if (batches === 3) throw new TypeError('no network');
    });
    await expect(replicate(mine, dying)).rejects.toThrow();
    const rest = await replicate(mine, remote);
    expect(rest).toMatchObject({ ok: true, doc_write_failures: 0 });
    // Two whole batches and the checkpoint after the first had come through.
    expect(rest.docs_read).toBeLessThanOrEqual(400);
    expect((await remote.info()).doc_count).toBe(500);
  });

  test('both sides of a conflict reach everybody, and the tombstone that ends it', async () => {
    const remote = await fresh();
    const [mine, other] = [phone(), phone()];
    const [doc = envelope()] = thousand;
    await mine.bulkDocs([{ ...doc }]);
    await replicate(mine, remote);
    await replicate(remote, other);
    const { _id, _rev } = await mine.get(madeUpId(0));
    await mine.put({ _id, _rev, ...envelope('Bine') });
    await other.put({ _id, _rev, ...envelope('Dein') });
    for (const from of [mine, other]) await replicate(from, remote);
    for (const to of [mine, other]) await replicate(remote, to);
    const { _conflicts = [] } = await mine.get(_id, { conflicts: true });
    expect(_conflicts).toHaveLength(1);
    expect(await contentOf(other)).toEqual(await contentOf(mine));
    expect(await remote.get(_id, { conflicts: true })).toMatchObject({ _conflicts });

    await mine.remove(_id, _conflicts[0] ?? '');
    await replicate(mine, remote);
    await replicate(remote, other);
    expect(await other.get(_id, { conflicts: true })).not.toHaveProperty('_conflicts');
    expect(await contentOf(other)).toEqual(await contentOf(mine));
  });

  test('phones that write and merge at once end alike, and the receipt says so', async () => {
    const remote = await fresh();
    const phones = [phone(), phone(), phone(), phone()];
    const dice = chance(31);
    const editSome = async (db: (typeof phones)[number]) => {
      for (let edit = 0; edit < 12; edit += 1) {
        const _id = madeUpId(`shared ${dice.below(6)}`);
        const there = await db.get(_id).catch(() => undefined);
        if (there && dice.in100(20)) await db.remove(_id, there._rev);
        else await db.put({ _id, ...(there && { _rev: there._rev }), ...envelope(noise(30)) });
      }
    };
    const endSome = async (db: (typeof phones)[number]) => {
      for (let of = 0; of < 6; of += 1) {
        const _id = madeUpId(`shared ${of}`);
        const there = await db.get(_id, { conflicts: true }).catch(() => undefined);
        for (const rev of there?._conflicts ?? []) await db.remove(_id, rev);
      }
    };
    const syncAll = async () => {
      await Promise.all(phones.map((db) => replicate(db, remote, { batch_size: 3 })));
      await Promise.all(phones.map((db) => replicate(remote, db, { batch_size: 3 })));
    };
    for (let round = 0; round < 4; round += 1) {
      await Promise.all(phones.map(editSome));
      await syncAll();
      await Promise.all(phones.map(endSome));
      await syncAll();
    }
    const first = phones[0] ?? phone();
    const { body } = await register.ask('POST', `/api/registers/${register.id}/heads`);
    for (const db of phones) {
      expect(await contentOf(db)).toEqual(await contentOf(first));
      const { results } = await db.changes({ since: 0, style: 'all_docs' });
      expect(body).toMatchObject({ circles: { members: { root: await rootFrom(results) } } });
    }
  });

  test('a removal travels, and what was removed can come back', async () => {
    const remote = await fresh();
    const [mine, other] = [phone(), phone()];
    await mine.bulkDocs(thousand.slice(0, 3).map((doc) => ({ ...doc })));
    await replicate(mine, remote);
    await replicate(remote, other);
    const { _id, _rev } = await mine.get(madeUpId(1));
    const { rev } = await mine.remove(_id, _rev);
    await replicate(mine, remote);
    await replicate(remote, other);
    await expect(other.get(_id)).rejects.toMatchObject({ status: 404 });
    await expect(remote.get(_id)).rejects.toMatchObject({ status: 404 });
    expect((await remote.info()).doc_count).toBe(2);
    await other.put({ _id, _rev: rev, ...envelope('AAAB') });
    await replicate(other, remote);
    await replicate(remote, mine);
    expect(await mine.get(_id)).toMatchObject({ c: 'AAAB' });
    expect(await contentOf(other)).toEqual(await contentOf(mine));
  });

  test('revisions with a history of their own stay as they are (new_edits: false)', async () => {
    const remote = await fresh();
    const ids = [9, 8, 7].map((at) => madeUpHash(`revision ${at}`));
    const told = { ...arriving('told'), _rev: `42-${ids[0]}`, _revisions: { start: 42, ids } };
    expect(await remote.bulkDocs([{ ...told }], { new_edits: false })).toEqual([]);
    expect(await remote.get(told._id, { revs: true })).toEqual(told);
    const all = await remote.get(told._id, { open_revs: 'all', revs: true });
    expect(all).toEqual([{ ok: told }]);
  });

  test('a document edited hundreds of times goes on, as long as phones remember', async () => {
    const remote = await fresh();
    const [mine, other] = [phone(), phone()];
    const _id = madeUpId('hot');
    const edit = async (times: number) => {
      for (let at = 0; at < times; at += 1) {
        const there = await mine.get(_id).catch(() => undefined);
        await mine.put({ _id, ...(there && { _rev: there._rev }), ...envelope(noise(30)) });
      }
    };
    for (const times of [150, 60, 99]) {
      await edit(times);
      expect(await replicate(mine, remote)).toMatchObject({ doc_write_failures: 0 });
      await replicate(remote, other);
      expect(await contentOf(other)).toEqual(await contentOf(mine));
    }
    // More edits at once than are remembered: what others had looks like a conflict, to all alike.
    await edit(140);
    await replicate(mine, remote);
    for (const to of [other, mine]) await replicate(remote, to);
    const { _conflicts = [] } = await mine.get(_id, { conflicts: true });
    expect(_conflicts).toHaveLength(1);
    await mine.remove(_id, _conflicts[0] ?? '');
    await replicate(mine, remote);
    await replicate(remote, other);
    expect(await other.get(_id, { conflicts: true })).not.toHaveProperty('_conflicts');
    expect(await contentOf(other)).toEqual(await contentOf(mine));
    const { results } = await other.changes({ since: 0, style: 'all_docs' });
    const { body } = await register.ask('POST', `/api/registers/${register.id}/heads`);
    expect(body).toMatchObject({ circles: { members: { root: await rootFrom(results) } } });
  });

  test('the same thing sent again changes nothing', async () => {
    const remote = await fresh();
    const mine = phone();
    await mine.bulkDocs(thousand.slice(0, 50).map((doc) => ({ ...doc })));
    await replicate(mine, remote);
    const before = await remote.info();
    await replicate(mine, remote, { checkpoint: false });
    expect(await remote.info()).toEqual(before);
  });

  test('an account of another circle gets nothing', async () => {
    await fresh();
    const member = await addAccount(register, ['members']);
    const team = hubDb(hub.origin, `${register.id}-team`, member);
    await expect(replicate(team, phone())).rejects.toMatchObject({ status: 403 });
    await expect(replicate(phone(), team)).rejects.toMatchObject({ status: 403 });
  });

  test('a document that is refused leaves the others their way', async () => {
    const remote = await fresh();
    const mine = phone();
    const docs = thousand.slice(0, 99).map((doc) => ({ ...doc }));
    await mine.bulkDocs([...docs, { _id: madeUpId('clear'), ...envelope(), name: 'Ann' }]);
    const denied: unknown[] = [];
    const run = replicate(mine, remote);
    run.on('denied', (error) => denied.push(error));
    expect(await run).toMatchObject({ docs_written: 99, doc_write_failures: 1 });
    expect(denied).toHaveLength(1);
    expect(JSON.stringify(denied)).toContain('bad-envelope');
    expect((await remote.info()).doc_count).toBe(99);
  });
});
