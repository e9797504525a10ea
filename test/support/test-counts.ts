import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const WHY_LENGTH = 300;

export interface Counts {
  passed: number;
  failed: number;
  /** Sentences about what is wrong: with the run as a whole, and then each test that failed with the first line of why. */
  complaints: string[];
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: VitestAssertion[] }[];
}

interface VitestAssertion {
  fullName: string;
  status: string;
  failureMessages?: string[];
}

interface PlaywrightSuite {
  file?: string;
  specs?: { title: string; ok: boolean; tests: { results: { error?: { message?: string } }[] }[] }[];
  suites?: PlaywrightSuite[];
}

interface PlaywrightReport {
  suites?: PlaywrightSuite[];
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
  const failures = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => failureLine(shortName(file.name), test.fullName, test.failureMessages?.[0])),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + complaints.length,
    complaints: [...complaints, ...failures],
  };
}

/** Counts a Playwright JSON report; flaky counts as failed. */
export function countPlaywright(report: PlaywrightReport): Counts {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const complaints: string[] = [];
  if (expected + unexpected + flaky === 0) complaints.push('No browser story ran.');
  if (skipped > 0) complaints.push(`${skipped} browser stories were skipped; that counts as failed.`);
  if (report.errors.length > 0) complaints.push('Playwright met an error outside of a test (see above).');
  return {
    passed: expected,
    failed: unexpected + flaky + complaints.length,
    complaints: [...complaints, ...(report.suites ?? []).flatMap(failedStories)],
  };
}

function failedStories(suite: PlaywrightSuite): string[] {
  const own = (suite.specs ?? [])
    .filter((spec) => !spec.ok)
    .map((spec) => {
      const errors = spec.tests.flatMap((test) => test.results.map((result) => result.error?.message));
      return failureLine(suite.file ?? '', spec.title, errors.find(Boolean));
    });
  return [...own, ...(suite.suites ?? []).flatMap(failedStories)];
}

/** The last lines of a long run are what is read first, and often all that is kept of it. */
function failureLine(file: string, title: string, message = ''): string {
  const why = stripVTControlCharacters(message).trim().split('\n').slice(0, 3).join(' ').slice(0, WHY_LENGTH);
  return `${file}: ${title}: ${why}`;
}

function shortName(file: string): string {
  return file.slice(Math.max(0, file.lastIndexOf('/test/') + 1));
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
