/** How the stories of all engines went, as `npm run test:engines` ends: a line for each file, and what counts. */

export interface FileTold {
  engine: 'Firefox' | 'WebKit';
  file: string;
  passed: number;
  failed: number;
  seconds: number;
}

/** As far as it is read here, what Playwright's reporter "json" writes. */
export interface Suite {
  file: string;
  suites?: Suite[];
  specs: { tests: { status: string; results: { duration: number }[] }[] }[];
}

const testsIn = (suite: Suite): Suite['specs'][number]['tests'] => [
  ...suite.specs.flatMap(({ tests }) => tests),
  ...(suite.suites ?? []).flatMap(testsIn),
];

/** What did not run has failed: nothing here may be left out. */
export function filesOf(suites: readonly Suite[]): FileTold[] {
  return suites.map((suite) => {
    const tests = testsIn(suite);
    const passed = tests.filter(({ status }) => status === 'expected').length;
    const ms = tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0);
    const file = suite.file.replace('.spec.ts', '');
    return { engine: 'Firefox', file, passed, failed: tests.length - passed, seconds: ms / 1_000 };
  });
}

/** Those with a failure come last, where they are seen. */
export function tableOf(files: readonly FileTold[]): string {
  const rows = files.map(({ engine, file, passed, failed, seconds }) => [
    engine,
    file,
    String(passed),
    String(failed),
    seconds.toFixed(1),
  ]);
  const order = [...rows.keys()].sort((a, b) => Number(rows[a]?.[3]) - Number(rows[b]?.[3]));
  const lines = [['engine', 'stories', 'passed', 'failed', 'seconds'], ...order.map((at) => rows[at] ?? [])];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const words = (line: string[]) =>
    line.map((word, at) => (at < 2 ? word.padEnd(widths[at] ?? 0) : word.padStart(widths[at] ?? 0))).join('  ');
  return lines.map(words).join('\n');
}
