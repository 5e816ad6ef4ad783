import { ensureBuilt } from '../hub/ensure-built.ts';
import { ensureChromium } from './ensure-chromium.ts';
import { runVitest } from './run-vitest.ts';
import { countsLine } from './test-counts.ts';

/**
 * The long runs: the same properties with many more histories, and tests/soak.
 * SOAK_RUNS says how many, 2,000 unless told otherwise; more words choose files.
 */
ensureChromium();
await ensureBuilt();
const runs = process.env['SOAK_RUNS'] ?? '2000';
const files = process.argv.slice(2);
const counts = await runVitest(files.length > 0 ? files : ['tests/soak', 'soak'], {
  SOAK_RUNS: runs,
});
console.log(countsLine(counts));
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
