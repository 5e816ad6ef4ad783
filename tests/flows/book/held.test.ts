import { expect, test } from 'vitest';
import { emptyBody } from '#domain/merge/body.ts';
import { changeBody } from '#domain/merge/edit.ts';
import { packBody } from '#domain/merge/pack.ts';
import { nextStamp } from '#domain/merge/stamp.ts';
import { openCircleDb } from '#register/pouch.ts';
import { deriveCircleKeys, makeCircleSecret } from '#seal/circle-keys.ts';
import { circleRing } from '#seal/circle-ring.ts';
import { envelopeId, makeIdKey } from '#seal/id-key.ts';
import { sealBody } from '#seal/seal.ts';
import { bothRings } from '../../support/rings-in.ts';
import { aPlace, newBook } from '../../support/test-book.ts';

const writer = '0123456789abcdef';
const stamp = nextStamp({ now: Date.now(), writer, last: undefined, seen: [] });

const bodyOf = (type: string, sv: number, values: Record<string, string>) => {
  const rules = Object.fromEntries(
    Object.keys(values).map((key) => [key, { merge: 'scalar' as const }]),
  );
  return changeBody(emptyBody(type, crypto.randomUUID(), sv), values, rules, stamp);
};

test('what can not be shown is kept, counted by reason, and written by nobody', async () => {
  const { book, keys, catalogue, catchUp, close } = await newBook();
  const rings = await bothRings(keys);
  const db = openCircleDb(keys.register, 'members');
  const put = async (body: ReturnType<typeof bodyOf>, ring = rings.members) => {
    const id = await envelopeId(rings.members.idKey, body.type, body.id);
    const sealed = await sealBody(packBody(body), { id, ring });
    if (sealed.ok) await db.put(sealed.value);
  };
  const strangeRing = circleRing(await makeIdKey(), [
    await deriveCircleKeys(makeCircleSecret(), { circle: 'elsewhere', epoch: 1 }),
  ]);
  await put(bodyOf('spaceship', 1, { name: 'From the future', share: 'members' }));
  await put(bodyOf('place', 99, { name: 'A newer place', share: 'members' }));
  await put(bodyOf('place', 1, { name: 'x', share: 'members' }));
  await put(bodyOf('place', 1, { name: 'Sealed by others', share: 'members' }), strangeRing);
  await db.put({ _id: 'f'.repeat(32), v: 1, k: 'nonsense', e: -1, c: '<script>' } as never);
  await catchUp();
  const held = await catalogue.held.toArray();
  expect(held.map(({ why }) => why).sort()).toEqual(
    ['broken', 'broken', 'newer', 'no-key', 'unknown-kind'].sort(),
  );
  expect(await catalogue.things.count()).toBe(0);
  const before = (await db.info()).update_seq;
  await book.add('place', aPlace('A good one'));
  expect(await catalogue.things.count()).toBe(1);
  await book.rebuild(() => {});
  expect(await catalogue.held.count()).toBe(5);
  expect(Number((await db.info()).update_seq)).toBe(Number(before) + 1);
  await db.close();
  await close();
});
