import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStep } from './run-step.ts';
import { type Counts, countRun, type VitestReport } from './test-counts.ts';

/** Runs Vitest with these arguments, shows what it says and counts from its own report. */
export async function runVitest(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'patchbook-report-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await runStep('vitest', ['run', ...args, ...reporters], { show: true, env });
  const counts = countRun(readReport(file), code);
  rmSync(folder, { recursive: true });
  return counts;
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
}
