import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { shortestBrotli } from '../server/http/shortest-brotli.ts';
import { SPOKEN, speakLoader } from '../server/http/speak-loader.ts';
import { top } from './kit/bundle.ts';
import { printResult, printTable } from './kit/print.ts';

/**
 * Bytes as they cross the wire, brotli, by what a person does. 1 KB is 1,000 bytes, the stricter reading of a limit.
 * `--check` compares them with the limits and with the numbers in README.md; `--write` writes those numbers.
 */

const publicDir = join(top, 'dist/public');
const readme = join(top, 'README.md');

interface Scenario {
  name: 'loader' | 'panel' | 'console';
  what: string;
  limitKb: number;
  files(): string[];
}

const SCENARIOS: Scenario[] = [
  { name: 'loader', what: 'a page with the tag, before intent', limitKb: 2.5, files: () => ['deskbell.js'] },
  {
    name: 'panel',
    what: 'all up to the open, connected panel',
    limitKb: 34,
    files: () => ['deskbell.js', ...panelFiles()],
  },
  { name: 'console', what: 'the console, first load', limitKb: 90, files: () => consoleFiles() },
];

/** One of them is fetched, by who speaks it: it may not keep the panel waiting. */
const LANGUAGES = ['ar', 'de', 'es', 'fr', 'he', 'hi', 'it', 'ja', 'nl', 'pl', 'pt', 'ru', 'tr', 'uk', 'zh'];
const LANGUAGE_KB_MAX = 5;
/** The emoji's names in one of them, fetched by who opens the signs. */
const EMOJI_WORDS_KB_MAX = 2;
/** Fetched when they are needed, or in a quiet moment. Each has its own limit, KB; the name is that of its file. */
const LATER: Record<string, number> = {
  ended: 2,
  'email-field': 0.6,
  failure: 0.7,
  service: 1,
  'queue-full': 0.8,
  'poll-connection': 1.2,
  'post-json': 0.6,
  'page-side': 3.6,
  alone: 0.6,
  event: 0.6,
  links: 0.8,
  emoji: 2.8,
  menu: 2.1,
  'keep-chat': 2.4,
  attention: 0.6,
  dress: 1.3,
  notice: 0.6,
  phone: 0.8,
  speak: 1.4,
  ...Object.fromEntries(LANGUAGES.map((code) => [code, LANGUAGE_KB_MAX])),
  ...Object.fromEntries(LANGUAGES.map((code) => [`emoji-${code}`, EMOJI_WORDS_KB_MAX])),
  'later-files': 6.9,
  'later-face': 1.6,
  // Only where the chat is isolated: the page's side, and the frame's beside the panel.
  frame: 2.4,
  inside: 2.2,
  front: 2.4,
  past: 1.8,
  'rating-more': 1.8,
  'later-amended': 3.7,
  // Only where the owner lets the team see what is not sent yet.
  'later-preview': 0.8,
  // Only where the owner lets browsers work before a conversation.
  'later-work': 2.7,
  // Only where the owner's topics lead to departments.
  redirect: 1.2,
  'later-own': 3.4,
};

/** Tags of their own, for who wants what they do: a page without them pays nothing (X1). Without the owner's rules. */
const TAGS: Record<string, number> = {
  // With who is there and the pages of a visit, which most sites leave off.
  'proactive.js': 7.8,
  // Only on a page that its owner opened to look at it (Z7).
  'check.js': 1.2,
  // For pages that were written for another chat (Y1).
  'adapters/intercom.js': 2.2,
  'adapters/chatwoot.js': 2.4,
  'adapters/crisp.js': 2.7,
  'adapters/tawk.js': 2.5,
};

interface Chunk {
  name?: string;
  isDynamicEntry?: boolean;
  file: string;
  isEntry?: boolean;
  imports?: string[];
}

function widgetChunks(): Record<string, Chunk> {
  return JSON.parse(readFileSync(join(top, 'dist/widget-manifest.json'), 'utf8')) as Record<string, Chunk>;
}

/** The entry and what it imports at once. */
function panelFiles(): string[] {
  const chunks = widgetChunks();
  const found = new Set(Object.values(chunks).filter(({ isEntry, name }) => isEntry && name === 'widget'));
  for (const chunk of found) for (const name of chunk.imports ?? []) found.add(chunks[name] as Chunk);
  return [...found].map((chunk) => chunk.file);
}

/** The page, what its HTML names, and what those import at once. */
function consoleFiles(): string[] {
  const page = 'console/index.html';
  const html = readFileSync(join(publicDir, page), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="[^"]*?(console\/assets\/[^"]+)"/g)].map(([, file]) => file as string);
  const found = new Set([page, ...named]);
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    const code = readFileSync(join(publicDir, file), 'utf8');
    for (const [, name] of code.matchAll(/(?:^|[;}])import(?:[^"'()]*from)?["']\.\/([^"']+)["']/g)) {
      found.add(`console/assets/${name}`);
    }
  }
  return [...found];
}

