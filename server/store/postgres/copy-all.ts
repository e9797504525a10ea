import type pg from 'pg';
import type { BackupTarget } from '../backup-target.ts';
import type { Tables } from '../queries/tables.ts';
import { toStoreError } from './postgres-errors.ts';

const PAGE_ROWS = 1_000;

/** Every table; the compiler complains here when one is missing. False: made again from the rest by whoever starts the copy. */
const TABLES: Record<keyof Tables, boolean> = {
  installation: true,
  site: true,
  site_origin: true,
  visitor: true,
  visitor_token: true,
  agent: true,
  agent_face: true,
  agent_session: true,
  failure: true,
  conversation: true,
  entry: true,
  episode: true,
  wait: true,
  assignment: true,
  department: true,
  agent_department: true,
  routing_plan: true,
  setting: true,
  calendar: true,
  promise: true,
  wrap_up: true,
  team_entry: true,
  visitor_profile: true,
  file: true,
  saved_reply: true,
  intake: true,
  visitor_identity: true,
  identity_secret: true,
  ended_identity: true,
  opening: true,
  fact_pack: true,
  contact_pack: true,
  fact_state: true,
  shop_order: true,
  order_day: true,
  customer: true,
  business_setting: true,
  staff_fact: true,
  mail: true,
  mail_stop: true,
  report_plan: true,
  find_line: false,
  find_block: false,
  find_place: false,
  find_state: false,
  follow_up: true,
  anonymous_answer: true,
  question_words: true,
  saved_view: true,
  draft: true,
  planned_message: true,
  mention: true,
  macro: true,
  macro_run: true,
  question: true,
  person_note: true,
  person_tag: true,
  visitor_visit: true,
  visitor_block: true,
  visitor_merge: true,
  erasure: true,
  emptying: true,
  agent_notices: true,
  push_key: true,
  push_device: true,
  push_outbox: true,
  tag_sighting: true,
  tag_check: true,
  guide: true,
  team_tags: true,
  team_role: true,
  outside_service: true,
};

/** All rows as of one moment, in bounded pages; writers go on beside it. */
export async function copyAll(client: pg.Client, target: BackupTarget): Promise<void> {
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    for (const [table, isCopied] of Object.entries(TABLES)) if (isCopied) await copyTable(client, table, target);
    await client.query('COMMIT');
    target.finish();
  } catch (error) {
    target.abandon();
    throw error instanceof Error && 'severity' in error ? toStoreError(error) : error;
  }
}

async function copyTable(client: pg.Client, table: string, target: BackupTarget): Promise<void> {
  await client.query(`DECLARE copied NO SCROLL CURSOR FOR SELECT * FROM "${table}"`);
  for (;;) {
    const page = await client.query<Record<string, unknown>>(`FETCH ${PAGE_ROWS} FROM copied`);
    if (page.rows.length === 0) break;
    target.insert(table, page.rows);
  }
  await client.query('CLOSE copied');
}
