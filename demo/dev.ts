import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBuilder } from 'vite';

/**
 * `npm run dev`: everything on one port, as in production. A change in what browsers load builds it again
 * (about a second) and starts the relay anew, so that it serves the new files; a change in the server only
 * starts it anew. Reload the page to see it.
 */

const top = fileURLToPath(new URL('..', import.meta.url));
const BROWSER_ROOMS = ['widget', 'console', 'demo', 'protocol'];
const SETTLE_MS = 100;

let building = false;
let again = false;

async function build(): Promise<void> {
  if (building) {
    again = true;
    return;
  }
  building = true;
  try {
    const builder = await createBuilder({ logLevel: 'warn' });
    await builder.buildApp();
    console.log('Built. Reload the page.');
  } catch (error) {
    // A half-written file is normal here: say so and wait for the next change.
    console.error(error instanceof Error ? error.message : error);
  }
  building = false;
  if (again) {
    again = false;
    await build();
  }
}

process.chdir(top);
await build();
let waiting: NodeJS.Timeout | undefined;
for (const room of BROWSER_ROOMS) {
  watch(join(top, room), { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void build(), SETTLE_MS);
  });
}
const relay = spawn(
  join(top, 'node_modules/.bin/tsx'),
  ['watch', '--clear-screen=false', '--include', 'dist/public/deskbell.js', 'server/cli/main.ts', 'start'],
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => relay.kill(signal));
relay.on('exit', (code) => process.exit(code ?? 0));
