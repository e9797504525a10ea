import { expect, test } from 'vitest';
import { addCounts, countPlaywright, countVitest } from '../support/test-counts.ts';

const file = (name: string) => ({ name, status: 'passed', assertionResults: [{ fullName: 'a', status: 'passed' }] });
const report = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [file('/x/test/unit/a.test.ts')],
};

test('a clean report is counted as it is', () => {
  expect(countVitest(report, ['unit'])).toEqual({ passed: 3, failed: 0, complaints: [] });
});

test('a skipped test, an empty project and a file that did not load are failures', () => {
  expect(countVitest({ ...report, numPendingTests: 2 }, ['unit']).failed).toBe(1);
  expect(countVitest(report, ['unit', 'flow']).complaints.join()).toContain('Project "flow" ran no test file');
  const broken = { ...file('/x/test/unit/b.test.ts'), status: 'failed', assertionResults: [] };
  expect(countVitest({ ...report, testResults: [...report.testResults, broken] }, ['unit']).failed).toBe(1);
});

test('flaky, skipped and absent browser stories are failures', () => {
  const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 0 };
  expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 4, failed: 0, complaints: [] });
  expect(countPlaywright({ stats: { ...stats, flaky: 1 }, errors: [] }).failed).toBe(1);
  expect(countPlaywright({ stats: { ...stats, skipped: 1 }, errors: [] }).failed).toBe(1);
  expect(countPlaywright({ stats: { ...stats, expected: 0 }, errors: [] }).failed).toBe(1);
  expect(countPlaywright({ stats, errors: [{}] }).failed).toBe(1);
});

test('what failed is named at the end, with why', () => {
  const failed = {
    fullName: 'S1 keeps',
    status: 'failed',
    failureMessages: ['\u001b[31mexpected 1\nto be 2\n  at x.ts'],
  };
  const counts = countVitest(
    { ...report, numFailedTests: 1, testResults: [{ ...file('/x/test/unit/b.test.ts'), assertionResults: [failed] }] },
    ['unit'],
  );
  expect(counts).toEqual({
    passed: 3,
    failed: 1,
    complaints: ['test/unit/b.test.ts: S1 keeps: expected 1 to be 2   at x.ts'],
  });
  const stats = { expected: 0, unexpected: 1, flaky: 0, skipped: 0 };
  const spec = { title: 'rings', ok: false, tests: [{ results: [{ error: { message: 'no bell' } }] }] };
  const suites = [{ file: 'a.spec.ts', suites: [{ file: 'a.spec.ts', specs: [spec] }] }];
  expect(countPlaywright({ stats, errors: [], suites }).complaints).toEqual(['a.spec.ts: rings: no bell']);
});

test('sums are sums', () => {
  const sum = addCounts([
    { passed: 1, failed: 2, complaints: ['a'] },
    { passed: 3, failed: 0, complaints: [] },
  ]);
  expect(sum).toEqual({ passed: 4, failed: 2, complaints: ['a'] });
});
