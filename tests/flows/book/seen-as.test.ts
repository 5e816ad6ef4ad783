import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { relationsBetween } from '#domain/connection/connection.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import type { RecordType, Ref } from '#domain/record/values.ts';
import type { Circle } from '#domain/sharing/level.ts';
import { idsIn } from '#features/card/use-thing-names.ts';
import { seenAs } from '#services/seen-as.ts';
import { shelfOf, thingOn } from '#services/thing-on-shelf.ts';
import { circlePhone } from '../../support/circle-phone.ts';
import { chance } from '../../support/seeded.ts';
import { newBook, type TestBook } from '../../support/test-book.ts';

const files = import.meta.glob<readonly JsonObject[]>('../../fixtures/records/*.good.json', {
  import: 'default',
  eager: true,
});
const kinds = ['place', 'group', 'organisation', 'exchange', 'story', 'person'] as const;
const all = (type: RecordType) => files[`../../fixtures/records/${type}.good.json`] ?? [];

const { pick, in100 } = chance(20_261_127);
const levels = ['device', 'team', 'members', 'members', 'public', 'public'] as const;

/** A good record of the kind with some of its fields left out, at a level of its own. */
function someValues(type: RecordType): JsonObject {
  const { id: _, type: __, deleted: ___, ...values } = pick(all(type));
  const kept = Object.entries(values).filter(([field]) => !in100(20) || field === 'organiser');
  return { ...values, ...(in100(50) ? Object.fromEntries(kept) : {}), share: pick(levels) };
}

const pointsAt = (type: RecordType, refs: readonly Ref[]): JsonObject => {
  const places = refs.filter((ref) => ref.type === 'place');
  const organisers = refs.filter((ref) => ref.type === 'group' || ref.type === 'organisation');
  if (type === 'group' && places.length > 0) return { meetsAt: pick(places).id };
  if (type !== 'activity') return {};
  return { organiser: { ...pick(organisers) }, placeId: pick(places).id };
};

async function addOne({ book }: TestBook, type: RecordType, refs: readonly Ref[]): Promise<Ref> {
  for (let tries = 0; tries < 50; tries++) {
    const done = await book.add(type, { ...someValues(type), ...pointsAt(type, refs) });
    if (done.ok) return { type, id: done.value.id };
    if (done.error.kind !== 'not-valid') throw new Error(done.error.kind);
  }
  throw new Error(`no good ${type}`);
}

/** 200 things, some told again, tied together, narrowed, widened, taken out. */
async function fill(open: TestBook): Promise<readonly Ref[]> {
  const refs: Ref[] = [];
  for (let n = 0; n < 160; n++)
    refs.push(await addOne(open, kinds[n % kinds.length] ?? 'place', refs));
  for (let n = 0; n < 40; n++) refs.push(await addOne(open, 'activity', refs));
  for (let n = 0; n < 120; n++) {
    const [from, to] = [pick(refs), pick(refs)];
    await open.book.connect(from, to, pick(relationsBetween(from.type, to.type)));
    await open.book.confirm(pick(refs));
  }
  for (let n = 0; n < 40; n++) await open.book.change(pick(refs), { share: pick(levels) });
  for (let n = 0; n < 10; n++) await open.book.remove(pick(refs));
  return refs;
}

let open: TestBook;
let refs: readonly Ref[];
beforeAll(async () => {
  open = await newBook();
  refs = await fill(open);
}, 120_000);
afterAll(() => open.close());

const readHere = async (ref: Ref): Promise<AnyRecord | undefined> => {
  const found = await open.book.read(ref);
  return found.ok ? found.value.record : undefined;
};

/** When a thing was last written is no part of a card, and a circle knows only its own writing. */
const undated = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value, (key, each) => (key === 'updatedAt' ? undefined : each))) as T;

type There = Awaited<ReturnType<typeof circlePhone>>;

async function cardThere(there: There, ref: Ref) {
  const around = await thingOn(shelfOf(there.catalogue), ref.id);
  const read = await there.read(ref);
  return around !== 'missing' && read.ok ? { ...around, read: read.value } : undefined;
}

const named = (rows: readonly (ThingRow | undefined)[]) => rows.filter((row) => row !== undefined);

/** What both phones agree on of one thing; nothing for one that was taken out. */
async function compared(there: There, circle: Circle, ref: Ref) {
  const read = await open.book.read(ref);
  if (!read.ok || read.value.record.deleted) return [];
  const parts = { catalogue: open.catalogue, read: readHere, idsIn };
  const seen = await seenAs(read.value, circle, parts);
  const card = await cardThere(there, ref);
  expect(undated(seen.card ?? null), JSON.stringify(ref)).toEqual(undated(card ?? null));
  const names = card ? await shelfOf(there.catalogue).rows(idsIn(card.read.record)) : [];
  expect(undated(seen.mentioned)).toEqual(undated(named(names)));
  return [{ isShown: card !== undefined, ties: card?.ties.length ?? 0, keptBack: seen.keptBack }];
}

test.each<[Circle, readonly Circle[]]>([
  ['members', ['members']],
  ['team', ['members', 'team']],
])(
  'the card as the %s see it is the one that a phone shows that holds no more',
  async (circle, held) => {
    const there = await circlePhone(open, held);
    const all = [];
    for (const ref of refs) all.push(...(await compared(there, circle, ref)));
    await there.close();
    const shown = all.filter(({ isShown }) => isShown);
    // Nothing is proved by two phones that show nothing.
    expect(shown.length).toBeGreaterThan(60);
    expect(all.length - shown.length).toBeGreaterThan(20);
    expect(shown.filter(({ ties }) => ties > 0).length).toBeGreaterThan(10);
    // Only people have facts that not even the team gets, and people stay on their phone as yet.
    const partial = shown.filter(({ keptBack }) => keptBack.length > 0).length;
    expect(partial > 10).toBe(circle === 'members');
  },
  120_000,
);
