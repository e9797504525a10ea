import { builders, type DialectName } from '../queries/dialect.ts';
import type { Migration } from './migration.ts';

/** Where the version stands. Made before everything else, outside the list. */
export const VERSION_TABLE =
  'create table if not exists schema_version (number integer primary key, name text not null)';
export const READ_VERSION = 'select coalesce(max(number), 0) as number from schema_version';

export interface PlannedMigration {
  number: number;
  name: string;
  /** To be run in one transaction; the last one writes the version. */
  sql: string[];
}

/** What is left to do from this version on. Throws where the database is newer than the program. */
export function planMigrations(all: readonly Migration[], version: number, dialect: DialectName): PlannedMigration[] {
  if (version > all.length) {
    throw new Error(
      `This database was written by a newer Deskbell: its version is ${version}, this program knows up to ${all.length}. Start the newer program, or restore a backup.`,
    );
  }
  return all.slice(version).map((migration, index) => {
    const number = version + index + 1;
    const statements = migration.statements(builders[dialect], dialect).map((part) => part.compile().sql);
    // Names are ours: letters, digits, dashes.
    const versionRow = `insert into schema_version (number, name) values (${number}, '${migration.name}')`;
    return { number, name: migration.name, sql: [...statements, versionRow] };
  });
}
