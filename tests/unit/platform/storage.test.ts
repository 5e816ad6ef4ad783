import { expect, test } from 'vitest';
import { createKeptStorage } from '#platform/storage.ts';

const managerWith = (parts: Partial<StorageManager>) => parts as StorageManager;
const roomFor = (usage: number, quota: number) =>
  createKeptStorage(managerWith({ estimate: async () => ({ usage, quota }) })).room();

test('warns from four fifths on', async () => {
  expect(await roomFor(79, 100)).toMatchObject({ share: 0.79, isNearlyFull: false });
  expect(await roomFor(80, 100)).toMatchObject({ share: 0.8, isNearlyFull: true });
  expect(await roomFor(500, 100)).toMatchObject({ share: 1, isNearlyFull: true });
  expect(await roomFor(0, 0)).toBeUndefined();
});

test('a browser without the means, or that throws, has not agreed to anything', async () => {
  const refusing = managerWith({
    persist: () => Promise.reject(new TypeError()),
    persisted: () => Promise.reject(new TypeError()),
    estimate: () => Promise.reject(new TypeError()),
  });
  for (const storage of [undefined, managerWith({}), refusing]) {
    const kept = createKeptStorage(storage);
    expect(await kept.persist()).toBe(false);
    expect(await kept.persisted()).toBe(false);
    expect(await kept.room()).toBeUndefined();
  }
});
