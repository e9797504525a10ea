import { spawn } from 'node:child_process';
import { enginePath } from '../support/engines.ts';
import { playInWebKit } from './webkit-story.ts';

/**
 * `npm run test:engines`: the stories of `npm test` in Firefox, and the widget's main story in WebKit. Not part of `npm test`,
 * since both come from the system and in no npm package; what is missing is said in one sentence and counts as failed.
 */
const asked = process.argv.slice(2);

async function inFirefox(): Promise<[passed: number, failed: number]> {
  if (!enginePath('FIREFOX')) {
    console.log('No Firefox: install it (Debian: apt-get install firefox-esr), or set FIREFOX to its path.');
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
  return [passed, count('failed') + count('interrupted') + (passed === 0 ? 1 : 0)];
}

async function inWebKit(): Promise<[passed: number, failed: number]> {
  try {
    const seen = await playInWebKit();
    const missing =
      'No WebKit: install it (Debian: apt-get install webkit2gtk-driver xvfb xauth), or set WEBKIT_DRIVER and WEBKIT.';
    console.log(seen === null ? missing : `From the launcher to the rating in ${seen}`);
    return seen === null ? [0, 1] : [1, 0];
  } catch (error) {
    console.error(error);
    return [0, 1];
  }
}

const results = [await inFirefox(), ...(asked.length === 0 ? [await inWebKit()] : [])];
const [passed, failed] = results.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
