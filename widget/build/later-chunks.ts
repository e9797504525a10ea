import type { Plugin } from 'vite';

/** Vite's own way to fetch a chunk adds links to the page's head and tells its window of failures: not as a guest. */
export function plainImports(): Plugin {
  return {
    name: 'deskbell:plain-imports',
    applyToEnvironment: (environment) => environment.name === 'widget',
    transform: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => ({ code: 'export const __vitePreload = (load) => load();', map: null }),
    },
  };
}

/** `a as b,c` between the braces of an import or an export, as pairs. */
function bindings(list: string): [string, string][] {
  return list.split(',').map((part) => {
    const [from = '', to = from] = part.trim().split(' as ');
    return [from, to];
  });
}

/**
 * Asked for by its name, by the entry's own function, also from within a later chunk. What Vite wraps around an import, to name
 * what is used of it and to load its style sheets, is of no use here.
 */
function fetchedLater(code: string): string {
  const asked = code.replace(/\bimport\([`"']\.\/([^`"']+)\.js[`"']\)/g, 'fetchLater(`$1`)');
  const plain =
    /[\w$]+\((?:async\(\)=>\{let\{[^}]*\}=await |\(\)=>)(fetchLater\(`[^`]+`\))(?:;return\{[^}]*\}\})?,(?:void 0|\[\]|__VITE_PRELOAD__),import\.meta\.url\)/g;
  return asked.replace(plain, '$1');
}

/**
 * Later chunks of the widget. A browser that once failed to fetch a module never asks for it again under the same
 * address; and a second address would be a second copy of whatever it imports. So a later chunk imports nothing: it is
 * a function that is handed what it needs of the entry, and can be asked for under any address (W16).
 */
export function laterChunks(): Plugin {
  return {
    name: 'deskbell:later-chunks',
    applyToEnvironment: (environment) => environment.name === 'widget',
    generateBundle(_options, bundle) {
      const lead = /^import\{([^}]*)\}from["`]\.\/([^"`]+)["`];/;
      const tail = /export\{([^}]*)\};?\s*$/;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const given = tail.exec(chunk.code);
        const body = chunk.code.replace(tail, '');
        // The frame's two sides stand alone (W32).
        if (chunk.isEntry && chunk.name !== 'widget') {
          if (chunk.imports.length > 0) this.error(`${chunk.fileName} imports ${chunk.imports}: it must stand alone.`);
          continue;
        }
        if (chunk.isEntry) {
          // One more round trip before the panel opens: the bundler took a module apart that later parts share with it.
          if (chunk.imports.length > 0)
            this.error(`The panel imports ${chunk.imports}: find what a later part imports.`);
          const own = bindings(given?.[1] ?? '').filter(([, to]) => to !== 'mount');
          const [[mount] = []] = bindings(given?.[1] ?? '').filter(([, to]) => to === 'mount');
          const asked = fetchedLater(body);
          const handed = own.map(([from, to]) => `${to}:${from}`).join(',');
          if (asked.includes('import.meta')) this.error('An import is wrapped in another way than before: look again.');
          // Its neighbours have the same mark in their names as it has (mark-by-content.ts).
          chunk.code = `${asked}var laterKept={},laterTries={};function fetchLater(name){let tries=laterTries[name];return laterKept[name]??=import(import.meta.url.replace(/widget(-[^/?]*)[^/]*$/,name+"$1")+(tries?"?"+tries:"")).then(later=>later.default({${handed}},fetchLater)).catch(error=>{laterTries[name]=(tries|0)+1;delete laterKept[name];throw error})}export{${mount} as mount};`;
        } else {
          const needed = lead.exec(body)?.[1] ?? '';
          const code = fetchedLater(body.replace(lead, ''));
          // As statements: in the texts of a language they are words like others.
          if (!given || /(?:^|[;}\n])(?:import|export)\b/.test(code))
            this.error(`${chunk.fileName} imports more than the entry.`);
          const taken = bindings(needed).map(([from, to]) => `${from}:${to}`);
          const shown = bindings(given[1] ?? '').map(([from, to]) => `${to}:${from}`);
          chunk.code = `export default({${needed ? taken.join(',') : ''}},fetchLater)=>{${code};return{${shown.join(',')}}};`;
        }
      }
    },
  };
}
