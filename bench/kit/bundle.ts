import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const top = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(top, 'node_modules/.cache/bench');

/**
 * Compiles the parts that run as processes of their own, as the product is compiled: a loader that translates
 * TypeScript on the way adds calls of its own to every function, and the bench would measure those.
 */
export async function bundleParts(names: string[]): Promise<(name: string) => string> {
  rmSync(folder, { recursive: true, force: true });
  await build({
    configFile: false,
    root: top,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, join(top, `bench/parts/${name}.ts`)])),
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  return (name) => join(folder, `${name}.js`);
}
