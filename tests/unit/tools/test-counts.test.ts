import { expect, test } from 'vitest';
import { addCounts, countRun, countsLine, type VitestReport } from '../../../tools/test-counts.ts';

const report = (given: Partial<VitestReport> = {}): VitestReport => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{}] }],
  ...given,
});

test('tests are counted as the report has them', () => {
  const counts = countRun(report({ numFailedTests: 2, numPendingTests: 1, numTodoTests: 3 }), 1);
  expect(counts).toEqual({ passed: 5, failed: 2, skipped: 4 });
});

test('a file that could not be loaded is a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(countRun(report({ testResults }), 1).failed).toBe(1);
});

test('a run without a report, or that ended badly for another reason, is a failure', () => {
  expect(countRun(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(countRun(report(), 1).failed).toBe(1);
  expect(countRun(report(), 0).failed).toBe(0);
});

test('runs add up to one line', () => {
  const sum = addCounts(
    { passed: 1, failed: 2, skipped: 3 },
    { passed: 10, failed: 0, skipped: 1 },
  );
  expect(countsLine(sum)).toBe('11 passed, 2 failed, 4 skipped');
});
