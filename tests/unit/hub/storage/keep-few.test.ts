import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepFew } from '../../../../hub/storage/keep-few.ts';
import { runs } from '../../../support/runs.ts';

/** Things that say when two of one name would be open at once. */
function watched(most: number) {
  const open = new Set<string>();
  const opened: string[] = [];
  let twice = 0;
  const few = keepFew(most, async (name) => {
    if (open.has(name)) twice += 1;
    open.add(name);
    opened.push(name);
    await Promise.resolve();
    return {
      name,
      isBroken: name.startsWith('broken'),
      close: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        open.delete(name);
      },
    };
  });
  return { few, open, opened, twice: () => twice };
}

describe('keeping few open', () => {
  test('never two of one name, each use gets its own, and in the end none is open', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 3 })), { maxLength: 40 }),
        async (uses) => {
          const { few, open, twice } = watched(2);
          await Promise.all(
            uses.map(async ([of, ticks]) => {
              const name = of === 4 ? 'broken' : `n${of}`;
              for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
              const got = await few.use(name, async (thing) => {
                expect(open.has(name)).toBe(true);
                await new Promise((resolve) => setImmediate(resolve));
                expect(open.has(name)).toBe(true);
                return thing.name;
              });
              expect(got).toBe(name);
            }),
          );
          await few.stop();
          expect(open.size).toBe(0);
          expect(twice()).toBe(0);
        },
      ),
      runs(200),
    ));

  test('closes the one used longest ago', async () => {
    const { few, open, opened } = watched(2);
    for (const name of ['a', 'b', 'a', 'c']) await few.use(name, async () => {});
    await expect.poll(() => [...open].sort()).toEqual(['a', 'c']);
    await few.use('a', async () => {});
    expect(opened).toEqual(['a', 'b', 'c']);
  });

  test('one that is broken is opened anew', async () => {
    const { few, opened } = watched(2);
    await few.use('broken', async () => {});
    await few.use('broken', async () => {});
    expect(opened).toEqual(['broken', 'broken']);
  });

  test('an opening that fails is tried again by the next', async () => {
    let tries = 0;
    const few = keepFew(2, async () => {
      tries += 1;
      if (tries === 1) throw new Error('not now');
      return { isBroken: false, close: async () => {} };
    });
    await expect(few.use('a', async () => 'x')).rejects.toThrow('not now');
    expect(await few.use('a', async () => 'x')).toBe('x');
  });

  test('work without one waits for whoever uses it, and keeps others out', async () => {
    const { few, open } = watched(2);
    const done: string[] = [];
    let finish = () => {};
    const using = few.use('a', async () => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      done.push('used');
    });
    await expect.poll(() => open.has('a')).toBe(true);
    const without = few.without('a', async () => {
      expect(open.has('a')).toBe(false);
      done.push('without');
    });
    const later = few.use('a', async () => done.push('used again'));
    finish();
    await Promise.all([using, without, later]);
    expect(done).toEqual(['used', 'without', 'used again']);
  });

  test('once it stops, nobody gets one', async () => {
    const { few } = watched(2);
    await few.stop();
    await expect(few.use('a', async () => {})).rejects.toThrow('stopping');
  });
});
