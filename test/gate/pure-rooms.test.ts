import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const top = fileURLToPath(new URL('../..', import.meta.url));
const FOREIGN = ['setTimeout', 'fetch', 'window', 'document', 'process'];

/** Compiles one file under the settings of a room, outside of it, and answers what the compiler says. */
function compileAsIn(room: string, source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-pure-'));
  try {
    writeFileSync(join(folder, 'planted.ts'), source);
    const settings = { extends: join(top, room, 'tsconfig.json'), include: ['planted.ts'], exclude: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    return spawnSync(join(top, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.each(['protocol', 'server/domain', 'widget/model', 'console/model'])(
  '%s is compiled without DOM and Node: their names do not exist there',
  (room) => {
    const planted = FOREIGN.map((name) => `export const my_${name}: unknown = ${name};`).join('\n');
    const said = compileAsIn(room, planted);
    for (const name of FOREIGN) expect(said).toContain(`'${name}'`);
    expect(compileAsIn(room, 'export const x: number[] = [1].toSorted();')).toBe('');
  },
);
