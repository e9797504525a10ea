import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** `deskbell.d.ts` beside `deskbell.js`: the types of `window.Deskbell`, from the files that the widget is made of. */
export function publishTypes(api: string, main: string): Plugin {
  return {
    name: 'deskbell:publish-types',
    applyToEnvironment: (environment) => environment.name === 'loader',
    generateBundle() {
      const [reasons] = /export type UnavailableReason = [^;]+;/.exec(readFileSync(main, 'utf8')) ?? [];
      const text = readFileSync(api, 'utf8');
      const end = text.indexOf("/** The panel's module");
      if (!reasons || end < 0) return this.error('The types of the API are not where they were: look again.');
      const types = text.slice(0, end).replace(/^import .*\n\n?/gm, '');
      const global = 'declare global {\n  interface Window {\n    Deskbell?: DeskbellApi;\n  }\n}\n';
      this.emitFile({ type: 'asset', fileName: 'deskbell.d.ts', source: `${reasons}\n\n${types}${global}` });
    },
  };
}
