import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const top = fileURLToPath(new URL('../..', import.meta.url));

/** The thread of reports as the product has it, compiled: a thread of Node's knows no TypeScript. */
export async function buildFactThread(): Promise<string> {
  const outDir = mkdtempSync(join(top, 'node_modules/.cache/fact-thread-'));
  await build({
    configFile: false,
    root: top,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ...{ ssr: true, outDir, target: 'node20', minify: false },
      rolldownOptions: {
        input: { 'fact-thread': join(top, 'server/fact-thread.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  return join(outDir, 'fact-thread.js');
}
