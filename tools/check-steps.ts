import { runStep } from './run-step.ts';
import { judge, type KnipAnswer } from './unused/judge.ts';

export interface CheckResult {
  readonly name: string;
  readonly passed: boolean;
  /** How much was looked at, in words. A step that looked at nothing fails. */
  readonly looked: string;
  readonly seconds: number;
  /** What is wrong, for people; empty when passed. */
  readonly wrong: string;
}

export const checkSteps: readonly (() => Promise<CheckResult>)[] = [
  () => countedStep('format and lint', ['biome', 'check', '--max-diagnostics=60', '.'], checked),
  () => countedStep('types', ['tsc', '-p', '.', '--noEmit', '--diagnostics'], typed),
  () =>
    countedStep(
      'types of the service worker',
      ['tsc', '-p', 'service-worker', '--noEmit', '--diagnostics'],
      typed,
    ),
  () =>
    countedStep(
      'architecture',
      ['vitest', 'run', '--project', 'node', 'tests/architecture.test.ts'],
      architecture,
    ),
  unusedStep,
];

interface Count {
  readonly pattern: RegExp;
  readonly of: string;
}
const checked: Count = { pattern: /Checked (\d+) files/, of: 'files' };
const typed: Count = { pattern: /Files:\s+(\d+)/, of: 'files' };
const architecture: Count = { pattern: /Tests .*?(\d+) passed/, of: 'laws tried' };

async function countedStep(
  name: string,
  [program = '', ...args]: readonly string[],
  count: Count,
): Promise<CheckResult> {
  const { code, output, seconds } = await runStep(program, args, { env: { NO_COLOR: '1' } });
  const seen = Number(count.pattern.exec(output)?.[1] ?? 0);
  const passed = code === 0 && seen > 0;
  return { name, passed, looked: `${seen} ${count.of}`, seconds, wrong: passed ? '' : output };
}

async function unusedStep(): Promise<CheckResult> {
  const args = ['-c', 'tools/knip.json', '--reporter', './tools/unused/knip-reporter.ts'];
  const { output, seconds } = await runStep('knip', args);
  const answer = answerIn(output);
  const wrong = answer ? judge(answer) : [`knip gave no answer:\n${output}`];
  return {
    name: 'unused code',
    passed: wrong.length === 0,
    looked: `${answer?.read ?? 0} files, planted export looked for`,
    seconds,
    wrong: wrong.join('\n'),
  };
}

function answerIn(output: string): KnipAnswer | undefined {
  const line = output.split('\n').find((text) => text.startsWith('{"read":'));
  return line === undefined ? undefined : (JSON.parse(line) as KnipAnswer);
}
