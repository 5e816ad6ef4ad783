import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { documentFault } from '#seal/document-fault.ts';
import { durableLevel } from '../../../../hub/storage/durable-level.ts';
import type { Arrived } from '../../../../hub/storage/hub-storage.ts';
import { type OpenCircle, openLevelCircle } from '../../../../hub/storage/level-circle.ts';
import { openLevelDb } from '../../../../hub/storage/level-db.ts';
import { recount } from '../../../../hub/storage/receipt-book.ts';
import {
  arriving,
  envelope,
  madeUpHash,
  madeUpId,
  noise,
  withHistory,
} from '../../../support/arriving-documents.ts';
import { costlyRuns } from '../../../support/runs.ts';

const folders: string[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'patchbook-circle-'));
  folders.push(folder);
  return join(folder, 'circle');
}

/** What all LevelDBs have in common, to watch what is asked of the library. */
const levelPrototype = (): { _batch: (...args: unknown[]) => void } =>
  Object.getPrototypeOf(durableLevel(newFolder()));

const open = (folder: string): Promise<OpenCircle> =>
  openLevelCircle(folder, { onMoved: () => {}, mostBytes: 1e9 });

const arrived = (document: ReturnType<typeof arriving> | object): Arrived => {
  if (documentFault(document)) throw new Error('made up badly');
  return document as Arrived;
};

/** Counted anew by another opening of the same folder. */
async function recounted(folder: string) {
  const db = await openLevelDb(folder);
  const holding = await recount(db);
  await db.close();
  return holding;
}

/** Few documents and few hashes, so that histories meet, part, end and come back. */
const shortHistory = fc
  .record({
    start: fc.integer({ min: 1, max: 5 }),
    hashes: fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 1, maxLength: 5 }),
  })
  .map(({ start, hashes }) =>
    withHistory(start, hashes.slice(0, start).map(String).map(madeUpHash)),
  );

/** Two lines of one trunk, longer than what is remembered, of which a part is told. */
const longHistory = fc
  .record({
    line: fc.nat({ max: 1 }),
    start: fc.integer({ min: 1, max: 400 }),
    told: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ line, start, told }) => {
    const generations = Array.from({ length: Math.min(told, start) }, (_, at) => start - at);
    const hashOf = (of: number) => madeUpHash(of < 30 ? `trunk ${of}` : `line ${line} ${of}`);
    return withHistory(start, generations.map(hashOf));
  });

const anyDocument = (history: typeof shortHistory) =>
  fc
    .record({ of: fc.nat({ max: 2 }), history, deleted: fc.boolean() })
    .map(({ of, history: told, deleted }) =>
      arrived({ _id: madeUpId(of), ...told, ...(deleted ? { _deleted: true } : envelope()) }),
    );

describe('a circle', () => {
  test.each([
    ['short', shortHistory],
    ['long', longHistory],
  ])(
    'whatever %s histories come, its receipt is a recount, its feed lives, and each leaf has a body',
    (_, history) =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(anyDocument(history), { maxLength: 6 }), { maxLength: 8 }),
          async (batches) => {
            const folder = newFolder();
            let circle = await open(folder);
            for (const [at, batch] of batches.entries()) {
              await circle.write(batch);
              if (at % 3 !== 2) continue;
              await circle.close();
              circle = await open(folder);
            }
            const holding = await circle.holding();
            const { moved } = await circle.page(0, 100);
            for (const { id, leaves } of moved) {
              const found = await circle.read({ id }, false);
              expect(found.map((one) => 'ok' in one && one.ok._rev).sort()).toEqual(
                leaves.map(({ rev }) => rev).sort(),
              );
            }
            await circle.close();
            expect(await recounted(folder)).toEqual(holding);
          },
        ),
        costlyRuns(30),
      ),
  );

  test('opened after a crash counts anew, after a close it does not', async () => {
    const folder = newFolder();
    const first = await open(folder);
    await first.write([arrived(arriving('a'))]);
    await first.close();
    // As a crash leaves it: written, and nothing noted down.
    const db = await openLevelDb(folder);
    await db.bulkDocs([{ ...arriving('b') }], { new_edits: false });
    await db.close();
    const again = await open(folder);
    const holding = await again.holding();
    expect(holding.seq).toBe(2);
    await again.close();
    expect(await recounted(folder)).toEqual(holding);
  });

  test('a write resolves after a synced batch that held it, and no other kind is made', async () => {
    const options: unknown[] = [];
    const prototype = levelPrototype();
    const real = prototype._batch;
    vi.spyOn(prototype, '_batch').mockImplementation(function (this: unknown, ...args) {
      options.push(args[1]);
      return real.apply(this, args);
    });
    const circle = await open(newFolder());
    const before = options.length;
    await circle.write([arrived(arriving('a')), arrived(arriving('b'))]);
    expect(options.length).toBe(before + 1);
    await circle.keepCheckpoint('somebody', 'x', { fields: {} });
    await circle.close();
    expect(options.length).toBeGreaterThan(before + 1);
    for (const one of options) expect(one).toMatchObject({ sync: true });
  });

  test.each(['letGo', 'close'])(
    'after %s, what was replaced or removed leaves no byte on the disk',
    async (when) => {
      const folder = newFolder();
      const circle = await open(folder);
      const secrets = Array.from({ length: 40 }, () => noise(900));
      const firsts = secrets.map((c, at) => arriving(at, envelope(c)));
      await circle.write(firsts.map(arrived));
      const onDisk = () =>
        readdirSync(folder)
          .map((file) => readFileSync(join(folder, file), 'latin1'))
          .join('\n');
      const left = () =>
        secrets.filter((secret) => onDisk().includes(secret.slice(100, 160))).length;
      expect(left()).toBe(40);
      const next = firsts.map(({ _id, _revisions: { ids } }, at) =>
        arrived({
          _id,
          ...withHistory(2, [madeUpHash(`next ${at}`), ...ids]),
          ...(at % 2 ? { _deleted: true } : envelope()),
        }),
      );
      await circle.write(next);
      if (when === 'letGo') await circle.letGo();
      else await circle.close();
      expect(left()).toBe(0);
      const again = when === 'letGo' ? circle : await open(folder);
      expect((await again.about()).documents).toBe(20);
      await again.close();
      expect(left()).toBe(0);
    },
  );

  test('a second process can’t open it', async () => {
    const folder = newFolder();
    const circle = await open(folder);
    const other = durableLevel(folder);
    const error = await new Promise((resolve) => other.open({}, resolve));
    expect(String(error)).toMatch(/lock/i);
    await circle.close();
  });

  test('after a write that failed it says that it is broken', async () => {
    let isFull = false;
    const prototype = levelPrototype();
    const real = prototype._batch;
    vi.spyOn(prototype, '_batch').mockImplementation(function (this: unknown, ...args) {
      const done = args.at(-1);
      if (!isFull || typeof done !== 'function') return real.apply(this, args);
      process.nextTick(() => done(new Error('No space left')));
    });
    const circle = await open(newFolder());
    isFull = true;
    await expect(circle.write([arrived(arriving('a'))])).rejects.toThrow();
    expect(circle.isBroken).toBe(true);
    isFull = false;
    await circle.close();
  });
});
