import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { writeApp } from './console/build/app-icons.ts';
import { withoutFailpoints } from './server/build/without-failpoints.ts';
import { BELL_WORDS } from './server/http/bell-words.ts';
import { shortestBrotli } from './server/http/shortest-brotli.ts';
import { speakLoader } from './server/http/speak-loader.ts';
import { demoSources } from './widget/build/demo-sources.ts';
import { hardySignals } from './widget/build/hardy-signals.ts';
import { laterChunks, plainImports } from './widget/build/later-chunks.ts';
import { leanCarrier } from './widget/build/lean-carrier.ts';
import { markByContent } from './widget/build/mark-by-content.ts';
import { pinnedLoader } from './widget/build/pinned-loader.ts';
import { publishTypes } from './widget/build/publish-types.ts';

/** One build: console, demo, widget, its loader, the messages that come by themselves, the look at a page, the adapters, and the server. */

const top = fileURLToPath(new URL('.', import.meta.url));
const publicDir = join(top, 'dist/public');
/** Written by the widget's build, read by the loader's, kept outside of what is served. */
const widgetManifest = join(top, 'dist/widget-manifest.json');
const COMPRESS_BYTES_MIN = 1_024;
const COMPRESSED_KINDS = /\.(?:js|css|html|svg|json)$/;

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Packages of hundreds of small modules: in one file a command starts in half the time (355 ms of CPU instead of 700). */
const MANY_FILES = ['kysely', 'zod', 'jose'];

