import { type CheckResult, checkSteps } from './check-steps.ts';

/** Runs all steps even when one fails, so that one run tells everything. */
export async function runChecks(): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for (const step of checkSteps) {
    const result = await step();
    if (result.wrong) console.log(`\n${result.wrong}\n`);
    results.push(result);
  }
  console.log(['', ...results.map(row), ''].join('\n'));
  return results;
}

function row({ name, passed, looked, seconds }: CheckResult): string {
  const verdict = passed ? 'ok  ' : 'FAIL';
  return `${verdict}  ${name.padEnd(28)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${looked}`;
}

if (import.meta.filename === process.argv[1]) {
  const results = await runChecks();
  process.exit(results.every(({ passed }) => passed) ? 0 : 1);
}
