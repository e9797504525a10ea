import type { Outgoing } from '../../protocol/client/outbox.ts';
import { holdsMessage, type Timeline } from '../../protocol/client/timeline.ts';
import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { FileCard } from '../../protocol/wire/files.ts';
import type { AgentCard, Entry, Marks, MessageEntry, NoticeEntry } from '../../protocol/wire/model.ts';

export type LineState = 'received' | 'pending' | 'sent' | 'delivered' | 'read' | 'failed';

export interface Line {
  clientId: string;
  body: string;
  at: number;
  state: LineState;
  error?: ErrorCode | undefined;
  file?: FileCard | undefined;
  /** Of a stored one: its place, what it answers, and since when its words are others (C18, C19). */
  seq?: number;
  quote?: number | undefined;
  revisedAt?: number | undefined;
}

/** Messages of one author, close in time. */
export interface Group {
  kind: 'group';
  key: string;
  own: boolean;
  /** The agent's name. */
  author: string | null;
  agent?: AgentCard | undefined;
  lines: Line[];
}

export type Happening =
  | { what: 'joined'; name: string }
  | { what: 'requeued' }
  | { what: 'reopened' }
  | { what: 'closed'; by: 'visitor' | 'agent' | 'system'; reason?: 'idle' | 'hours' | undefined }
  | { what: 'rated'; score: number }
  | { what: 'contact'; email: string }
  | { what: NoticeEntry['what']; text?: string | undefined; until?: number | undefined };

export type ThreadItem =
  | Group
  | { kind: 'day'; key: string; at: number }
  | { kind: 'unread'; key: string }
  | { kind: 'event'; key: string; at: number; happening: Happening };

export interface ThreadFacts {
  timeline: Timeline | null;
  outgoing: readonly Outgoing[];
  /** Messages after this `seq` were new when the panel was opened; null: no divider. */
  unreadAfter: number | null;
  dayOf(at: number): string;
}

/** A longer silence begins a new group, ms. */
const GROUP_GAP_MS = 5 * 60_000;

/** The timeline and what is on its way, as a person reads it (W12). */
export function threadOf(facts: ThreadFacts): ThreadItem[] {
  const { timeline } = facts;
  const items: ThreadItem[] = [];
  let day = '';
  let divided = facts.unreadAfter === null;

  const openDay = (at: number) => {
    const next = facts.dayOf(at);
    if (next !== day) items.push({ kind: 'day', key: `day ${next}`, at });
    day = next;
  };
  const addLine = (own: boolean, author: string | null, line: Line, agent?: AgentCard) => {
    openDay(line.at);
    const last = items.at(-1);
    if (last?.kind === 'group' && last.own === own && last.author === author && isNear(last, line.at))
      last.lines.push(line);
    else items.push({ kind: 'group', key: line.clientId, own, author, agent, lines: [line] });
  };

  for (const entry of timeline?.entries ?? []) {
    if (entry.kind === 'message') {
      const own = entry.author === 'visitor';
      if (!divided && !own && entry.seq > (facts.unreadAfter ?? 0)) {
        openDay(entry.at);
        items.push({ kind: 'unread', key: 'unread' });
        divided = true;
      }
      addLine(own, own ? null : (entry.agent?.name ?? ''), lineOf(entry, timeline?.marks), entry.agent);
    } else {
      const happening = happeningOf(entry);
      if (!happening) continue;
      openDay(entry.at);
      items.push({ kind: 'event', key: `event ${entry.seq}`, at: entry.at, happening });
    }
  }
  for (const item of facts.outgoing) {
    if (timeline && holdsMessage(timeline, item.clientId)) continue;
    addLine(true, null, { ...item, at: item.queuedAt });
  }
  return items;
}

function isNear(group: Group, at: number): boolean {
  return at - (group.lines.at(-1)?.at ?? 0) < GROUP_GAP_MS;
}

function lineOf(entry: MessageEntry, marks: Marks | undefined): Line {
  return { ...entry, state: entry.author === 'visitor' ? stateOf(entry.seq, marks) : 'received' };
}

function stateOf(seq: number, marks: Marks | undefined): LineState {
  if (!marks) return 'sent';
  if (seq <= marks.agentRead) return 'read';
  return seq <= marks.agentDelivered ? 'delivered' : 'sent';
}

function happeningOf(entry: Exclude<Entry, MessageEntry>): Happening | null {
  switch (entry.kind) {
    case 'assigned':
    case 'joined':
      return { what: 'joined', name: entry.agent.name };
    case 'queued':
      if (entry.reason === 'opened') return null;
      return { what: entry.reason === 'reopened' ? entry.reason : 'requeued' };
    case 'closed':
      return { what: 'closed', by: entry.by, reason: entry.reason };
    case 'rated':
      return { what: 'rated', score: entry.score };
    case 'contact':
      return { what: 'contact', email: entry.email };
    case 'notice':
      return { what: entry.what, text: entry.text, until: entry.until };
    default:
      // A kind from a newer relay: it keeps its place in the order, and says nothing.
      return null;
  }
}