function forNode(input: Record<string, string>) {
  return {
    ...{ outDir: join(top, 'dist/server'), emptyOutDir: false, target: 'node20', ssr: true },
    rolldownOptions: {
      input,
      output: { format: 'es' as const, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  };
}

/** Every HTML file of a room is a page, under the same path as in the source. */
function pagesOf(room: string): Record<string, string> {
  const pages = filesIn(join(top, room)).filter((file) => file.endsWith('.html'));
  return Object.fromEntries(pages.map((file) => [relative(top, file).slice(0, -'.html'.length), file]));
}

/** The loader carries the hashed name of the widget's entry, so that one request is enough to know it. */
function widgetEntry(): Plugin {
  return {
    name: 'deskbell:widget-entry',
    applyToEnvironment: (environment) => environment.name === 'loader',
    transform(code) {
      if (!code.includes('__WIDGET_ENTRY__')) return null;
      const manifest = JSON.parse(readFileSync(widgetManifest, 'utf8')) as Record<
        string,
        { file: string; name?: string; isEntry?: boolean }
      >;
      const named = (of: string) => {
        const entry = Object.values(manifest).find(({ name, isEntry }) => isEntry && name === of);
        if (!entry) throw new Error(`The widget build left no entry "${of}" in its manifest.`);
        return JSON.stringify(entry.file);
      };
      const told = code.replaceAll('__WIDGET_ENTRY__', named('widget')).replaceAll('__FRAME_ENTRY__', named('frame'));
      return { code: told, map: null };
    },
  };
}

/** The console begins with its language; the page names the rest at once, so that it comes meanwhile. */
function earlyConsole(): Plugin {
  return {
    name: 'deskbell:early-console',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, filename }) {
        const chunks = Object.values(bundle ?? {}).filter((one) => one.type === 'chunk');
        const main = chunks.find(({ facadeModuleId }) => facadeModuleId === join(top, 'console/main.tsx'));
        if (!main || filename !== join(top, 'console/index.html')) return [];
        return [main.fileName, ...main.imports]
          .filter((file) => !html.includes(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `../${file}` },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}

/** The bell and the panel. */
const FOR_EVERY_VISITOR = /\/(?:deskbell|w\/deskbell-[^/]*|w\/widget-[^/]*)\.js$/;
/** Compressed once here, so that the relay never compresses while it serves. */
function writeCompressed(folder: string): void {
  for (const file of filesIn(folder)) {
    if (!COMPRESSED_KINDS.test(file) || statSync(file).size < COMPRESS_BYTES_MIN) continue;
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, shortestBrotli(content, FOR_EVERY_VISITOR.test(file) ? 'all' : 'first'));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

/** The worker carries a mark of the console's own page: with each new console the worker is a new one, and open pages hear of it. */
function markWorker(folder: string): void {
  const worker = join(folder, 'sw.js');
  const mark = createHash('sha256')
    .update(readFileSync(join(folder, 'index.html')))
    .digest('hex')
    .slice(0, 16);
  writeFileSync(worker, readFileSync(worker, 'utf8').replaceAll('__BUILD_MARK__', mark));
}

/** The tags on the demo's pages are classic scripts that the relay serves; that they are not bundled is the point. */
function quietAboutTheTag(): Plugin {
  return {
    name: 'deskbell:quiet-about-the-tag',
    configResolved({ logger }) {
      const { warn } = logger;
      logger.warn = (text, options) => {
        if (!/src="\/(?:deskbell|proactive\/demo)\.js"/.test(text)) warn(text, options);
      };
    },
  };
}

/**
 * Browsers that know logical properties, `:dir()` and colour schemes by themselves. For older ones the compiler writes
 * `:host:not(:lang(…))`, which matches nothing in a shadow root and lost the launcher its place.
 */
const CSS_TARGET = ['chrome123', 'firefox120', 'safari17.5'];

const jsx = () => preact({ prefreshEnabled: false, reactAliasesEnabled: false });
const hashed = (folder: string) => ({
  entryFileNames: `${folder}/[name]-[hash].js`,
  chunkFileNames: `${folder}/[name]-[hash].js`,
  assetFileNames: `${folder}/[name]-[hash][extname]`,
});

function pagesEnvironment(room: 'console' | 'demo') {
  const names = hashed(`${room}/assets`);
  return {
    consumer: 'client' as const,
    build: {
      outDir: publicDir,
      emptyOutDir: false,
      target: 'es2022',
      cssTarget: CSS_TARGET,
      // The polyfill would be one more inline script to allow; all browsers of the console have the real thing.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: pagesOf(room),
        output: {
          ...names,
          entryFileNames: (chunk: { name: string }) => `${room}/assets/${flat(chunk.name)}-[hash].js`,
        },
      },
    },
  };
}

/** `demo/states/index` names a page; as a file name it must not make folders. */
function flat(name: string): string {
  return name.split('/').slice(1).join('-') || name;
}

/** For pages that were written for another chat: a script each, asked for by who needs it. */
const ADAPTERS = ['intercom', 'chatwoot', 'crisp', 'tawk'];

/** A script of its own, for a plain script tag. */
function classicScript(source: string, file: string) {
  return {
    consumer: 'client' as const,
    build: {
      outDir: publicDir,
      emptyOutDir: false,
      target: 'es2021',
      cssTarget: CSS_TARGET,
      modulePreload: false as const,
      rolldownOptions: {
        input: { script: join(top, source) },
        output: { format: 'iife' as const, entryFileNames: file, codeSplitting: false },
      },
    },
  };
}

/**
 * What waits for something that comes is ended only when it hangs, on a machine that is many times slower too: nothing is judged by these.
 * A promise of time is judged where it stands, by what the machine gets done in the same moments (test/support/pace.ts).
 */
const patience = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000 } } };

function faultProject(name: string, include: string, groupOrder: number) {
  return {
    test: {
      name,
      environment: 'node' as const,
      include: [include],
      globalSetup: 'test/fault/kit/set-up.ts',
      ...{ ...patience, testTimeout: 400_000 },
      fileParallelism: groupOrder === 1,
      sequence: { groupOrder },
    },
  };
}

