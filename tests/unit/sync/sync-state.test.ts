import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isFromHub,
  keepSyncState,
  nothingKnown,
  readSyncState,
  withSequences,
} from '#sync/sync-state.ts';
import { runs } from '../../support/runs.ts';
import { memoryStore } from './support/memory-store.ts';

describe('ranges of sequences', () => {
  test('hold just what was put into them, sorted, and never touch', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(60), { maxLength: 12 }), { maxLength: 6 }), (steps) => {
        const ranges = steps.reduce(withSequences, nothingKnown.fromHub);
        const all = new Set(steps.flat());
        for (let seq = 0; seq <= 61; seq += 1) expect(isFromHub(ranges, seq)).toBe(all.has(seq));
        for (const [at, [from, to]] of ranges.entries()) {
          expect(from).toBeLessThanOrEqual(to);
          const next = ranges[at + 1];
          if (next) expect(next[0]).toBeGreaterThan(to + 1);
        }
      }),
      runs(300),
    );
  });
});

describe('what is remembered of a hub', () => {
  test('comes back as it was, over whatever was there', async () => {
    const store = memoryStore();
    expect(await readSyncState(store)).toEqual(nothingKnown);
    const state = { ...nothingKnown, generation: 'a'.repeat(32), agreed: 7, later: ['x'] };
    await keepSyncState(store, state);
    expect(await readSyncState(store)).toEqual(state);
    await Promise.all([1, 2, 3].map((agreed) => keepSyncState(store, { ...state, agreed })));
    expect((await readSyncState(store)).agreed).toBeGreaterThan(0);
  });

  test('of an app that wrote it otherwise is nothing: everything waits again', async () => {
    const store = memoryStore();
    await store.db.use((db) =>
      db.put({ _id: '_local/patchbook-sync', agreed: 'all', fromHub: 7 } as never),
    );
    expect(await readSyncState(store)).toEqual(nothingKnown);
  });
});
