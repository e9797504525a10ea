import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';

export type SqliteDatabase = DatabaseSyncInstance;
export type SqliteStatement = StatementSyncInstance;

type Driver = typeof import('@photostructure/sqlite');

/** Node carries SQLite itself from 24 on; before that the same interface comes from a prebuilt package. */
export async function openDatabase(file: string): Promise<SqliteDatabase> {
  const { DatabaseSync } = builtIn() ?? (await import('@photostructure/sqlite'));
  return new DatabaseSync(file, { enableForeignKeyConstraints: true });
}

function builtIn(): Driver | undefined {
  if (Number(process.versions.node.split('.')[0]) < 24) return undefined;
  // By name at run time: bundlers and test runners do not know this module.
  const load = (process as unknown as { getBuiltinModule(name: string): Driver | undefined }).getBuiltinModule;
  return load('node:sqlite');
}
