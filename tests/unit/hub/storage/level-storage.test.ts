import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Arrived, HubStorage } from '../../../../hub/storage/hub-storage.ts';
import { openLevelStorage } from '../../../../hub/storage/level-storage.ts';
import { arriving } from '../../../support/arriving-documents.ts';

let folder: string;
let storage: HubStorage;
const moved: string[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchbook-storage-'));
  storage = openLevelStorage({
    folder,
    atOnce: 2,
    onMoved: (circle, seq) => moved.push(`${circle} ${seq}`),
    mayOpen: (circle) => circle !== 'closed',
  });
});
afterAll(async () => {
  await storage.stop();
  rmSync(folder, { recursive: true });
});

const write = (circle: string, of: string | number) =>
  storage.use(circle, (store) => store.write([arriving(of) as unknown as Arrived]));
const count = (circle: string) =>
  storage.use(circle, async (store) => (await store.about()).documents);

describe('the storage', () => {
  test('keeps far more circles than it has open, written to and read at once', async () => {
    const circles = Array.from({ length: 9 }, (_, at) => `circle${at}`);
    for (let round = 0; round < 8; round += 1)
      await Promise.all(
        circles.map(async (circle) => {
          await write(circle, round);
          expect(await count(circle)).toBe(round + 1);
        }),
      );
    expect(await Promise.all(circles.map(count))).toEqual(circles.map(() => 8));
    expect(moved).toHaveLength(72);
    expect(moved).toContain('circle3 8');
  });

  test('takes a circle off the disk, after whoever uses it, and makes it anew', async () => {
    await write('one', 'a');
    const using = write('one', 'b');
    const dropping = storage.drop('one');
    await Promise.all([using, dropping]);
    expect(readdirSync(folder)).not.toContain('one');
    expect(await count('one')).toBe(0);
  });

  test('makes none that is closed', async () => {
    await expect(write('closed', 'a')).rejects.toThrow('closed');
    expect(readdirSync(folder)).not.toContain('closed');
  });
});
