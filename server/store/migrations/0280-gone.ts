import { whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** That a visitor's last connection went while the episode was open, when, and how; nothing where she was seen again (M7). */
export const gone: Migration = {
  name: '0280-gone',
  statements: (db, dialect) => {
    const episode = () => db.schema.alterTable('episode');
    return [episode().addColumn('gone_at', whole(dialect)), episode().addColumn('gone_how', 'text')];
  },
};
