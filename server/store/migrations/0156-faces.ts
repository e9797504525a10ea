import { typed, whole } from './columns.ts';
import type { Migration } from './migration.ts';

/** How visitors see agents: apart from the agents themselves, whose rows the messages' path reads. */
export const faces: Migration = {
  name: '0156-faces',
  statements: (db, dialect) => [
    typed(
      db.schema
        .createTable('agent_face')
        .addColumn('agent_id', 'text', (c) => c.primaryKey().notNull().references('agent.id'))
        .addColumn('title', 'text', (c) => c.notNull())
        .addColumn('picture_id', 'text')
        .addColumn('picture_type', 'text')
        .addColumn('picture', 'text')
        .addColumn('changed_at', whole(dialect), (c) => c.notNull()),
      dialect,
    ),
    db.schema.createIndex('agent_face_picture').on('agent_face').column('picture_id').unique(),
  ],
};
