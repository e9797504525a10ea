import { existsSync } from 'node:fs';

/** What `npm run test:engines` drives beside Chromium; each may be named by a variable of the environment. */
const PATHS = {
  FIREFOX: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
  WEBKIT_DRIVER: ['/usr/bin/WebKitWebDriver'],
  WEBKIT: [
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  ],
} as const;

/** The named one, else the system's; undefined where there is none. */
export function enginePath(name: keyof typeof PATHS): string | undefined {
  const asked = process.env[name];
  if (asked && !existsSync(asked)) throw new Error(`${name} names ${asked}, which does not exist.`);
  return asked ?? PATHS[name].find((path) => existsSync(path));
}
