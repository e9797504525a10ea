import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * README's first command as a service manager runs it: `npm start` comes up on one port, serves what it promises, and
 * a SIGTERM to npm stops the relay cleanly. Then the same with Ctrl-C, which reaches the whole group.
 */

const START_MS_MAX = 90_000;
const STOP_MS_MAX = 15_000;
const PATHS = ['/healthz', '/readyz', '/deskbell.js', '/console/', '/demo/'];

interface Started {
  origin: string;
  printed(): string;
  stop(signal: NodeJS.Signals, whom: 'npm' | 'group'): Promise<void>;
}

function start(dataDir: string): Promise<Started> {
  const child = spawn('npm', ['start'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
  });
  const group = -(child.pid ?? 0);
  let output = '';
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
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      process.kill(group, 'SIGKILL');
      reject(new Error(`npm start did not come up in ${START_MS_MAX / 1000} s:\n${output}`));
    }, START_MS_MAX);
    child.once('exit', () => reject(new Error(`npm start ended by itself:\n${output}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
      const [, origin] = /(http:\/\/127\.0\.0\.1:\d+)\/demo\//.exec(output) ?? [];
      if (!origin || !/#set-up=\S+/.test(output)) return;
      clearTimeout(limit);
      resolve({ origin, printed: () => output, stop });
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

const dataDir = mkdtempSync(join(tmpdir(), 'deskbell-start-'));
try {
  for (const [signal, whom] of [
    ['SIGTERM', 'npm'],
    ['SIGINT', 'group'],
  ] as const) {
    const started = await start(dataDir);
    await check(started.origin);
    await started.stop(signal, whom);
    if (!(await isDown(started.origin))) throw new Error(`The relay still answers after ${signal} to ${whom}.`);
    console.log(`npm start came up, served ${PATHS.join(' ')}, and stopped on ${signal} to ${whom}.`);
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
