import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The demo's pages as they were written, to read: `demo/source/NAME.txt` for each page, script and style sheet. */
export function demoSources(demo: string): Plugin {
  return {
    name: 'deskbell:demo-sources',
    applyToEnvironment: (environment) => environment.name === 'demo',
    generateBundle() {
      for (const name of readdirSync(demo))
        if (/\.(?:html|ts|css)$/.test(name) && name !== 'dev.ts')
          this.emitFile({
            type: 'asset',
            fileName: `demo/source/${name}.txt`,
            source: readFileSync(join(demo, name), 'utf8'),
          });
    },
  };
}
