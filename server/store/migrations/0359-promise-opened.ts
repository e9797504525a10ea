import { whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** M17: a promise says itself of which site it was and when its episode began, so that a period's are found without reading those of other times. */
export const promiseOpened: Migration = {
  name: '0359-promise-opened',
  statements: (db, dialect) => [
    db.schema.alterTable('promise').addColumn('opened_at', whole(dialect)),
    db.schema.alterTable('promise').addColumn('site_id', 'text'),
    db.updateTable('promise').set((eb) => ({
      opened_at: eb
        .selectFrom('episode')
        .select('opened_at')
        .whereRef('episode.conversation_no', '=', 'promise.conversation_no')
        .whereRef('episode.number', '=', 'promise.episode'),
      site_id: eb
        .selectFrom('conversation')
        .select('site_id')
        .whereRef('conversation.no', '=', 'promise.conversation_no'),
    })),
    db.schema.createIndex('promise_opened').on('promise').column('opened_at'),
    db.schema.createIndex('promise_site').on('promise').columns(['site_id', 'opened_at']),
    db.schema.dropIndex('promise_at'),
  ],
};
