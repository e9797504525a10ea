import { sql } from 'kysely';
import { assert } from '../../../protocol/kit/assert.ts';
import type { ContactEntry, Entry } from '../../../protocol/wire/model.ts';
import type { Appended, CidConflict, Duplicate, OpenConversation, QueueFull } from '../store.ts';
import { appendVisitors } from './append-message.ts';
import { type ConversationState, locked, lockOpenConversation } from './conversation-row.ts';
import { addEntry, addMessage, findRepeat, toMessageEntry } from './entries.ts';
import { startEpisode } from './episodes.ts';
import { keepIntake } from './intake.ts';
import { lastTextOf } from './last-text.ts';
import { makeFollowUp } from './make-follow-up.ts';
import { keepOpening } from './openings.ts';
import { type Operation, RunAgain, row, rows, run, takeChange } from './operation.ts';
import { prepare } from './prepare.ts';
import { keepEmail, lockVisitor } from './visitor-lock.ts';

/** A new conversation's entries, in order: queued, the message, the e-mail address if one was left. */
const QUEUED_SEQ = 1;
const MESSAGE_SEQ = 2;

interface NewConversation {
  id: string;
  siteId: string;
  visitorId: string;
  at: number;
  head: number;
  change: number;
  text: string;
  pageUrl: string | null;
  pageTitle: string | null;
  departmentId: string | null;
  language: string | null;
  priority: number;
  needs: string | null;
  knownAgentId: string | null;
  email: string | null;
  held: number;
}

const insert = prepare<NewConversation>()((db, p) =>
  db
    .insertInto('conversation')
    .values({
      id: p.id,
      site_id: p.siteId,
      visitor_id: p.visitorId,
      status: 'queued',
      version: 1,
      agent_id: null,
      assignment: 0,
      episode: 1,
      head: p.head,
      change: p.change,
      opened_at: p.at,
      queued_at: p.at,
      entered_at: p.at,
      closed_at: null,
      wait_started_at: p.at,
      wait_started_seq: MESSAGE_SEQ,
      wait_queue_ms: 0,
      first_response_ms: null,
      last_text: p.text,
      last_author: 'visitor',
      last_at: p.at,
      unread: 1,
      score: null,
      visitor_delivered: MESSAGE_SEQ,
      visitor_read: MESSAGE_SEQ,
      agent_delivered: 0,
      agent_read: 0,
      email: p.email,
      page_url: p.pageUrl,
      page_title: p.pageTitle,
      department_id: p.departmentId,
      language: p.language,
      priority: p.priority,
      needs: p.needs,
      known_agent_id: p.knownAgentId,
      held: p.held,
    } as never)
    .returning('no'),
);
const siteLocked = prepare<{ siteId: string }>()((db, p, dialect) =>
  locked(db.selectFrom('site').select('id').where('id', '=', p.siteId), dialect),
);
const queuedOf = prepare<{ siteId: string; limit: number }>()((db, p) =>
  db
    .selectFrom('conversation')
    .select('no')
    .where('status', '=', sql.lit('queued'))
    .where('held', '=', 0)
    .where('site_id', '=', p.siteId)
    .limit(p.limit),
);
const addEmail = prepare<{ no: number; email: string }>()((db, p) =>
  db.updateTable('conversation').set({ head: sql`head + 1`, email: p.email }).where('no', '=', p.no),
);

export function* openConversation(input: OpenConversation): Operation<Appended | Duplicate | CidConflict | QueueFull> {
  const visitor = yield* lockVisitor(input.visitorId);
  // C3: also where the conversation it opened is closed by now.
  const repeat = yield* findRepeat(input.message);
  if (repeat) return repeat;
  const open = yield* lockOpenConversation(input);
  if (open) return yield* joinOpen(open, input);
  if (yield* isQueueFull(input)) return { result: 'queue_full' };
  return yield* startConversation(input, visitor?.email ?? null);
}

/** Q5. The site's row makes those who come at once count one after the other. */
function* isQueueFull({ siteId, waitingMax }: OpenConversation): Operation<boolean> {
  if (waitingMax == null) return false;
  yield* row(siteLocked, { siteId });
  const waiting = yield* rows(queuedOf, { siteId, limit: waitingMax });
  return waiting.length >= waitingMax;
}

function* startConversation(input: OpenConversation, knownEmail: string | null): Operation<Appended> {
  const { conversationId, siteId, visitorId, message, email, pageUrl, pageTitle, held } = input;
  const { at } = message;
  const head = email === null ? MESSAGE_SEQ : MESSAGE_SEQ + 1;
  const change = yield* takeChange();
  const text = lastTextOf(message.body);
  const made = yield* row(insert, {
    id: conversationId,
    siteId,
    visitorId,
    at,
    head,
    change,
    text,
    pageUrl,
    pageTitle,
    ...columnsOf(input.routing),
    email: email ?? knownEmail,
    held: held ? 1 : 0,
  });
  assert(made, 'an insert answers its number');
  const queued: Entry = { kind: 'queued', seq: QUEUED_SEQ, at, episode: 1, reason: 'opened' };
  yield* addEntry(made.no, queued, null);
  // Somebody stored the same clientId since we looked: then it is a repeat after all, and nothing may stay of this.
  if (!(yield* addMessage(made.no, MESSAGE_SEQ, message))) throw new RunAgain();
  yield* startEpisode(made.no, 1, at, input.purchaseStage);
  const { departmentId } = columnsOf(input.routing);
  yield* keepOpening({ no: made.no, episode: 1, departmentId, held: held ?? false }, input.opening);
  if (input.intake) yield* keepIntake(made.no, input.intake);
  const followUp = input.followUp ? yield* makeFollowUp({ no: made.no, episode: 1 }, input.followUp, at) : undefined;
  const entries = [queued, yield* toMessageEntry(message, MESSAGE_SEQ)];
  if (email !== null) entries.push(yield* addContact(made.no, head, input, email));
  return {
    result: 'appended',
    conversationId,
    visitorId,
    agentId: null,
    queued: true,
    entries,
    seq: MESSAGE_SEQ,
    at,
    change,
    ...(followUp && { followUp }),
  };
}

/** Who needs nothing in particular leaves the columns as they are. */
function columnsOf(routing: OpenConversation['routing']) {
  const { departmentId = null, language = null, priority = 0, needs = null, knownAgentId = null } = routing ?? {};
  return { departmentId, language, priority, needs: needs && JSON.stringify(needs), knownAgentId };
}

function* joinOpen(open: ConversationState, input: OpenConversation): Operation<Appended | Duplicate | CidConflict> {
  const { message, email } = input;
  const change = yield* appendVisitors(open, message);
  if (typeof change !== 'number') return change;
  const seq = open.head + 1;
  const entries = [yield* toMessageEntry(message, seq)];
  if (email !== null) {
    entries.push(yield* addContact(open.no, seq + 1, input, email));
    yield* run(addEmail, { no: open.no, email });
  }
  return {
    result: 'appended',
    conversationId: open.id,
    visitorId: open.visitor_id,
    agentId: open.agent_id,
    queued: false,
    entries,
    seq,
    at: message.at,
    change,
  };
}

function* addContact(no: number, seq: number, input: OpenConversation, email: string): Operation<Entry> {
  const contact: ContactEntry = { kind: 'contact', seq, at: input.message.at, email };
  yield* addEntry(no, contact, input.visitorId);
  yield* keepEmail(input.visitorId, email);
  return contact;
}