function transferredBytes(file: string): number {
  const compressed = join(publicDir, `${file}.br`);
  if (existsSync(compressed)) return statSync(compressed).size;
  return brotliCompressSync(readFileSync(join(publicDir, file))).length;
}

function laterSizes(): { name: string; limitKb: number | undefined; bytes: number }[] {
  const tags = Object.entries(TAGS).map(([name, limitKb]) => ({ name, limitKb, bytes: transferredBytes(name) }));
  const parts = Object.values(widgetChunks())
    .filter(({ isDynamicEntry, isEntry, name }) => isDynamicEntry || (isEntry && name !== 'widget'))
    .map(({ name = '', file }) => ({ name, limitKb: LATER[name], bytes: transferredBytes(file) }));
  return [...parts, ...tags];
}

interface Size {
  name: string;
  what: string;
  limitKb: number;
  bytes: number;
  files: string[];
}

function measure({ name, what, limitKb, files }: Scenario): Size {
  const counted = files();
  return { name, what, limitKb, files: counted, bytes: counted.reduce((sum, file) => sum + transferredBytes(file), 0) };
}

function asKb(bytes: number): string {
  return (bytes / 1_000).toFixed(1);
}

const MARK = /<!--size:(\w+)-->([\d.]+)<!--\/size-->/g;

function complaints(sizes: Size[]): string[] {
  const over = sizes
    .filter((size) => size.bytes > size.limitKb * 1_000)
    .map((size) => `${size.what}: ${asKb(size.bytes)} KB, more than ${size.limitKb} KB. Find what grew it.`);
  const text = readFileSync(readme, 'utf8');
  const marks = [...text.matchAll(MARK)];
  const wrong = marks
    .filter(([, name, said]) => said !== asKb(sizes.find((size) => size.name === name)?.bytes ?? 0))
    .map(([, name, said]) => `README.md says ${said} KB for ${name}. Run "npm run sizes -- --write".`);
  const absent = sizes
    .filter((size) => !marks.some(([, name]) => name === size.name))
    .map((size) => `README.md does not say what "${size.name}" weighs: add <!--size:${size.name}-->0<!--/size-->.`);
  const later = laterSizes()
    .filter(({ limitKb = 0, bytes }) => bytes > limitKb * 1_000)
    .map(({ name, limitKb, bytes }) =>
      limitKb === undefined
        ? `The later part "${name}" has no limit: add it to LATER in bench/sizes.ts.`
        : `The later part "${name}": ${asKb(bytes)} KB, more than ${limitKb} KB.`,
    );
  return [...over, ...spokenTooLong(sizes), ...wrong, ...absent, ...later];
}

/** The loader holds its promise in every language that the relay writes into it (W33). */
function spokenTooLong(sizes: Size[]): string[] {
  const { limitKb = 0 } = sizes.find(({ name }) => name === 'loader') ?? {};
  const plain = readFileSync(join(publicDir, 'deskbell.js'), 'utf8');
  return SPOKEN.map((code) => [code, shortestBrotli(Buffer.from(speakLoader(plain, code))).length] as const)
    .filter(([, bytes]) => bytes > limitKb * 1_000)
    .map(([code, bytes]) => `The loader in "${code}": ${bytes} bytes, more than ${limitKb * 1_000}.`);
}

function writeReadme(sizes: Size[]): void {
  const text = readFileSync(readme, 'utf8');
  const written = text.replace(MARK, (mark, name: string) => {
    const size = sizes.find((one) => one.name === name);
    return size ? `<!--size:${name}-->${asKb(size.bytes)}<!--/size-->` : mark;
  });
  writeFileSync(readme, written);
}

export function benchSizes(): Size[] {
  const sizes = SCENARIOS.map(measure);
  const rows = sizes.map((size) => [size.what, asKb(size.bytes), String(size.limitKb), String(size.files.length)]);
  printTable('Sizes, brotli', ['', 'KB', 'at most', 'files'], rows);
  const later = laterSizes().map(({ name, bytes, limitKb }) => [name, asKb(bytes), String(limitKb), '1']);
  printTable('Later parts of the widget', ['', 'KB', 'at most', 'files'], later);
  for (const { name, bytes, limitKb } of sizes) printResult('sizes', { name, bytes, limitBytes: limitKb * 1_000 });
  return sizes;
}

if (process.argv[1]?.endsWith('sizes.ts')) {
  const sizes = benchSizes();
  if (process.argv.includes('--write')) writeReadme(sizes);
  const found = process.argv.includes('--check') ? complaints(sizes) : [];
  for (const complaint of found) console.error(`✗ ${complaint}`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
