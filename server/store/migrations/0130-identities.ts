import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** People whom sites have signed for (docs/identity.md): a row of `visitor` without a token, for whom browsers act. */
export const identities: Migration = {
  name: '0130-identities',
  statements: (db, dialect) => {
    const int = whole(dialect);
    return [
      typed(
        db.schema
          .createTable('visitor_identity')
          .addColumn('visitor_id', 'text', (c) => c.primaryKey().notNull().references('visitor.id'))
          .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
          .addColumn('subject', 'text', (c) => c.notNull())
          .addColumn('name', 'text')
          .addColumn('email', 'text')
          .addColumn('verified_at', int, (c) => c.notNull())
          .addUniqueConstraint('visitor_identity_subject', ['site_id', 'subject']),
        dialect,
      ),
      typed(
        db.schema
          .createTable('identity_secret')
          .addColumn('id', 'text', (c) => c.primaryKey().notNull())
          .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
          .addColumn('made_at', int, (c) => c.notNull()),
        dialect,
      ),
      db.schema.createIndex('identity_secret_site').on('identity_secret').column('site_id'),
      // Tokens of people who signed out before they ran out.
      typed(
        db.schema
          .createTable('ended_identity')
          .addColumn('hash', 'text', (c) => c.primaryKey().notNull())
          .addColumn('until', int, (c) => c.notNull()),
        dialect,
      ),
      // Of a browser: whom it acts for, and the token that said so.
      db.schema.alterTable('visitor').addColumn('acts_as', 'text'),
      db.schema.alterTable('visitor').addColumn('identity_hash', 'text'),
      db.schema.alterTable('visitor').addColumn('identity_until', int),
    ];
  },
};
