import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A thread or a process as the build made it, beside the rest of the program; undefined where that runs from its sources. */
export function builtPart(name: 'fact-thread' | 'business-process'): string | undefined {
  const file = join(dirname(fileURLToPath(import.meta.url)), `${name}.js`);
  return existsSync(file) ? file : undefined;
}
