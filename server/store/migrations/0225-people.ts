import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** What the team knows of people, whom it does not want to hear from, and who turned out to be one person (docs/people.md). */
export const people: Migration = {
  name: '0225-people',
  statements: (db, dialect) => {
    const int = whole(dialect);
    return [
      typed(
        db.schema
          .createTable('person_note')
          .addColumn('id', 'text', (c) => c.primaryKey().notNull())
          .addColumn('visitor_id', 'text', (c) => c.notNull().references('visitor.id'))
          .addColumn('by_id', 'text', (c) => c.notNull().references('agent.id'))
          .addColumn('body', 'text', (c) => c.notNull())
          .addColumn('made_at', int, (c) => c.notNull())
          .addColumn('edited_at', int),
        dialect,
      ),
      db.schema.createIndex('person_note_visitor').on('person_note').columns(['visitor_id', 'made_at']),
      typed(
        db.schema
          .createTable('person_tag')
          .addColumn('visitor_id', 'text', (c) => c.notNull().references('visitor.id'))
          .addColumn('tag', 'text', (c) => c.notNull())
          .addColumn('by_id', 'text', (c) => c.notNull())
          .addColumn('at', int, (c) => c.notNull())
          .addPrimaryKeyConstraint('person_tag_key', ['visitor_id', 'tag']),
        dialect,
      ),
      db.schema.createIndex('person_tag_tag').on('person_tag').column('tag'),
      typed(
        db.schema
          .createTable('visitor_visit')
          .addColumn('visitor_id', 'text', (c) => c.primaryKey().notNull().references('visitor.id'))
          // JSON: browser, language, zone, pages; always read and written as one.
          .addColumn('document', 'text', (c) => c.notNull())
          .addColumn('changed_at', int, (c) => c.notNull()),
        dialect,
      ),
      typed(
        db.schema
          .createTable('visitor_block')
          .addColumn('id', 'text', (c) => c.primaryKey().notNull())
          .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
          // Null: she was erased; who blocked when and until when stays.
          .addColumn('visitor_id', 'text')
          .addColumn('address_hash', 'text')
          .addColumn('reason', 'text', (c) => c.notNull())
          .addColumn('by_id', 'text', (c) => c.notNull())
          .addColumn('at', int, (c) => c.notNull())
          .addColumn('until', int)
          .addColumn('ended_at', int)
          .addColumn('ended_by', 'text'),
        dialect,
      ),
      db.schema.createIndex('visitor_block_visitor').on('visitor_block').column('visitor_id'),
      db.schema.createIndex('visitor_block_ended').on('visitor_block').column('ended_at'),
      typed(
        db.schema
          .createTable('visitor_merge')
          .addColumn('id', 'text', (c) => c.primaryKey().notNull())
          .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
          .addColumn('from_id', 'text', (c) => c.notNull())
          .addColumn('into_id', 'text', (c) => c.notNull())
          .addColumn('by_id', 'text', (c) => c.notNull())
          .addColumn('at', int, (c) => c.notNull())
          // JSON: which notes, tags and orders went along, so that they find their way back.
          .addColumn('document', 'text', (c) => c.notNull())
          .addColumn('undone_at', int)
          .addColumn('undone_by', 'text'),
        dialect,
      ),
      db.schema.createIndex('visitor_merge_into').on('visitor_merge').column('into_id'),
      // Of a profile that was joined to another one: that one.
      db.schema.alterTable('visitor').addColumn('joined_to', 'text'),
      db.schema.createIndex('visitor_joined_to').on('visitor').column('joined_to').where('joined_to', 'is not', null),
    ];
  },
};
