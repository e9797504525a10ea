import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MARK_CHARS = 8;

/**
 * Gives all files of the widget one mark of what all of them hold, `ended-3kf9a2xw.js`, so that they may be kept for ever. One for
 * all, because the panel would carry one for each of its later parts (decision 0156); they seldom change alone, as each is handed
 * what it needs by the panel's own short names.
 */
export function markByContent(folder: string, manifest: string): void {
  const names = readdirSync(folder).sort();
  const hash = createHash('sha256');
  for (const name of names)
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(folder, name)));
  const mark = BigInt(`0x${hash.digest('hex')}`)
    .toString(36)
    .slice(0, MARK_CHARS);
  let told = readFileSync(manifest, 'utf8');
  for (const name of names) {
    const marked = name.replace(/\.js$/, `-${mark}.js`);
    renameSync(join(folder, name), join(folder, marked));
    told = told.replaceAll(`"w/${name}"`, `"w/${marked}"`);
  }
  writeFileSync(manifest, told);
}
