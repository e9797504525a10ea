import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What `npm run test:engines` drives beside Chromium; each may be named by a variable of the environment. */
const PATHS = {
  FIREFOX: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
  WEBKIT_DRIVER: ['/usr/bin/WebKitWebDriver'],
  WEBKIT: [
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  ],
} as const;

type Named = keyof typeof PATHS;

/** What an engine needs, and the package of Debian that has it. */
const NEEDS = {
  Firefox: { FIREFOX: 'firefox-esr' },
  WebKit: {
    WEBKIT_DRIVER: 'webkit2gtk-driver',
    WEBKIT: 'libwebkit2gtk-4.1-0',
    'xvfb-run': 'xvfb',
    xauth: 'xauth',
  },
} as const;

export type Engine = keyof typeof NEEDS;
type Exists = (path: string) => boolean;

/** The named one, else the system's; undefined where there is none. */
export function enginePath(name: Named, environment = process.env, exists: Exists = existsSync): string | undefined {
  const asked = environment[name];
  if (asked && !exists(asked)) throw new Error(`${name} names ${asked}, which does not exist.`);
  return asked || PATHS[name].find((path) => exists(path));
}

/** One sentence that says what to do; null where nothing is missing. */
export function whatIsMissing(engine: Engine, environment = process.env, exists: Exists = existsSync): string | null {
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  const isThere = (name: string) =>
    name in PATHS
      ? enginePath(name as Named, environment, exists)
      : folders.some((folder) => exists(join(folder, name)));
  const missing = Object.entries(NEEDS[engine]).filter(([name]) => !isThere(name));
  if (missing.length === 0) return null;
  const names = missing.map(([name]) => name).filter((name) => name in PATHS);
  const set = names.length > 0 ? `, or set ${names.join(' and ')} to where it is` : '';
  return `No ${engine} could be started: install what is missing (Debian: apt-get install ${missing.map(([, name]) => name).join(' ')})${set}.`;
}
