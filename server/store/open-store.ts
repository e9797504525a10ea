import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assembleStore } from './assemble-store.ts';
import type { Engine } from './engine.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import type { Migration } from './migrations/migration.ts';
import { openPostgresEngine } from './postgres/postgres-engine.ts';
import { startInstallation } from './queries/installation.ts';
import { createBackup } from './sqlite/create-backup.ts';
import { openSqliteEngine } from './sqlite/sqlite-engine.ts';
import type { Store } from './store.ts';

export interface StoreParts {
  /** `postgres://…`; without one, a SQLite file in `dataDir`. */
  databaseUrl?: string;
  dataDir: string;
  makeEpoch: () => string;
  /** For tests of the migrating itself. */
  migrations?: readonly Migration[];
}

export const SQLITE_FILE = 'deskbell.db';

/** Opens the store, migrating it forward first. Rejects with one sentence where it cannot be used. */
export async function openStore(parts: StoreParts): Promise<Store> {
  const engine = await openEngine(parts);
  try {
    await engine.write(startInstallation, { epoch: parts.makeEpoch() });
  } catch (error) {
    await engine.close();
    throw error;
  }
  return assembleStore(engine);
}

function openEngine(parts: StoreParts): Promise<Engine> {
  const migrations = parts.migrations ?? allMigrations;
  if (parts.databaseUrl) {
    const makeBackup = (file: string) => createBackup(file, migrations);
    return openPostgresEngine({ url: parts.databaseUrl, migrations, createBackup: makeBackup });
  }
  mkdirSync(parts.dataDir, { recursive: true, mode: 0o700 });
  return openSqliteEngine(join(parts.dataDir, SQLITE_FILE), migrations);
}
