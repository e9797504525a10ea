import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const server = fileURLToPath(new URL('../../dist/server', import.meta.url));

/** What a built file reads before it runs: its own chunks, and packages. */
function readFrom(file: string, seen = new Set<string>()): Set<string> {
  for (const [, from = ''] of readFileSync(join(server, file), 'utf8').matchAll(
    /^(?:import|export) [^;]*?["']([^"']+)["'];$/gm,
  )) {
    if (seen.has(from)) continue;
    seen.add(from);
    if (from.startsWith('./')) readFrom(from, seen);
  }
  return seen;
}

test('a command reads nothing that only the relay needs before it runs, nor a package of hundreds of files', () => {
  const heavy = ['express', 'socket.io', 'ws', 'helmet', 'pino'];
  const relay = readdirSync(server).find((name) => /^run-relay-.*\.js$/.test(name)) ?? '';
  expect([...readFrom(relay)]).toEqual(expect.arrayContaining(heavy));
  const read = [...readFrom('cli.js')];
  expect(read).toContain('commander');
  for (const name of [`./${relay}`, ...heavy, 'kysely', 'zod', 'jose']) expect(read).not.toContain(name);
});
