import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file under this name is complete: it is written beside it first. Throws where the name is taken. */
export async function publishBackup(file: string, write: (temporary: string) => Promise<void>): Promise<void> {
  if (existsSync(file)) throw new Error('The backup file exists already; choose another name.');
  const temporary = `${file}.${randomUUID()}.part`;
  try {
    await write(temporary);
    // It holds everything people wrote: for this account only.
    await chmod(temporary, 0o600);
    await flush(temporary);
    if (existsSync(file)) throw new Error('The backup file exists already; choose another name.');
    await rename(temporary, file);
    await flush(dirname(file));
  } finally {
    await rm(temporary, { force: true });
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
