import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const top = fileURLToPath(new URL('../..', import.meta.url));

/** A thread or a process as the product has it, compiled: what Node begins by itself knows no TypeScript. */
export async function buildPart(name: 'fact-thread' | 'business-process'): Promise<string> {
  const outDir = mkdtempSync(join(top, `node_modules/.cache/${name}-`));
  await build({
    configFile: false,
    root: top,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ...{ ssr: true, outDir, target: 'node20', minify: false },
      rolldownOptions: {
        input: { [name]: join(top, `server/${name}.ts`) },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  return join(outDir, `${name}.js`);
}
