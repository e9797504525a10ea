import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A thread as the build made it, beside the rest of the program; undefined where that runs from its sources. */
export function builtThread(name: 'fact-thread' | 'business-thread'): string | undefined {
  const file = join(dirname(fileURLToPath(import.meta.url)), `${name}.js`);
  return existsSync(file) ? file : undefined;
}
