import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserTab } from '../support/browser-tab.ts';
import { whatIsMissing } from '../support/engines.ts';
import { openWebKit } from '../support/webkit.ts';
import { backStory } from './back-stories.ts';
import { openFirefox } from './firefox-alone.ts';
import { type FileTold, filesOf, type Suite, tableOf } from './table.ts';
import { CHAT_STORIES } from './webkit/chat-stories.ts';
import { GUEST_STORIES } from './webkit/guest-stories.ts';
import { play, type Story } from './webkit/story.ts';

/**
 * `npm run test:engines`: the stories of `npm test` in Firefox, and those of ./webkit in WebKit. Not part of `npm test`,
 * since both come from the system and in no npm package; what is missing is said in one sentence and counts as failed.
 * `-- widget-api` is one file in Firefox, `-- webkit` all of WebKit, `-- webkit phone` what has that in its title; `-- firefox` what
 * Playwright cannot tell in Firefox.
 */
const [first, ...rest] = process.argv.slice(2);
const WEBKIT_STORIES = [...CHAT_STORIES, ...GUEST_STORIES, backStory(true)];
const FIREFOX_STORIES = [backStory(false)];

/** Missing is one that failed. */
const missingIn = (engine: FileTold['engine']): FileTold[] => {
  console.log(whatIsMissing(engine));
  return [{ engine, file: 'is missing', passed: 0, failed: 1, seconds: 0 }];
};

async function inFirefox(asked: string[]): Promise<FileTold[]> {
  if (whatIsMissing('Firefox')) return missingIn('Firefox');
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-engines-'));
  const file = join(folder, 'told.json');
  const given = ['playwright', 'test', '-c', 'test/engines/playwright.config.ts', '--reporter=list,json', ...asked];
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const run = spawn('npx', given, { stdio: 'inherit', env });
  await new Promise((resolve) => run.once('close', resolve));
  const files = existsSync(file) ? filesOf((JSON.parse(readFileSync(file, 'utf8')) as { suites: Suite[] }).suites) : [];
  rmSync(folder, { recursive: true, force: true });
  const none: FileTold = { engine: 'Firefox', file: `no story: ${asked.join(' ')}`, passed: 0, failed: 1, seconds: 0 };
  return files.length === 0 ? [none] : files;
}

async function alone<Tab extends BrowserTab>(
  engine: FileTold['engine'],
  open: () => Promise<Tab>,
  stories: Story<Tab>[],
  part: string,
): Promise<FileTold[]> {
  if (whatIsMissing(engine)) return missingIn(engine);
  const told: FileTold[] = [];
  const asked = stories.filter(({ title }) => title.toLowerCase().includes(part.toLowerCase()));
  for (const story of asked) {
    const from = performance.now();
    const fault = await play(story, open).catch((error: unknown) => error);
    const seconds = (performance.now() - from) / 1_000;
    console.log(`  ${fault ? '✘' : '✓'}  ${engine} › ${story.title} (${seconds.toFixed(1)}s)`);
    if (fault) console.error(fault);
    told.push({ engine, file: story.title, passed: fault ? 0 : 1, failed: fault ? 1 : 0, seconds });
  }
  const none: FileTold = { engine, file: `no story: ${part}`, passed: 0, failed: 1, seconds: 0 };
  return told.length === 0 ? [none] : told;
}

// Whoever stops it leaves no browser behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const all: FileTold[] = [];
const isAsked = (engine: string) => first === undefined || first === engine;
if (first !== 'webkit' && first !== 'firefox')
  all.push(...(await inFirefox(first === undefined ? [] : [first, ...rest])));
if (isAsked('firefox')) all.push(...(await alone('Firefox', openFirefox, FIREFOX_STORIES, rest.join(' '))));
if (isAsked('webkit')) all.push(...(await alone('WebKit', openWebKit, WEBKIT_STORIES, rest.join(' '))));
const sum = (what: 'passed' | 'failed') => all.reduce((count, file) => count + file[what], 0);
console.log(`\n${tableOf(all)}\n\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
