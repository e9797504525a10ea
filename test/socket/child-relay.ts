import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../server/cli/main.ts', import.meta.url));

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** The command line from its sources, in a process of its own. */
export function runCli(args: string[], env: Record<string, string>, input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawnCli(args, env);
    let out = '';
    let err = '';
    child.stdout?.on('data', (text: Buffer) => (out += text));
    child.stderr?.on('data', (text: Buffer) => (err += text));
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

function spawnCli(args: string[], env: Record<string, string>): ChildProcess {
  const { DATABASE_URL: _url, PUBLIC_URL: _public, TRUST_PROXY: _trust, HOST: _host, ...rest } = process.env;
  return spawn(process.execPath, ['--import', 'tsx', cli, ...args], {
    env: { ...rest, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

export interface ChildRelay {
  origin: string;
  folder: string;
  printed(): string;
  rssBytes(): number;
  /** Sends the signal and resolves with the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  remove(): Promise<void>;
}

/** `deskbell start` or `deskbell tour` on a free port. Resolves when it has printed its addresses. */
export async function startChildRelay(verb = 'start', env: Record<string, string> = {}): Promise<ChildRelay> {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-child-'));
  const child = spawnCli([verb], { DATA_DIR: folder, ...env });
  let printed = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const origin = await new Promise<string>((resolve, reject) => {
    const onText = (text: Buffer) => {
      printed += text;
      const console = /(http:\/\/\S+)\/console\/\n/.exec(printed)?.[1];
      if (console && /Ctrl-C|ring the bell/.test(printed.split('/console/').slice(1).join())) resolve(console);
    };
    child.stdout?.on('data', onText);
    child.stderr?.on('data', onText);
    child.on('close', (code) => reject(new Error(`ended with ${code}: ${printed}`)));
  });
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    return ended;
  };
  return {
    origin,
    folder,
    printed: () => printed,
    rssBytes: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) * 1_024,
    stop,
    async remove() {
      if (child.exitCode === null) await stop('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
