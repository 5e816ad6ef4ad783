import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchResult, type BenchRow, failed } from './bench-row.ts';
import { readOptions } from './options.ts';
import { printResults } from './print-results.ts';
import { mapStart } from './rows/map-start.ts';
import { firstVisit } from './rows/p1-first-visit.ts';
import { secondStart } from './rows/p2-second-start.ts';
import { startPayload } from './rows/p3-start-payload.ts';
import { wholeApp } from './rows/p4-whole-app.ts';
import { save } from './rows/p5-save.ts';
import { search } from './rows/p6-search.ts';
import { panAndPinch } from './rows/p8-pan-and-pinch.ts';
import { editOne } from './rows/p9-edit-one.ts';
import { importing } from './rows/p10-import.ts';
import { sharing } from './rows/p11-sharing.ts';
import { rebuild } from './rows/p14-rebuild.ts';
import { bytes } from './rows/p15-bytes.ts';
import { heap } from './rows/p16-heap.ts';
import { hub } from './rows/p22-hub.ts';
import { type Stage, setStage } from './stage.ts';

const rows: readonly BenchRow[] = [
  firstVisit,
  secondStart,
  startPayload,
  wholeApp,
  save,
  search,
  panAndPinch,
  editOne,
  importing,
  sharing,
  rebuild,
  bytes,
  heap,
  hub,
  mapStart,
];

const results = join(import.meta.dirname, 'results.json');

/** A row that breaks is reported as such; the others still run. */
async function play(row: BenchRow, stage: Stage): Promise<readonly BenchResult[]> {
  const started = performance.now();
  console.log(`${row.id}: ${row.about}`);
  try {
    const results = await row.run(stage);
    // At once too: a long run that is cut short has still said what it measured.
    printResults(results);
    return results;
  } catch (error) {
    console.error(error);
    return [failed(row.id, error)];
  } finally {
    console.log(`… ${Math.round((performance.now() - started) / 1000)} s`);
  }
}

const options = readOptions(process.argv.slice(2));
const wanted = rows.filter(
  ({ id }) => options.only.length === 0 || options.only.some((one) => id.split('+').includes(one)),
);
const stage = await setStage(options);
const told: BenchResult[] = [];
for (const row of wanted) told.push(...(await play(row, stage)));
await stage.end();
if (options.quick) console.log('\n--quick: small sizes, few rounds; the figures mean nothing.');
console.log('');
printResults(told);
writeFileSync(results, `${JSON.stringify(told, null, 2)}\n`);
// A browser that a failed row left behind must not hold up the end.
process.exit(0);
