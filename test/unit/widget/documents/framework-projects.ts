import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { moduleRunnerTransform, transformWithOxc } from 'vite';
import { typesOf, WRAPPERS, wrapperOf } from '../../../../widget/build/publish-types.ts';

/** A project of an owner: the shell's block copies what the relay serves, the framework's block uses it. */

const widget = join(import.meta.dirname, '../../../../widget');

/** Stands for the network: gives what the relay at https://HOST publishes, else fails as curl -f does. */
const CURL = `#!/bin/sh
for address; do :; done
case "$address" in https://HOST/*) exec cp "$SERVED/\${address#https://HOST/}" . ;; esac
exit 22
`;

/** Runs the block of the document in an empty project; the answer is what the shell complained of. */
export function copyWrappers(folder: string, block: string): string {
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  put('.bin/curl', CURL);
  chmodSync(join(folder, '.bin/curl'), 0o755);
  put('.served/deskbell.d.ts', typesOf(widget));
  for (const name of WRAPPERS) put(`.served/wrappers/${name}.ts`, wrapperOf(widget, name));
  const env = { PATH: `${join(folder, '.bin')}:${process.env.PATH}`, SERVED: join(folder, '.served') };
  const { stderr, status } = spawnSync('sh', ['-c', block], { cwd: folder, env, encoding: 'utf8' });
  return status === 0 ? stderr : `${stderr} (ended with ${status})`;
}

/** As Vue's compiler makes it: imports stay outside, everything else is the setup of a component. */
export function setupOf(vue: string): string {
  const [, script] = /^<script setup lang="ts">\n([\s\S]*?)<\/script>$/.exec(vue.trim()) ?? [];
  if (script === undefined) throw new Error('Not one script with setup in TypeScript.');
  const lines = script.split('\n');
  const imports = lines.filter((line) => line.startsWith('import '));
  const rest = lines.filter((line) => !line.startsWith('import '));
  return `${imports.join('\n')}\nexport default { setup() {\n${rest.join('\n')}\nreturn () => null;\n} };\n`;
}

type Exports = Record<string, unknown>;

/** Runs a module of the project and what it imports; packages are those that are given. */
export async function runModule(file: string, packages: Record<string, unknown>): Promise<Exports> {
  const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file, {
    jsx: { runtime: 'automatic', importSource: 'react' },
  });
  const compiled = await moduleRunnerTransform(code, null, file, code);
  const found: Exports = {};
  const bring = async (name: string) => {
    if (name.startsWith('.')) return runModule(`${join(dirname(file), name)}.ts`, packages);
    if (!(name in packages)) throw new Error(`${file}: no package ${name}`);
    return packages[name];
  };
  const name = (key: string, get: () => unknown) => Object.defineProperty(found, key, { get, enumerable: true });
  const run = `return (async () => {\n${compiled?.code}\n})()`;
  await new Function('__vite_ssr_import__', '__vite_ssr_exportName__', run)(bring, name);
  return found;
}
