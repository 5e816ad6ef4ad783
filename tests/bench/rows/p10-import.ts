import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { type BenchPhone, openPhone } from '../bench-phone.ts';
import { type BenchResult, type BenchRow, judged } from '../bench-row.ts';
import { interleaved, median } from '../figures.ts';
import { csvText, geoJsonText, importedName } from '../import-files.ts';
import { longestTask, watchLongTasks } from '../long-tasks.ts';
import type { BareImportJobs } from '../pages/bare-import.ts';
import type { Stage } from '../stage.ts';

interface Brought {
  readonly ms: number;
  readonly names: readonly string[];
  /** ms for which the page could do nothing else, at most. */
  readonly block: number;
}

interface Given {
  readonly what: 'geojson' | 'csv';
  readonly size: number;
  readonly text: string;
  readonly path: string;
}

/**
 * Timed: the built app's Import screen, from pressing Check to "are in the book now", pressed on at once
 * where a person would look: the file is read in its worker, columns are guessed, what looks like
 * something here is searched for, each record checked, stamped, sealed, put into PouchDB and
 * followed into the catalogue. The peers parse the same text in the page, seal the plain values with
 * the app's own sealer, and put them: into one raw IndexedDB store, or into the two stores that ours
 * end in, bare PouchDB (`bulkDocs`) and bare Dexie (`bulkPut`), a thousand at a time. They check
 * nothing, look for nothing, stamp nothing, and cannot be undone.
 */
export const importing: BenchRow = {
  id: 'P10',
  about: 'import 10,000 things of a file',
  run: async (stage) => {
    const size = stage.quick ? 300 : 10_000;
    const folder = mkdtempSync(join(tmpdir(), 'patchbook-bench-files-'));
    try {
      const results: BenchResult[] = [];
      for (const what of ['geojson', 'csv'] as const) {
        const text = what === 'csv' ? csvText(size) : geoJsonText(size);
        const path = join(folder, `places.${what}`);
        writeFileSync(path, text);
        results.push(...(await measure(stage, { what, size, text, path })));
      }
      return results;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(stage: Stage, given: Given): Promise<readonly BenchResult[]> {
  const kept = await interleaved(
    {
      ours: () => ours(stage, given),
      raw: () => bare(stage, given, 'raw'),
      stores: () => bare(stage, given, 'stores'),
    },
    stage.quick ? 1 : 5,
  );
  const ms = (runs: readonly Brought[]) => median(runs.map((run) => run.ms));
  const wanted = Array.from({ length: given.size }, (_, index) => importedName(index)).toSorted();
  const isSame = ({ names }: Brought) => JSON.stringify(names) === JSON.stringify(wanted);
  const correct = [...kept.ours, ...kept.raw, ...kept.stores].every(isSame);
  const blocks = kept.ours.map(({ block }) => block);
  const things = given.what === 'csv' ? 'CSV rows' : 'GeoJSON features';
  return [
    judged({
      id: 'P10',
      what: `import ${given.size} ${things}`,
      ours: ms(kept.ours),
      unit: 'ms',
      against: {
        'parse + seal + raw put': ms(kept.raw),
        'parse + seal + bulkDocs + bulkPut': ms(kept.stores),
      },
      most: 1.5,
      correct,
      note: 'The raw put does less: one copy in one store without an index, where a register needs PouchDB and a list its rows; neither peer checks, looks for twins, stamps or can be undone.',
    }),
    judged({
      id: 'P10',
      what: `page held up at most, ${given.size} ${things}`,
      ours: median(blocks),
      unit: 'ms',
      most: 50,
      of: 'ours',
      binding: false,
      correct,
      note: `longest task, median of ${blocks.length} imports; the worst ${Math.max(...blocks).toFixed(0)} ms`,
    }),
  ];
}

async function ours(stage: Stage, given: Given): Promise<Brought> {
  const from = await stage.seeded(0);
  await stage.serveApp();
  const phone = await openPhone({ from, serviceWorkers: 'block' });
  try {
    const { page } = phone;
    await page.addInitScript(watchLongTasks);
    await page.goto(`${stage.served.origin}/import`);
    await page.locator('input[type="file"]').setInputFiles(given.path);
    await page.waitForLoadState('networkidle');
    const ms = await pressThrough(page, given);
    const block = await longestTask(page);
    return { ms, block, names: await namesOf(phone) };
  } finally {
    await phone.throwAway();
  }
}

/** Sum of the waits: between them a person would read what is on the screen. */
async function pressThrough(page: Page, { what, size }: Given): Promise<number> {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  let ms = 0;
  const press = async (name: string, until: ReturnType<typeof button>) => {
    const started = performance.now();
    await button(name).click();
    await until.waitFor({ timeout: 120_000 });
    ms += performance.now() - started;
  };
  const toImport = `Import ${size} things`;
  if (what === 'csv') {
    await press('Check file', button('Go on'));
    await press('Go on', button(toImport));
  } else await press('Check file', button(toImport));
  await press(toImport, page.getByText(`${size} things are in the book now`));
  return ms;
}

/** Straight from the rows the list is made of. */
const namesOf = async ({ page }: BenchPhone): Promise<readonly string[]> => {
  const names = await page.evaluate(async () => {
    const all = await indexedDB.databases();
    const name = all.find((one) => one.name?.endsWith('-catalogue'))?.name ?? '';
    return new Promise<string[]>((resolve) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => {
        const read = asked.result.transaction('things').objectStore('things').getAll();
        read.onsuccess = () => {
          const rows = read.result as { readonly name: string; readonly type: string }[];
          resolve(rows.filter(({ type }) => type === 'place').map((row) => row.name));
        };
      };
    });
  });
  return names.toSorted();
};

async function bare(stage: Stage, { text, what }: Given, into: 'raw' | 'stores'): Promise<Brought> {
  await stage.servePages();
  const { phone, jobs } = await stage.openPage<BareImportJobs>('bare-import');
  try {
    return { ...(await jobs.bring({ text, what, into })), block: 0 };
  } finally {
    await phone.throwAway();
  }
}
