import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { top } from './bundle.ts';

/**
 * A folder on the disk of this checkout, as ./data would be: in memory a durable commit would cost nothing. `readable`:
 * also by a server that runs under another account.
 */
export function makeFolder({ readable = false } = {}): string {
  const parent = join(top, 'node_modules/.cache');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'bench-data-'));
  if (readable) chmodSync(folder, 0o755);
  return folder;
}
