import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../../server/store/sqlite/driver.ts';
import type { TestPostgres } from '../../support/postgres.ts';
import type { Place } from '../kit/place.ts';
import { limitFileSize, mountSmallDisk } from '../kit/small-disk.ts';
import type { Break } from './broken-database.ts';

/** Ways in which a database breaks, and what mends it. */

export function diskFull(lastsMs: number): Break & { done(): void } {
  // Room for a whole write-ahead log (32 MB before it is copied): the disk is to be full by its filler, not by ours.
  const disk = mountSmallDisk(64);
  return {
    name: disk ? 'disk-full' : 'file-limit',
    seed: 51,
    lastsMs,
    ...(disk ? { place: { folder: disk.folder } } : {}),
    async strike(place) {
      if (!disk) return limited(place);
      disk.fill();
      return async () => disk.free();
    },
    done: () => disk?.remove(),
  };
}

/** The write-ahead log may not grow: the same as a full disk, without a mount. */
export function fileLimit(lastsMs: number): Break {
  return { name: 'file-limit', seed: 52, lastsMs, strike: limited };
}

async function limited(place: Place): Promise<() => Promise<void>> {
  const files = ['', '-wal', '-shm'].map((end) => join(place.relay.folder, `deskbell.db${end}`));
  const lift = limitFileSize(place.relay.pid(), files);
  return async () => lift();
}

/** Another program has begun to write, and thinks. */
export function locked(lastsMs: number): Break {
  return {
    name: 'locked',
    seed: 53,
    lastsMs,
    async strike(place) {
      const db = await openDatabase(join(place.relay.folder, 'deskbell.db'));
      db.exec('PRAGMA busy_timeout = 5000');
      db.exec('BEGIN IMMEDIATE');
      return async () => {
        db.exec('ROLLBACK');
        db.close();
      };
    },
  };
}

export function postgresReadOnly(databaseUrl: string, lastsMs: number): Break {
  const set = async (value: 'on' | 'off') => {
    const client = new pg.Client(databaseUrl);
    await client.connect();
    await client.query('set default_transaction_read_only = off');
    await client.query(`alter system set default_transaction_read_only = ${value}`);
    await client.query('select pg_reload_conf()');
    await client.end();
  };
  return {
    name: 'postgres-read-only',
    seed: 54,
    place: { databaseUrl },
    lastsMs,
    async strike() {
      await set('on');
      return () => set('off');
    },
  };
}

/** All its processes stand still; connections stay open and nothing comes. */
export function postgresFrozen(postgres: TestPostgres, databaseUrl: string, lastsMs: number): Break {
  return {
    name: 'postgres-frozen',
    seed: 55,
    place: { databaseUrl },
    lastsMs,
    async strike() {
      postgres.freeze();
      return async () => postgres.thaw();
    },
  };
}

export function postgresStopped(postgres: TestPostgres, databaseUrl: string, lastsMs: number): Break {
  return {
    name: 'postgres-stopped',
    seed: 56,
    place: { databaseUrl },
    lastsMs,
    async strike() {
      await postgres.crash();
      return () => postgres.start();
    },
  };
}
