import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a few megabytes of our own. Undefined where this account may not mount one. */
export interface SmallDisk {
  folder: string;
  /** Writes until nothing more fits. */
  fill(): void;
  /** Takes away what filled it. */
  free(): void;
  /** Nothing may be open for writing. */
  makeReadOnly(on: boolean): void;
  remove(): void;
}

export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => fill(filler),
    free: () => rmSync(filler, { force: true }),
    makeReadOnly(on) {
      const done = spawnSync('mount', ['-o', `remount,${on ? 'ro' : 'rw'}`, folder], { encoding: 'utf8' });
      if (done.status !== 0) throw new Error(`The small disk could not be remounted: ${done.stderr}`);
    },
    remove() {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fill(file: string): void {
  const open = openSync(file, 'a');
  try {
    for (let size = 65_536; size >= 1; size = size >> 1) {
      try {
        for (;;) writeSync(open, Buffer.alloc(size));
      } catch {
        // Nothing of this size fits; smaller pieces may.
      }
    }
  } finally {
    closeSync(open);
  }
}

/**
 * The same for who may not mount: no file of this process may grow beyond what the largest of its database's has now.
 * Node ignores the signal that comes with it, so a write fails as on a full disk.
 */
export function limitFileSize(pid: number, files: string[]): () => void {
  const largest = Math.max(...files.map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0));
  prlimit(pid, `${largest}:`);
  return () => prlimit(pid, 'unlimited:');
}

function prlimit(pid: number, limit: string): void {
  const done = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${limit}`], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`prlimit (of util-linux) is needed for this test: ${done.stderr}`);
}
