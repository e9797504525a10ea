import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFileVault } from '../../../server/platform/file-vault.ts';

const NAME = 'ab'.repeat(32);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskbell-vault-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the vault', () => {
  test('F1 a part grows at its place; whole it is kept, read, and removed', async () => {
    const vault = createFileVault(folder);
    expect(await vault.partBytes(NAME)).toBe(0);
    expect(await vault.addPart(NAME, 0, Buffer.from('Hel'))).toBe(3);
    expect(await vault.addPart(NAME, 3, Buffer.from('lo'))).toBe(5);
    expect(Buffer.from(await vault.readPart(NAME)).toString()).toBe('Hello');
    await vault.dropPart(NAME);
    expect(await vault.partBytes(NAME)).toBe(0);
    await vault.keep(NAME, [Buffer.from('Hel'), Buffer.from('lo')]);
    const pieces: Uint8Array[] = [];
    for await (const piece of (await vault.read(NAME))?.open() ?? []) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe('Hello');
    await vault.remove(NAME);
    expect(await vault.read(NAME)).toBeUndefined();
  });

  test('S15 a backup has what is kept, and nothing half-done', async () => {
    const vault = createFileVault(join(folder, 'files'));
    await vault.copyTo(join(folder, 'none'));
    expect(existsSync(join(folder, 'none'))).toBe(false);
    await vault.keep(NAME, [Buffer.from('kept')]);
    await vault.addPart('cd'.repeat(32), 0, Buffer.from('half'));
    await vault.copyTo(join(folder, 'copy'));
    expect(readFileSync(join(folder, 'copy', 'kept', 'ab', NAME), 'utf8')).toBe('kept');
    expect(existsSync(join(folder, 'copy', 'parts'))).toBe(false);
  });

  test('F4 only the hex of a hash is a name', async () => {
    const vault = createFileVault(folder);
    for (const name of ['', '../x', `${NAME}/`, NAME.toUpperCase(), `.${NAME.slice(1)}`])
      await expect(vault.keep(name, [Buffer.from('x')])).rejects.toThrow('hex');
  });

  test('P10 a disk that takes nothing is `unavailable`, without a path in the words', async () => {
    writeFileSync(join(folder, 'taken'), '');
    const vault = createFileVault(join(folder, 'taken'));
    const failed = vault.addPart(NAME, 0, Buffer.from('x'));
    await expect(failed).rejects.toMatchObject({ name: 'StoreUnavailable' });
    await expect(failed).rejects.not.toThrow(folder);
  });
});
