import { createReadStream } from 'node:fs';
import { cp, type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileVault } from '../usecases/file-vault.ts';

const PRIVATE = { file: 0o600, folder: 0o700 };
/** Names are hex of a hash; anything else never reaches the disk. */
const NAME = /^[0-9a-f]{64}$/;
const SHELF_CHARS = 2;

/** The disk cannot take or give it now: full, read-only, gone. Known by its name, as the store's own. */
class DiskUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/**
 * A folder: `parts/` for half-done uploads, `kept/ab/ab…` for whole files. A file is written beside its place, flushed, and then
 * renamed, so that what has its name is whole, also after a power cut.
 */
export function createFileVault(folder: string): FileVault {
  const parts = join(folder, 'parts');
  const kept = join(folder, 'kept');
  const partOf = (name: string) => join(parts, checked(name));
  const shelfOf = (name: string) => join(kept, checked(name).slice(0, SHELF_CHARS));
  const placeOf = (name: string) => join(shelfOf(name), name);
  let turn = 0;

  return {
    partBytes: (part) => sizeOf(partOf(part)),
    addPart: (part, offset, content) =>
      onDisk(async () => {
        await mkdir(parts, { recursive: true, mode: PRIVATE.folder });
        await using(await open(partOf(part), offset === 0 ? 'w' : 'r+', PRIVATE.file), (handle) =>
          handle.write(content, 0, content.length, offset),
        );
        return sizeOf(partOf(part));
      }),
    readPart: (part) => onDisk(() => readFile(partOf(part))),
    dropPart: (part) => onDisk(() => rm(partOf(part), { force: true })),
    keep: (name, pieces) =>
      onDisk(async () => {
        await mkdir(parts, { recursive: true, mode: PRIVATE.folder });
        await mkdir(shelfOf(name), { recursive: true, mode: PRIVATE.folder });
        const beside = partOf(name);
        await using(await open(beside, 'w', PRIVATE.file), async (handle) => {
          await handle.writev([...pieces]);
          await handle.sync();
        });
        await rename(beside, placeOf(name));
        await using(await open(shelfOf(name), 'r'), (handle) => handle.sync());
      }),
    async read(name) {
      const bytes = await sizeOf(placeOf(name));
      return bytes === 0 ? undefined : { bytes, open: () => createReadStream(placeOf(name)) };
    },
    remove: (name) => onDisk(() => rm(placeOf(name), { force: true })),
    listOldParts: (before) => listOld(parts, before, Number.POSITIVE_INFINITY),
    async listOldNames(before, limit) {
      // One shelf after the other: each look is short, and a few hours see all of them.
      const shelves = (await readNames(kept)).sort();
      const shelf = shelves[turn % Math.max(shelves.length, 1)];
      turn += 1;
      return shelf === undefined ? [] : listOld(join(kept, shelf), before, limit);
    },
    async copyTo(target) {
      if ((await readNames(kept)).length === 0) return;
      await mkdir(target, { recursive: true, mode: PRIVATE.folder });
      await cp(kept, join(target, 'kept'), { recursive: true });
    },
  };
}

function checked(name: string): string {
  if (!NAME.test(name)) throw new Error('A name in the vault is the hex of a hash.');
  return name;
}

async function using<T>(handle: FileHandle, work: (handle: FileHandle) => Promise<T>): Promise<void> {
  try {
    await work(handle);
  } finally {
    await handle.close();
  }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

async function readNames(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function listOld(folder: string, before: number, limit: number): Promise<string[]> {
  const old: string[] = [];
  for (const name of await readNames(folder)) {
    if (old.length >= limit) break;
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found && found.mtimeMs < before) old.push(name);
  }
  return old;
}

async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = (error as { code?: string }).code;
    throw code === undefined ? error : new DiskUnavailable(`The files' folder cannot be used: ${code}.`);
  }
}
