import { spawn } from 'node:child_process';
import { mkdtempSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFolder } from './support/remove-folder.ts';

/**
 * README's first command as a service manager runs it: `npm start` comes up on one port, serves what it promises, and
 * a SIGTERM to npm stops the relay cleanly. Then the same with Ctrl-C, which reaches the whole group. Then `npm run dev`,
 * which also builds again and starts anew when a file changes.
 */

/** A build and a start, on a machine that is many times slower too: what takes longer hangs. */
const START_MS_MAX = 300_000;
const STOP_MS_MAX = 60_000;
const PATHS = ['/healthz', '/readyz', '/deskbell.js', '/console/', '/demo/'];

interface Started {
  origin: string;
  /** Resolves when it has printed so, or does. */
  says(text: RegExp): Promise<void>;
  stop(signal: NodeJS.Signals, whom: 'npm' | 'group'): Promise<void>;
}

function start(dataDir: string, command: string[]): Promise<Started> {
  const child = spawn('npm', command, {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
  });
  const group = -(child.pid ?? 0);
  let output = '';
  let hear = () => {};
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop: Started['stop'] = async (signal, whom) => {
    let late = false;
    const killer = setTimeout(() => {
      late = true;
      process.kill(group, 'SIGKILL');
    }, STOP_MS_MAX);
    if (whom === 'npm') child.kill(signal);
    else process.kill(group, signal);
    // `close` comes when nobody holds the pipe any more: npm, its shell and the relay are all gone.
    await ended;
    clearTimeout(killer);
    if (late) throw new Error(`${signal} to ${whom} did not stop it in ${STOP_MS_MAX} ms.`);
  };
  const says: Started['says'] = (text) =>
    new Promise((resolve, reject) => {
      const limit = setTimeout(() => {
        // What goes on running would keep this story from ending, and from saying so.
        process.kill(group, 'SIGKILL');
        reject(new Error(`It did not say ${text}:\n${output}`));
      }, START_MS_MAX);
      hear = () => {
        if (!text.test(output)) return;
        clearTimeout(limit);
        resolve();
      };
      hear();
    });
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      process.kill(group, 'SIGKILL');
      reject(new Error(`npm ${command.join(' ')} did not come up in ${START_MS_MAX / 1000} s:\n${output}`));
    }, START_MS_MAX);
    child.once('exit', () => reject(new Error(`npm ${command.join(' ')} ended by itself:\n${output}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
      hear();
      const [, origin] = /(http:\/\/127\.0\.0\.1:\d+)\/demo\//.exec(output) ?? [];
      if (!origin || !/#set-up=\S+/.test(output)) return;
      clearTimeout(limit);
      resolve({ origin, says, stop });
    });
  });
}

async function check(origin: string): Promise<void> {
  for (const path of PATHS) {
    const response = await fetch(origin + path);
    if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  }
}

async function isDown(origin: string): Promise<boolean> {
  return fetch(`${origin}/healthz`).then(
    () => false,
    () => true,
  );
}

/** Twice the same words: the first time is the start. */
const TWICE = (words: string) => new RegExp(`${words}[^]*${words}`);

async function storyOfDev(dataDir: string): Promise<void> {
  const started = await start(dataDir, ['run', 'dev']);
  await check(started.origin);
  // As an editor that saves: what browsers load is built again, and the relay serves it after a new start.
  utimesSync('demo/shop.css', new Date(), new Date());
  await started.says(TWICE('Built\\. Reload the page\\.'));
  await started.says(TWICE('Deskbell is running'));
  await started.stop('SIGINT', 'group');
  console.log('npm run dev came up, built again when a file was saved, started anew, and stopped on Ctrl-C.');
}

const dataDir = mkdtempSync(join(tmpdir(), 'deskbell-start-'));
try {
  for (const [signal, whom, ...more] of [
    ['SIGTERM', 'npm'],
    // The same without its build, which the first one has just made: builds are most of what this story takes.
    ['SIGINT', 'group', '--ignore-scripts'],
  ] as const) {
    const started = await start(dataDir, ['start', ...more]);
    await check(started.origin);
    await started.stop(signal, whom);
    if (!(await isDown(started.origin))) throw new Error(`The relay still answers after ${signal} to ${whom}.`);
    console.log(`npm start came up, served ${PATHS.join(' ')}, and stopped on ${signal} to ${whom}.`);
  }
  await storyOfDev(dataDir);
} finally {
  removeFolder(dataDir);
}
