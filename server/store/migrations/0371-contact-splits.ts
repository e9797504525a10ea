import type { Migration } from './migration.ts';

/** Contacts learn what they are split by: all packs are made again, and reports read the tables meanwhile. */
export const contactSplits: Migration = {
  name: '0371-contact-splits',
  statements: (db) => [db.deleteFrom('contact_pack'), db.deleteFrom('fact_pack'), db.deleteFrom('fact_state')],
};
