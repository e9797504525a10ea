import { allMigrations as real } from '../../../server/store/migrations/all-migrations.ts';
import type { Migration } from '../../../server/store/migrations/migration.ts';
import { heavyMigration } from './heavy-migration.ts';

/** Stands in for server/store/migrations/all-migrations.ts in the fault suite's build: `MORE_MIGRATIONS=1` adds one. */
export const allMigrations: readonly Migration[] = process.env.MORE_MIGRATIONS ? [...real, heavyMigration] : real;
