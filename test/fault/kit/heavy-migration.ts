import { CompiledQuery } from 'kysely';
import type { Compilable, Migration } from '../../../server/store/migrations/migration.ts';

/**
 * A migration that rewrites every text there is and in the end has changed nothing: killed anywhere, it must have done
 * nothing, and whoever finds a text that begins with its mark has found half a migration.
 */
export const HALF_MIGRATED = 'half-migrated ';
const say = (sql: string): Compilable => ({ compile: () => CompiledQuery.raw(sql) });

export const heavyMigration: Migration = {
  name: '9999-heavy',
  statements: () => [
    say('create table fault_copy as select * from entry'),
    say(`update entry set body = '${HALF_MIGRATED}' || body where body is not null`),
    say('create table fault_numbers (number integer)'),
    say('insert into fault_numbers select seq from entry'),
    say('delete from fault_numbers'),
    say('create index fault_index on fault_copy (seq)'),
    say('drop index fault_index'),
    say('drop table fault_numbers'),
    say('drop table fault_copy'),
    say(`update entry set body = substr(body, ${HALF_MIGRATED.length + 1}) where body is not null`),
  ],
};
