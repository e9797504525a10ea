import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The types of `window.Deskbell` as one file, from the files that the widget is made of. */
export function typesOf(widget: string): string {
  const read = (path: string) => readFileSync(join(widget, path), 'utf8');
  const [reasons] = /export type UnavailableReason =[^;]+;/.exec(read('main.tsx')) ?? [];
  const text = read('embed/api.ts');
  const end = text.indexOf("/** The panel's module");
  if (!reasons || end < 0) throw new Error('The types of the API are not where they were: look again.');
  const types = text.slice(0, end).replace(/^import .*\n\n?/gm, '');
  const global = 'declare global {\n  interface Window {\n    Deskbell?: DeskbellApi;\n  }\n}\n';
  return `${reasons}\n\n${types}${global}`;
}

export const WRAPPERS = ['mount', 'react', 'preact', 'vue'];

/**
 * A wrapper as it is copied: beside `deskbell.d.ts`, with imports that any project's compiler takes. Preact's is React's
 * with the hooks of its own.
 */
export function wrapperOf(widget: string, name: string): string {
  const file = name === 'preact' ? 'react' : name;
  const text = readFileSync(join(widget, 'wrappers', `${file}.ts`), 'utf8')
    .replace("'../embed/api.ts'", "'./deskbell'")
    .replace(/'\.\/(\w+)\.ts'/g, "'./$1'");
  return name === 'preact' ? text.replace("'react'", "'preact/hooks'") : text;
}

/** `deskbell.d.ts` beside `deskbell.js`, and the wrappers to copy. */
export function publishTypes(widget: string): Plugin {
  return {
    name: 'deskbell:publish-types',
    applyToEnvironment: (environment) => environment.name === 'loader',
    generateBundle() {
      const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
      emit('deskbell.d.ts', typesOf(widget));
      for (const name of WRAPPERS) emit(`wrappers/${name}.ts`, wrapperOf(widget, name));
    },
  };
}
