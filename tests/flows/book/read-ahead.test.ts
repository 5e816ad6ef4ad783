import { expect, test } from 'vitest';
import { openCatalogueDb } from '#catalogue/catalogue-db.ts';
import { createFollower } from '#catalogue/follower.ts';
import type { Source } from '#catalogue/source.ts';
import type { Body } from '#domain/merge/body.ts';
import { parseRecord } from '#domain/record/record.ts';
import type { Ref } from '#domain/record/values.ts';
import type { FeedPage } from '#register/feed.ts';
import type { HomeStores } from '#register/home-store.ts';
import { recordWriter } from '#register/record-writer.ts';
import { withBirth } from '#services/book-commands.ts';
import { aPlace } from '../../support/test-book.ts';

const now = () => Date.UTC(2026, 10, 1);

function bodyOf(ref: Ref, name: string): Body {
  const { newBodies } = recordWriter({
    stores: { device: {}, team: {}, members: {} } as HomeStores,
    writers: { device: 'a', team: 'a', members: 'a' },
    now,
    lock: (_, work) => work(),
    register: 'r',
  });
  const born = withBirth('place', aPlace(name), { now, memberId: crypto.randomUUID() });
  const record = parseRecord({ ...born, share: 'members', ...ref });
  const body = record.ok ? newBodies(ref, record.value).members : undefined;
  if (!body) throw new Error('no body in members');
  return body;
}

/** A feed of two pages, and the day between them: what the first tells is gone in the second. */
const feedOf = (pages: readonly FeedPage[]): Source => ({
  home: 'members',
  page: async (since) => pages[since] ?? { items: [], seq: since, more: false },
  read: async () => undefined,
  isEmpty: async () => false,
  idOf: async ({ id }) => `doc-${id}`,
});

test('what was taken out while a page was being written does not stay in the list', async () => {
  const [kept, gone] = [
    '11111111-1111-4111-8111-111111111111',
    '22222222-2222-4222-8222-222222222222',
  ];
  const told = (id: string) => ({
    id: `doc-${id}`,
    body: bodyOf({ type: 'place', id }, `Bench ${id.slice(0, 1)}`),
  });
  const db = openCatalogueDb(crypto.randomUUID());
  const { catchUp } = createFollower({
    db,
    sources: [
      feedOf([
        { items: [told(kept), told(gone)], seq: 1, more: true },
        { items: [{ id: `doc-${gone}`, gone: true }], seq: 2, more: false },
      ]),
    ],
    lock: (work) => work(),
    onApplied: () => {},
  });
  await catchUp();
  expect(await db.things.toCollection().primaryKeys()).toEqual([kept]);
  expect((await db.positions.get('members'))?.seq).toBe(2);
  await db.delete();
});
