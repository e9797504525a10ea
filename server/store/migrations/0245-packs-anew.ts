import type { Migration } from './migration.ts';

/** Packs of facts learn tags, and what M8 and M9 need: those of before are made again, and reports read the tables meanwhile. */
export const packsAnew: Migration = {
  name: '0245-packs-anew',
  statements: (db) => [db.deleteFrom('fact_pack'), db.deleteFrom('fact_state')],
};
