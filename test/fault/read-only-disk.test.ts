import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startRelay } from '../support/relay-process.ts';
import { mountSmallDisk } from './kit/small-disk.ts';

const FILES = ['deskbell.db', 'deskbell.db-wal', 'deskbell.db-shm'];

test('P10: a database on a read-only disk: the relay says so in one sentence, and works again once it may write', async () => {
  const disk = makeDisk();
  try {
    const relay = await startRelay({}, { folder: disk.folder });
    await relay.stop();
    disk.makeReadOnly(true);
    const refused = await relay.restart().then(
      () => 'it started',
      (error: Error) => error.message,
    );
    expect(refused).toMatch(/^The relay ended with 1:/);
    expect(refused).toMatch(/The database cannot be used/);
    expect(refused).not.toMatch(/\n {4}at /);
    disk.makeReadOnly(false);
    await relay.restart();
    expect((await fetch(`${relay.origin}/readyz`)).status).toBe(200);
    await relay.remove();
  } finally {
    disk.remove();
  }
});

/** Root writes wherever it likes, unless the disk itself is read-only; for anybody else the permissions are enough. */
function makeDisk(): { folder: string; makeReadOnly(on: boolean): void; remove(): void } {
  const mounted = mountSmallDisk(8);
  if (mounted) return mounted;
  if (process.getuid?.() === 0) throw new Error('As root this test needs the right to mount a small disk of its own.');
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-read-only-'));
  return {
    folder,
    makeReadOnly(on) {
      chmodSync(folder, on ? 0o500 : 0o700);
      for (const file of FILES) {
        try {
          chmodSync(join(folder, file), on ? 0o400 : 0o600);
        } catch {
          // A log that was emptied at the stop is not there.
        }
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
