import { expect, test } from 'vitest';
import { growingRing } from '#seal/circle-ring.ts';
import { openEnvelope, sealBody } from '#seal/seal.ts';
import { madeUpIdKey, madeUpKeys, recordId } from './made-up-ring.ts';

test('a ring that learned a newer epoch seals under it and opens both', async () => {
  const [older, newer] = await Promise.all([madeUpKeys(0, 3), madeUpKeys(1, 4)]);
  const { ring, learn } = growingRing(await madeUpIdKey(), [older]);
  const before = await sealBody({ said: 'before' }, { id: recordId, ring });
  learn([newer]);
  const after = await sealBody({ said: 'after' }, { id: recordId, ring });
  if (!before.ok || !after.ok) throw new Error('not sealed');
  expect([before.value.k, after.value.k]).toEqual([older.k, newer.k]);
  expect((await openEnvelope(before.value, ring)).ok).toBe(true);
  expect((await openEnvelope(after.value, ring)).ok).toBe(true);
});

test('an older epoch learned later is read, and not written under', async () => {
  const [older, newer] = await Promise.all([madeUpKeys(0, 3), madeUpKeys(1, 4)]);
  const { ring, learn } = growingRing(await madeUpIdKey(), [newer]);
  learn([older, older]);
  expect(ring.current.k).toBe(newer.k);
  expect([...ring.byKeyId.keys()].sort()).toEqual([older.k, newer.k].sort());
});

test('what is handed to a worker is what the ring shows at that moment', async () => {
  const [older, newer] = await Promise.all([madeUpKeys(0, 3), madeUpKeys(1, 4)]);
  const { ring, learn } = growingRing(await madeUpIdKey(), [older]);
  learn([newer]);
  const cloned = structuredClone(ring);
  expect(cloned.current.k).toBe(newer.k);
  expect(cloned.byKeyId.size).toBe(2);
});
