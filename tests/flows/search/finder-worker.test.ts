import { afterEach, expect, test } from 'vitest';
import { createFinder } from '#search/finder.ts';
import { neighbourhood, neighbourhoodCentre } from '../../support/neighbourhood.ts';
import { neighbourhoodTypeWords as typeWords } from '../../support/neighbourhood-words.ts';

const workers: Worker[] = [];
const spawn = () => {
  const url = new URL('../../../src/services/finder-worker.ts', import.meta.url);
  const worker = new Worker(url, { type: 'module' });
  workers.push(worker);
  return worker;
};
const finder = createFinder(spawn, { typeWords: async () => typeWords });
const rows = neighbourhood(600, 5);
afterEach(() => finder.close());

test('a real worker finds by word and nearness, and is replaced when it fails', async () => {
  await finder.load(rows);
  const query = { text: 'chemist', near: neighbourhoodCentre, limit: 20 };
  const found = await finder.find(query);
  const isPharmacy = ({ assetType, status }: (typeof rows)[number]) =>
    assetType === 'inst.pharmacy' && status !== 'archived';
  expect(found.total).toBe(rows.filter(isPharmacy).length);
  expect(found.total).toBeGreaterThan(3);
  const placed = found.away.filter((away) => away !== undefined);
  expect(placed).toEqual(placed.toSorted((a, b) => a.metres - b.metres));
  const typed = ['p', 'pi', 'pill'].map((text) => finder.ask({ text, limit: 5 }, 'list'));
  expect((await Promise.all(typed)).at(-1)?.ok).toBe(true);

  finder.onLost(() => finder.load(rows));
  workers[0]?.dispatchEvent(new Event('error'));
  expect(await finder.find(query)).toEqual(found);
  expect(workers).toHaveLength(2);
});
