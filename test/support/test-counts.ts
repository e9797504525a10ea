import { existsSync, readFileSync } from 'node:fs';

export interface Counts {
  passed: number;
  failed: number;
  /** Sentences about what is wrong with the run as a whole. */
  complaints: string[];
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: unknown[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** Counts a Vitest JSON report. A project without a test, a file that did not load, a skipped test: all complaints. */
export function countVitest(report: VitestReport, projects: string[]): Counts {
  const complaints = projects
    .filter((project) => !report.testResults.some((file) => file.name.includes(`/test/${project}/`)))
    .map((project) => `Project "${project}" ran no test file: it proves nothing.`);
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  complaints.push(...broken.map((file) => `${file.name} could not be loaded.`));
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) complaints.push(`${skipped} tests were skipped; a test that does not run counts as failed.`);
  return { passed: report.numPassedTests, failed: report.numFailedTests + complaints.length, complaints };
}

/** Counts a Playwright JSON report; flaky counts as failed. */
export function countPlaywright(report: PlaywrightReport): Counts {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const complaints: string[] = [];
  if (expected + unexpected + flaky === 0) complaints.push('No browser story ran.');
  if (skipped > 0) complaints.push(`${skipped} browser stories were skipped; that counts as failed.`);
  if (report.errors.length > 0) complaints.push('Playwright met an error outside of a test (see above).');
  return { passed: expected, failed: unexpected + flaky + complaints.length, complaints };
}

export function readReport<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}

export function addCounts(all: Counts[]): Counts {
  return {
    passed: all.reduce((sum, counts) => sum + counts.passed, 0),
    failed: all.reduce((sum, counts) => sum + counts.failed, 0),
    complaints: all.flatMap((counts) => counts.complaints),
  };
}