export default defineConfig({
  root: top,
  // Relative, so that console and demo work under any path of the relay.
  base: './',
  publicDir: false,
  plugins: [
    ...[
      jsx(),
      quietAboutTheTag(),
      earlyConsole(),
      widgetEntry(),
      leanCarrier(),
      hardySignals(),
      withoutFailpoints(),
      plainImports(),
      laterChunks(),
    ],
    ...[
      publishTypes(join(top, 'widget')),
      pinnedLoader(['en', ...Object.keys(BELL_WORDS)], speakLoader),
      demoSources(join(top, 'demo')),
    ],
  ],
  environments: {
    client: pagesEnvironment('console'),
    demo: pagesEnvironment('demo'),
    widget: {
      consumer: 'client',
      build: {
        outDir: publicDir,
        emptyOutDir: false,
        // The browsers that have constructable style sheets and private fields: older ones would need helpers.
        target: 'es2022',
        cssTarget: CSS_TARGET,
        manifest: '.widget-manifest.json',
        modulePreload: false,
        cssCodeSplit: false,
        rolldownOptions: {
          input: {
            widget: join(top, 'widget/main.tsx'),
            frame: join(top, 'widget/frame/outside.ts'),
            inside: join(top, 'widget/frame/inside.ts'),
          },
          // Otherwise `mount` is dropped: nothing inside this build imports it. Later chunks may ask it for more.
          preserveEntrySignatures: 'allow-extension',
          // All together get one mark of their content: the panel need not carry one for each of them (widget/build).
          output: { format: 'es', entryFileNames: 'w/[name].js', chunkFileNames: 'w/[name].js' },
        },
      },
    },
    loader: classicScript('widget/embed/loader.ts', 'deskbell.js'),
    worker: classicScript('console/worker/main.ts', 'console/sw.js'),
    proactive: classicScript('widget/proactive/main.ts', 'proactive.js'),
    check: classicScript('widget/check/main.ts', 'check.js'),
    ...Object.fromEntries(
      ADAPTERS.map((name) => [`adapter_${name}`, classicScript(`widget/adapters/${name}.ts`, `adapters/${name}.js`)]),
    ),
    ssr: {
      resolve: { noExternal: MANY_FILES },
      build: forNode({ cli: join(top, 'server/cli/main.ts'), 'fact-thread': join(top, 'server/fact-thread.ts') }),
    },
    // By itself: what it shared with the relay would have to be handed from one file to the other, failpoints too.
    business: {
      consumer: 'server',
      resolve: { noExternal: MANY_FILES },
      build: forNode({ 'business-process': join(top, 'server/business-process.ts') }),
    },
  },
  builder: {
    async buildApp(builder) {
      rmSync(join(top, 'dist'), { recursive: true, force: true });
      const adapters = ADAPTERS.map((name) => `adapter_${name}`);
      for (const name of [
        'client',
        'demo',
        'widget',
        'loader',
        'proactive',
        'check',
        'worker',
        ...adapters,
        'ssr',
        'business',
      ]) {
        const environment = builder.environments[name];
        if (!environment) throw new Error(`No environment "${name}".`);
        await builder.build(environment);
        if (name === 'widget') {
          renameSync(join(publicDir, '.widget-manifest.json'), widgetManifest);
          markByContent(join(publicDir, 'w'), widgetManifest);
        }
      }
      writeApp(join(publicDir, 'console'));
      markWorker(join(publicDir, 'console'));
      writeCompressed(publicDir);
    },
  },
  test: {
    projects: [
      {
        plugins: [jsx()],
        // The wrappers are tried over what is at hand of the frameworks (decision 0154).
        resolve: { alias: { react: 'preact/compat', vue: '@vue/runtime-dom' } },
        define: { __WIDGET_ENTRY__: "'w/widget-test.js'", __FRAME_ENTRY__: "'w/frame-test.js'" },
        test: {
          name: 'unit',
          environment: 'jsdom',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/last-frame.ts', 'test/support/patient-queries.ts'],
          ...patience,
        },
      },
      faultProject('fault', 'test/fault/*.test.ts', 1),
      // What judges times has the machine to itself.
      faultProject('fault/alone', 'test/fault/alone/*.test.ts', 2),
      ...['protocol', 'contract', 'flow', 'fuzz', 'socket', 'gate'].map((name) => ({
        plugins: [jsx()],
        test: { name, environment: 'node', include: [`test/${name}/**/*.test.{ts,tsx}`], ...patience },
      })),
    ],
  },
});
