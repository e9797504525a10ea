import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { removeFolder } from '../support/remove-folder.ts';

const top = fileURLToPath(new URL('../..', import.meta.url));
/** Inside the package, so that its dependencies are found. */
const outDir = join(top, 'node_modules/.cache', `deskbell-cli-${process.pid}`);
let cli: Promise<string> | undefined;

/** The command line as it is now, bundled as it is shipped: starts ten times faster than from its sources. */
function bundleCli(): Promise<string> {
  cli ??= build({
    configFile: false,
    root: top,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: join(top, 'server/cli/main.ts'),
      outDir,
      target: 'node20',
      rolldownOptions: { output: { format: 'es', entryFileNames: 'cli.js' } },
    },
  }).then(() => join(outDir, 'cli.js'));
  return cli;
}

/** For `afterAll`: takes the bundle away. */
export function removeCli(): void {
  removeFolder(outDir);
}

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** One command in a process of its own. */
export async function runCli(args: string[], env: Record<string, string>, input = ''): Promise<Ended> {
  const child = await spawnCli(args, env);
  return new Promise((resolve) => {
    let out = '';
    let err = '';
    child.stdout?.on('data', (text: Buffer) => (out += text));
    child.stderr?.on('data', (text: Buffer) => (err += text));
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

async function spawnCli(args: string[], env: Record<string, string>): Promise<ChildProcess> {
  const { DATABASE_URL: _url, PUBLIC_URL: _public, TRUST_PROXY: _trust, HOST: _host, ...rest } = process.env;
  return spawn(process.execPath, [await bundleCli(), ...args], {
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
  const child = await spawnCli([verb], { DATA_DIR: folder, ...env });
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
      removeFolder(folder);
    },
  };
}
