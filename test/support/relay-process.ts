import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built relay as a person starts it: its own process, its own folder, a free port. */
export interface RelayProcess {
  origin: string;
  port: number;
  folder: string;
  /** All it has printed. */
  printed(): string;
  /** Ends it as Ctrl-C does; resolves with its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Starts it again on the same folder and port. */
  restart(): Promise<void>;
  /** Runs a command of the same installation; `input` is given line by line on standard input. */
  command(args: string[], input?: string): Promise<CommandResult>;
  /** Ends it and removes the folder. */
  remove(): Promise<void>;
}

interface CommandResult {
  code: number | null;
  out: string;
  err: string;
}

const cli = fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url));
const STARTED_WITHIN_MS = 30_000;
/** The last line that it prints once it serves. */
const RUNNING = 'Deskbell is running';

export async function startRelay(environment: Record<string, string> = {}): Promise<RelayProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-relay-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { ...bare(), PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'warn', ...environment };
  let printed = '';
  let child: ChildProcess | undefined;

  const start = () =>
    new Promise<void>((resolve, reject) => {
      const started = spawn(process.execPath, [cli, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      child = started;
      let own = '';
      const late = setTimeout(() => reject(new Error(`The relay did not start in time:\n${own}`)), STARTED_WITHIN_MS);
      const hear = (text: Buffer) => {
        printed += text;
        own += text;
        if (!own.includes(RUNNING)) return;
        clearTimeout(late);
        resolve();
      };
      for (const stream of [started.stdout, started.stderr]) stream.on('data', hear);
      started.once('exit', (code) => {
        clearTimeout(late);
        reject(new Error(`The relay ended with ${code}:\n${own}`));
      });
    });
  const stop = (signal: NodeJS.Signals = 'SIGTERM') =>
    new Promise<number | null>((resolve) => {
      const running = child;
      if (!running || running.exitCode !== null || running.signalCode !== null)
        return resolve(running?.exitCode ?? null);
      running.once('exit', (code) => resolve(code));
      running.kill(signal);
    });

  await start();
  return {
    origin,
    port,
    folder,
    printed: () => printed,
    stop,
    restart: start,
    command: (args, input) => runCommand(args, env, input),
    remove: async () => {
      await stop('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function runCommand(args: string[], env: NodeJS.ProcessEnv, input = ''): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (text: Buffer) => (out += text));
    child.stderr.on('data', (text: Buffer) => (err += text));
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** This process's environment without what would point the relay elsewhere. */
function bare(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, PUBLIC_URL: _public, TRUST_PROXY: _trust, HOST: _host, ...rest } = process.env;
  return rest;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
