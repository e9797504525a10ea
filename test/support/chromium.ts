import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SYSTEM_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A real Chromium without a download: `$CHROMIUM`, else the system's, else the one inside the npm package
 * (linux x64; `CHROMIUM=npm` asks for it). Undefined elsewhere: Playwright then uses its own, if installed.
 */
export async function chromiumPath(): Promise<string | undefined> {
  const asked = process.env.CHROMIUM;
  if (asked && asked !== 'npm') {
    if (!existsSync(asked)) throw new Error(`CHROMIUM names ${asked}, which does not exist.`);
    return asked;
  }
  const system = asked === 'npm' ? undefined : SYSTEM_PATHS.find((path) => existsSync(path));
  if (system) return system;
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  return unpackChromium(fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url)));
}

/** What every launch needs: as root the sandbox cannot start, in containers /dev/shm is small. */
export const chromiumArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-gpu',
];

async function unpackChromium(folder: string): Promise<string> {
  // The package unpacks into the temporary folder and trusts what it finds there: give it one of this checkout.
  const changed = { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  const before = Object.fromEntries(Object.keys(changed).map((name) => [name, process.env[name]]));
  mkdirSync(folder, { recursive: true });
  // The second one makes it unpack NSS and NSPR too, which a bare system lacks, and set LD_LIBRARY_PATH.
  Object.assign(process.env, changed);
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    // Its own fonts.conf names a folder that does not exist; without a font the page dies at the first text.
    const fonts = `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`;
    const file = `${folder}/fonts/fonts.conf`;
    // Playwright's workers come through here again while a browser reads it.
    if (!existsSync(file) || readFileSync(file, 'utf8') !== fonts) writeFileSync(file, fonts);
    return path;
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
