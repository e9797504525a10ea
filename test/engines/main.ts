import { spawn } from 'node:child_process';
import { whatIsMissing } from '../support/engines.ts';
import { CHAT_STORIES } from './webkit/chat-stories.ts';
import { GUEST_STORIES } from './webkit/guest-stories.ts';
import { play } from './webkit/story.ts';

/**
 * `npm run test:engines`: the stories of `npm test` in Firefox, and those of ./webkit in WebKit. Not part of `npm test`,
 * since both come from the system and in no npm package; what is missing is said in one sentence and counts as failed.
 * `-- widget-api` is one file in Firefox, `-- webkit` all of WebKit, `-- webkit phone` what has that in its title.
 */
const [first, ...rest] = process.argv.slice(2);
const WEBKIT_STORIES = [...CHAT_STORIES, ...GUEST_STORIES];

type Told = [passed: number, failed: number];

async function inFirefox(asked: string[]): Promise<Told> {
  const missing = whatIsMissing('Firefox');
  if (missing) {
    console.log(missing);
    return [0, 1];
  }
  const given = ['playwright', 'test', '-c', 'test/engines/playwright.config.ts', ...asked];
  const run = spawn('npx', given, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  run.stdout.on('data', (piece: Buffer) => {
    said += String(piece);
    process.stdout.write(piece);
  });
  await new Promise((resolve) => run.once('close', resolve));
  const count = (what: string) => Number(new RegExp(`^\\s+(\\d+) ${what}\\b`, 'm').exec(said)?.[1] ?? 0);
  const passed = count('passed');
  return [passed, count('failed') + count('interrupted') + count('did not run') + (passed === 0 ? 1 : 0)];
}

async function inWebKit(part: string): Promise<Told> {
  const missing = whatIsMissing('WebKit');
  if (missing) {
    console.log(missing);
    return [0, 1];
  }
  const told: Told = [0, 0];
  const asked = WEBKIT_STORIES.filter(({ title }) => title.toLowerCase().includes(part.toLowerCase()));
  if (asked.length === 0) console.log(`No story in WebKit has "${part}" in its title.`);
  for (const story of asked) {
    const from = performance.now();
    const fault = await play(story).catch((error: unknown) => error);
    const seconds = `(${((performance.now() - from) / 1_000).toFixed(1)}s)`;
    console.log(`  ${fault ? '✘' : '✓'}  WebKit › ${story.title} ${seconds}`);
    if (fault) console.error(fault);
    told[fault ? 1 : 0] += 1;
  }
  return asked.length === 0 ? [0, 1] : told;
}

// Whoever stops it leaves no browser behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const results: Told[] = [];
if (first !== 'webkit') results.push(await inFirefox(first === undefined ? [] : [first, ...rest]));
if (first === undefined || first === 'webkit') results.push(await inWebKit(rest.join(' ')));
const [passed, failed] = results.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
