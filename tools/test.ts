import { ensureBuilt } from '../hub/ensure-built.ts';
import { runChecks } from './check.ts';
import { ensureChromium } from './ensure-chromium.ts';
import { runVitest } from './run-vitest.ts';
import { addCounts, type Counts, countsLine, nothingCounted } from './test-counts.ts';

/** In this order, so that the quickest to fail fails first. */
const projects = ['node', 'flows', 'browser'];

/** Everything that takes 20 minutes or less. A check counts as one test. */
async function testAll(): Promise<Counts> {
  ensureChromium();
  await ensureBuilt();
  const checks = await runChecks();
  const passed = checks.filter((check) => check.passed).length;
  let counts: Counts = { ...nothingCounted, passed, failed: checks.length - passed };
  for (const project of projects) {
    counts = addCounts(counts, await runVitest(['--project', project]));
  }
  return counts;
}

try {
  const counts = await testAll();
  console.log(countsLine(counts));
  process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
