import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { top } from './bundle.ts';

/** A folder on the disk of this checkout, as ./data would be: in memory a durable commit would cost nothing. */
export function makeFolder(): string {
  const parent = join(top, 'node_modules/.cache');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, 'bench-data-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
