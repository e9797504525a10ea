import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const top = join(import.meta.dirname, '../..');
const typesIn = (path: string) => [join(top, 'node_modules', path)];

/** A folder that finds the packages of this repository, as a project of an owner finds its own; gone afterwards. */
export async function inOwnersProject<Result>(use: (folder: string) => Result | Promise<Result>): Promise<Result> {
  const cache = join(top, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'owner-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the compiler finds wrong in the folder, strictly; React and Vue are what is at hand of them (decision 0154). */
export function compileIn(folder: string): string {
  const options = {
    ...{ target: 'ES2022', module: 'ESNext', moduleResolution: 'bundler', lib: ['ES2022', 'DOM'], types: [] },
    ...{ strict: true, noEmit: true, isolatedModules: true, verbatimModuleSyntax: true, skipLibCheck: false },
    jsx: 'react-jsx',
    paths: {
      react: typesIn('preact/compat/src/index.d.ts'),
      'react/jsx-runtime': typesIn('preact/jsx-runtime/src/index.d.ts'),
      vue: typesIn('@vue/runtime-dom/dist/runtime-dom.d.ts'),
    },
  };
  const include = ['*.ts', 'src/**/*'];
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include }));
  const { stdout, stderr, status } = spawnSync(
    join(top, 'node_modules/.bin/tsc'),
    ['-p', folder, '--pretty', 'false'],
    { encoding: 'utf8' },
  );
  return status === 0 ? stdout : stdout + stderr || `tsc ended with ${status}`;
}
