import type { App } from '../../console/model/app.ts';
import { SYNC_ENTRIES_MAX } from '../../protocol/wire/limits.ts';
import type { ConversationSummary, Entry, SyncPage } from '../../protocol/wire/model.ts';
import type { Scenery } from './console-fakes.ts';
import { ana, bo, threadOf } from './console-people.ts';
import { teamTalk } from './console-team.ts';

/** What is done with messages that are there, as stories: quotes, edits, removals, two who answer, long threads. */
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const LONG = 5_000;
const anaCard = { id: ana.id, name: ana.name };

/** Ana and Bo answer together; Bo answered while Ana wrote. */
function amendedThread(now: number, id: string): SyncPage {
  const at = (secondsAgo: number) => now - secondsAgo * SECOND;
  const entries: Entry[] = [
    ...threadOf(now, id).entries,
    { kind: 'joined', seq: 8, at: at(40), episode: 1, agent: { id: bo.id, name: bo.name } },
    said(9, at(38), 'The blue one does, and so does the sand one.', { quote: 7, revisedAt: at(20) }),
    {
      kind: 'message',
      seq: 10,
      at: at(36),
      author: 'visitor',
      clientId: 'card-number-0001',
      body: '',
      revisedAt: at(15),
    },
    { kind: 'revised', seq: 11, at: at(20), of: 9, body: 'The blue one does, and so does the sand one.', by: 'agent' },
    { kind: 'revised', seq: 12, at: at(15), of: 10, body: '', by: 'agent', agent: anaCard },
    {
      kind: 'message',
      seq: 13,
      at: at(12),
      author: 'visitor',
      clientId: 'after-words-0001',
      body: 'Then both, please',
    },
    { ...said(14, at(3), 'Both are put aside for you.', { quote: 13 }), agent: { id: bo.id, name: bo.name } } as Entry,
  ];
  const marks = { visitorDelivered: 14, visitorRead: 9, agentDelivered: 14, agentRead: 7 };
  return { conversationId: id, entries, head: 14, more: false, marks };
}

function said(seq: number, at: number, body: string, more: { quote?: number; revisedAt?: number } = {}): Entry {
  return { kind: 'message', seq, at, author: 'agent', agent: anaCard, clientId: `said-in-story-${seq}`, body, ...more };
}

function longThread(now: number, id: string): SyncPage {
  const entries: Entry[] = [
    { kind: 'queued', seq: 1, at: now - (LONG + 2) * MINUTE, episode: 1, reason: 'opened' },
    { kind: 'assigned', seq: 2, at: now - (LONG + 1) * MINUTE, episode: 1, agent: anaCard },
  ];
  for (let seq = 3; seq <= LONG + 2; seq += 1) {
    const at = now - (LONG + 2 - seq) * MINUTE;
    const body = `${seq}: ${'a word or two about glazes and mugs. '.repeat(1 + (seq % 5))}`;
    const mine = seq % 7 > 3;
    entries.push(
      mine
        ? said(seq, at, body)
        : { kind: 'message', seq, at, author: 'visitor', clientId: `visitor-story-${seq}`, body },
    );
  }
  const head = entries.length;
  const marks = { visitorDelivered: head, visitorRead: head, agentDelivered: head, agentRead: head - 400 };
  return { conversationId: id, entries, head, more: false, marks };
}

/** One page of it, as the relay gives it. */
function longPage(now: number, id: string, afterSeq: number): SyncPage {
  const { entries, ...page } = longThread(now, id);
  return { ...page, entries: entries.slice(afterSeq, afterSeq + SYNC_ENTRIES_MAX), more: true };
}

interface MessageStory {
  path: string;
  scenery?: Partial<Scenery>;
  act?(app: App): unknown;
}

export function messageStories(now: number, inbox: ConversationSummary[]): Record<string, MessageStory> {
  const amended = { threadOf: (id: string) => amendedThread(now, id) };
  const path = '/console/inbox/7F3K';
  const long = { threadOf: (id: string, afterSeq: number) => longPage(now, id, afterSeq) };
  const threadIn = (app: App) => app.desk.value?.thread.value;
  return {
    'thread-amended': { path, scenery: { ...amended, inbox: withBo(inbox), colleagueTypes: '7F3K' } },
    'thread-beaten': {
      path,
      scenery: { ...amended, inbox: withBo(inbox), sendError: 'answered_meanwhile' },
      act: (app) => {
        const thread = threadIn(app);
        thread?.answering.wrote('Both', 13);
        thread?.write('Both are yours until Saturday.');
        thread?.send();
      },
    },
    'thread-quoting': {
      path,
      scenery: amended,
      act: (app) => {
        const thread = threadIn(app);
        if (thread) thread.answering.quote.value = 7;
      },
    },
    'thread-editing': {
      path,
      scenery: amended,
      act: (app) => threadIn(app)?.revising.start(9, 'The blue one does, and so does the sand one. Up to 70 degrees.'),
    },
    'thread-earlier': {
      path,
      scenery: {
        earlier: { conversationId: 'B7RC', openedAt: now - 55 * MINUTE, closedAt: now - 40 * MINUTE, agent: ana.name },
      },
      act: (app) => threadIn(app)?.earlier.load(),
    },
    'thread-at': { path: `${path}?at=4`, scenery: amended },
    'thread-notes': { path: '/console/inbox/7F3K', scenery: { teamOf: (id: string) => teamTalk(now, id) } },
    'thread-note-mode': {
      path: '/console/inbox/7F3K',
      scenery: { teamOf: (id: string) => teamTalk(now, id) },
      act: (app) => {
        const thread = app.desk.value?.thread.value;
        if (thread) thread.mode.value = 'note';
        thread?.notes.write(
          'She is the journalist from last year. Be generous with the discount, and do not promise a date.',
        );
      },
    },
    'thread-note-failed': {
      path: '/console/inbox/7F3K',
      scenery: { sendError: 'not_found' },
      act: (app) => {
        const notes = app.desk.value?.thread.value?.notes;
        notes?.write('Ask the warehouse first.');
        notes?.send();
      },
    },
    'thread-far': { path: `${path}?at=2500`, scenery: long },
    'thread-far-stuck': {
      path: `${path}?at=2500`,
      scenery: {
        threadOf: (id: string, afterSeq: number) => longPage(now, id, afterSeq > LONG / 2 ? afterSeq : LONG * 2),
      },
    },
    'thread-long': { path, scenery: long },
    'thread-erased': { path, scenery: { inbox: inbox.map((one) => (one.id === '7F3K' ? erasedOf(one, now) : one)) } },
  };
}

function erasedOf(one: ConversationSummary, now: number): ConversationSummary {
  const visitor = { ...one.visitor, label: 'Erased', email: null, pageUrl: null, pageTitle: null };
  return {
    ...one,
    visitor,
    status: 'closed',
    closedAt: now,
    waitingSince: null,
    lastText: '',
    unread: 0,
    erasedAt: now,
  };
}

function withBo(inbox: ConversationSummary[]): ConversationSummary[] {
  return inbox.map((one) => (one.id === '7F3K' ? { ...one, participants: [bo.id] } : one));
}
