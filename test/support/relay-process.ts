import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import { putMigratedFile } from './migrated-file.ts';
import { removeFolder } from './remove-folder.ts';

/** The built relay as a person starts it: its own process, its own folder, a free port. Its SQLite file is migrated already: half of a first start is that. */
export interface RelayProcess {
  origin: string;
  port: number;
  folder: string;
  /** All it has printed. */
  printed(): string;
  /** Ends it as Ctrl-C does; resolves with its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Starts it again on the same folder and port. */
  restart(more?: Record<string, string>): Promise<void>;
  /** Resolves when the process that runs now has ended, by whatever hand. */
  ended(): Promise<void>;
  pid(): number;
  /** Memory of the process; Linux only, 0 elsewhere. */
  rssBytes(): number;
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

export interface RelayBuild {
  /** The bundle to run; the product's unless a test has its own. */
  cli?: string;
  /** Where its data is; a new folder, removed at the end, unless one is given. */
  folder?: string;
  /** Flags of Node. */
  flags?: string[];
  /** What it prints once it serves. */
  running?: string;
}

const product = fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url));
const STARTED_WITHIN_MS = 120_000;
/** The last line that it prints once it serves. */
const RUNNING = 'Deskbell is running';

export async function startRelay(
  environment: Record<string, string> = {},
  { cli = product, flags = [], running = RUNNING, ...build }: RelayBuild = {},
): Promise<RelayProcess> {
  const folder = build.folder ?? mkdtempSync(join(tmpdir(), 'deskbell-relay-'));
  if (!build.folder && !environment.DATABASE_URL) await putMigratedFile(folder);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { ...bare(), PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'warn', ...environment };
  let printed = '';
  let child: ChildProcess | undefined;

  const start = (more: Record<string, string> = {}) =>
    new Promise<void>((resolve, reject) => {
      const started = spawn(process.execPath, [...flags, cli, 'start'], {
        env: { ...env, ...more },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child = started;
      let own = '';
      const late = setTimeout(() => reject(new Error(`The relay did not start in time:\n${own}`)), STARTED_WITHIN_MS);
      const hear = (text: Buffer) => {
        printed += text;
        own += text;
        if (!own.includes(running)) return;
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
    ended: () =>
      new Promise((resolve) => {
        if (!child || child.exitCode !== null || child.signalCode !== null) resolve();
        else child.once('exit', () => resolve());
      }),
    pid: () => child?.pid ?? 0,
    rssBytes: () => readRss(child?.pid ?? 0),
    command: (args, input) => runCommand([cli, ...args], env, input),
    remove: async () => {
      await stop('SIGKILL');
      if (!build.folder) removeFolder(folder);
    },
  };
}

function readRss(pid: number): number {
  const status = `/proc/${pid}/status`;
  const [, kib = 0] = existsSync(status) ? (/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8')) ?? []) : [];
  return Number(kib) * 1_024;
}

function runCommand(args: string[], env: NodeJS.ProcessEnv, input = ''): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
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
