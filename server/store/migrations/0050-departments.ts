import { type Kysely, sql } from 'kysely';
import type { DialectName } from '../queries/dialect.ts';
import type { Tables } from '../queries/tables.ts';
import { typed, whole } from './columns.ts';
import type { Compilable, Migration } from './migration.ts';

/** Departments, skills, and what routing remembers of a conversation. */
export const departments: Migration = {
  name: '0050-departments',
  statements: (db, dialect) => [
    ...tables(db, dialect),
    ...agentColumns(db, dialect),
    ...conversationColumns(db, dialect),
  ],
};

function tables(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  return [
    typed(
      db.schema
        .createTable('department')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('site_id', 'text', (c) => c.references('site.id'))
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('routing', 'text', (c) => c.notNull())
        .addColumn('made_at', int, (c) => c.notNull())
        // A removed one stays for the history of what it served.
        .addColumn('removed_at', int),
      dialect,
    ),
    db.schema
      .createIndex('department_name')
      .on('department')
      .expression(sql`coalesce(site_id, ''), name`)
      .unique()
      .where(sql.ref('removed_at'), 'is', null),
    typed(
      db.schema
        .createTable('agent_department')
        .addColumn('agent_id', 'text', (c) => c.notNull().references('agent.id'))
        .addColumn('department_id', 'text', (c) => c.notNull().references('department.id'))
        .addColumn('capacity', int)
        .addPrimaryKeyConstraint('agent_department_key', ['agent_id', 'department_id']),
      dialect,
    ),
    typed(
      db.schema
        .createTable('routing_plan')
        .addColumn('one', int, (c) => c.primaryKey().check(sql`one = 1`))
        .addColumn('plan', 'text', (c) => c.notNull())
        // Raised by whatever changes the team or the plan: routing then reads both afresh.
        .addColumn('version', int, (c) => c.notNull()),
      dialect,
    ),
  ];
}

function agentColumns(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  const agent = () => db.schema.alterTable('agent');
  return [
    ...['skills', 'languages', 'site_ids'].map((name) =>
      agent().addColumn(name, 'text', (c) => c.notNull().defaultTo(sql`'[]'`)),
    ),
    // Room taken by hand above the capacity; `load` alone stays within it.
    agent().addColumn('extra', int, (c) => c.notNull().defaultTo(sql`0`).check(sql`extra >= 0`)),
    agent().addColumn('misses', int, (c) => c.notNull().defaultTo(sql`0`)),
  ];
}

function conversationColumns(db: Kysely<Tables>, dialect: DialectName): Compilable[] {
  const int = whole(dialect);
  const table = () => db.schema.alterTable('conversation');
  const on = (name: string) => db.schema.createIndex(name).on('conversation');
  return [
    table().addColumn('department_id', 'text', (c) => c.references('department.id')),
    table().addColumn('language', 'text'),
    table().addColumn('priority', int, (c) => c.notNull().defaultTo(sql`0`)),
    // JSON: skills with levels, and how much the language counts; null: nothing.
    table().addColumn('needs', 'text'),
    table().addColumn('known_agent_id', 'text'),
    // JSON: ids of the agents who missed it in this episode.
    table().addColumn('missed', 'text'),
    // How much of its agent's room it takes now.
    table().addColumn('room', int, (c) => c.notNull().defaultTo(sql`0`)),
    table().addColumn('assigned_at', int),
    table().addColumn('answer_by', int),
    table().addColumn('offer_agent_id', 'text', (c) => c.references('agent.id')),
    table().addColumn('offer_until', int),
    table().addColumn('offer_reason', 'text'),
    { compile: () => sql`update conversation set room = 1 where status = 'active'`.compile(db) },
    on('conversation_offer').column('offer_until').where(sql.ref('offer_agent_id'), 'is not', null),
    on('conversation_answer').column('answer_by').where(sql.ref('answer_by'), 'is not', null),
    on('conversation_department')
      .columns(['department_id', 'status'])
      .where(sql.ref('status'), '<>', sql.lit('closed'))
      .where(sql.ref('department_id'), 'is not', null),
  ];
}
