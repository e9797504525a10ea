import type { Outgoing } from '../../protocol/client/outbox.ts';
import { holdsMessage, type Timeline } from '../../protocol/client/timeline.ts';
import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { FileCard } from '../../protocol/wire/files.ts';
import type { Entry, Marks, MessageEntry, Party, RevisedEntry } from '../../protocol/wire/model.ts';
import type { NoteEntry, TeamEntry } from '../../protocol/wire/team.ts';
import type { EarlierConversation } from '../../protocol/wire/thread.ts';

export type MessageState = 'pending' | 'failed' | 'sent' | 'delivered' | 'read';

export interface ThreadMessage {
  /** Stays the same from writing to stored, so that the line does not jump. */
  key: string;
  /** Null: on its way. */
  seq: number | null;
  body: string;
  at: number;
  mine: boolean;
  /** Its words are not those that were sent (C18). */
  edited: boolean;
  removed: boolean;
  quote: Quote | null;
  /** Of one that was not sent because of it: who answered meanwhile (C20). */
  meanwhile: string | null;
  /** What became of it, for what the team wrote; null for the visitor's. */
  state: MessageState | null;
  error: ErrorCode | null;
  file?: FileCard | undefined;
}

/** What a message answers (C19), as it is now. */
export interface Quote {
  seq: number;
  author: Party;
  /** Null: the visitor, or me. */
  agentName: string | null;
  mine: boolean;
  /** Empty: it was removed. */
  body: string;
}

export interface MessageGroup {
  kind: 'group';
  key: string;
  /** The conversation, where it is an earlier one. */
  earlier?: string | undefined;
  author: Party;
  /** Who of the team wrote it. */
  agentName: string | null;
  mine: boolean;
  at: number;
  messages: ThreadMessage[];
}

export type ThreadItem =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'unread'; key: string }
  /** Here begins an earlier conversation of the same visitor, or, with null, the present one. */
  | { kind: 'talk'; key: string; about: EarlierConversation | null }
  | { kind: 'state'; key: string; entry: Exclude<Entry, MessageEntry | RevisedEntry> }
  | { kind: 'team'; key: string; entry: Exclude<TeamEntry, NoteEntry> }
  | NoteItem
  | MessageGroup;

/** A note stands alone, never in a group: nothing may make it look like a message. */
export interface NoteItem {
  kind: 'note';
  key: string;
  /** 0: on its way. */
  number: number;
  byName: string;
  mine: boolean;
  at: number;
  body: string;
  state: 'pending' | 'failed' | 'stored';
}

export interface ThreadView {
  timeline: Timeline;
  outgoing: readonly Outgoing[];
  /** In order of their numbers. */
  team: readonly TeamEntry[];
  notesOut: readonly Outgoing[];
  /** Messages that others answer, where they are not among the entries. */
  far?: ReadonlyMap<number, MessageEntry>;
  me: { id: string; name: string };
  /** The visitor's messages after this `seq` were new when the thread was opened; null: no divider. */
  unreadAfter: number | null;
  dayOf(at: number): string;
}

/** Messages of one author within this time stand together under one name and time. */
const GROUP_MS = 5 * 60_000;
/** And no more than these: a long thread is drawn in pieces, and a group is the smallest. */
const GROUP_MESSAGES_MAX = 20;

/** The thread as it is shown: days, groups, state lines, and last what is still on its way. */
export function itemsOf(view: ThreadView): ThreadItem[] {
  const items: ThreadItem[] = [];
  let day = '';
  const enter = (at: number) => {
    const next = view.dayOf(at);
    if (next === day) return;
    day = next;
    items.push({ kind: 'day', key: `day-${next}`, at });
  };
  let told = 0;
  const addTeam = (upToSeq: number) => {
    for (; told < view.team.length; told += 1) {
      const entry = view.team[told];
      if (!entry || entry.afterSeq > upToSeq) return;
      enter(entry.at);
      items.push(teamItem(entry, view));
    }
  };
  let divided = view.unreadAfter === null;
  for (const entry of view.timeline.entries) {
    addTeam(entry.seq - 1);
    if (!isKnown(entry)) continue;
    enter(entry.at);
    if (!divided && entry.kind === 'message' && entry.author === 'visitor' && entry.seq > (view.unreadAfter ?? 0)) {
      items.push({ kind: 'unread', key: 'unread' });
      divided = true;
    }
    if (entry.kind === 'message') addMessage(items, groupOf(entry, view), storedMessage(entry, view));
    else items.push({ kind: 'state', key: `state-${entry.seq}`, entry });
  }
  addTeam(Number.POSITIVE_INFINITY);
  for (const item of view.outgoing) {
    if (holdsMessage(view.timeline, item.clientId)) continue;
    enter(item.queuedAt);
    addMessage(items, ownGroup(item, view), outgoingMessage(item, view));
  }
  for (const item of view.notesOut) {
    if (view.team.some((entry) => entry.kind === 'note' && entry.clientId === item.clientId)) continue;
    enter(item.queuedAt);
    const { clientId: key, body, queuedAt: at, state } = item;
    items.push({ kind: 'note', key, number: 0, byName: view.me.name, mine: true, at, body, state });
  }
  return items;
}

function teamItem(entry: TeamEntry, view: ThreadView): ThreadItem {
  if (entry.kind !== 'note') return { kind: 'team', key: `team-${entry.number}`, entry };
  const { at, body, by, clientId: key, number } = entry;
  return { kind: 'note', key, number, byName: by?.name ?? '', mine: by?.id === view.me.id, at, body, state: 'stored' };
}

const KNOWN = new Set<string>([
  'message',
  'queued',
  'assigned',
  'closed',
  'rated',
  'contact',
  'joined',
  'left',
  'notice',
]);

/** A newer relay may tell kinds that this build has no words for; their place is kept, their line is not shown. */
function isKnown(entry: Entry): entry is Exclude<Entry, RevisedEntry> {
  return KNOWN.has(entry.kind);
}

function addMessage(items: ThreadItem[], group: Omit<MessageGroup, 'messages'>, message: ThreadMessage): void {
  const last = items.at(-1);
  const joins =
    last?.kind === 'group' &&
    last.author === group.author &&
    last.mine === group.mine &&
    last.agentName === group.agentName &&
    last.messages.length < GROUP_MESSAGES_MAX &&
    message.at - (last.messages.at(-1)?.at ?? 0) < GROUP_MS;
  if (joins) last.messages.push(message);
  else items.push({ ...group, messages: [message] });
}

function storedMessage(entry: MessageEntry, view: ThreadView): ThreadMessage {
  const { clientId: key, seq, body, at, file, revisedAt } = entry;
  const state = entry.author === 'visitor' ? null : stateOf(seq, view.timeline.marks);
  const removed = body === '';
  return {
    ...{ key, seq, body, at, state, file, removed, error: null, meanwhile: null },
    edited: revisedAt !== undefined && !removed,
    mine: isMine(entry, view),
    quote: quoteOf(entry.quote, view),
  };
}

function outgoingMessage(item: Outgoing, view: ThreadView): ThreadMessage {
  const { clientId: key, body, queuedAt: at, state, error = null, seenSeq = 0 } = item;
  return {
    ...{ key, seq: null, body, at, state, error, mine: true, edited: false, removed: false },
    quote: quoteOf(item.quote, view),
    meanwhile: error === 'answered_meanwhile' ? answeredBy(seenSeq, view) : null,
  };
}

/** Places have no holes: what stands at `seq` is found without looking. A part of a thread begins further on. */
export function quoteOf(seq: number | undefined, view: Pick<ThreadView, 'timeline' | 'far' | 'me'>): Quote | null {
  const { entries } = view.timeline;
  const said = seq === undefined ? undefined : (entries[seq - (entries[0]?.seq ?? 1)] ?? view.far?.get(seq));
  if (seq === undefined || said?.kind !== 'message') return null;
  const mine = isMine(said, view);
  return { seq, author: said.author, agentName: mine ? null : (said.agent?.name ?? null), mine, body: said.body };
}

function answeredBy(seenSeq: number, view: ThreadView): string | null {
  const answer = view.timeline.entries.find(
    (entry) => entry.seq > seenSeq && entry.kind === 'message' && entry.author === 'agent' && !isMine(entry, view),
  );
  return answer?.kind === 'message' ? (answer.agent?.name ?? null) : null;
}

function isMine(entry: MessageEntry, view: Pick<ThreadView, 'me'>): boolean {
  return entry.author === 'agent' && entry.agent?.id === view.me.id;
}

function stateOf(seq: number, marks: Marks): MessageState {
  if (seq <= marks.visitorRead) return 'read';
  return seq <= marks.visitorDelivered ? 'delivered' : 'sent';
}

function groupOf(entry: MessageEntry, view: ThreadView): Omit<MessageGroup, 'messages'> {
  const mine = isMine(entry, view);
  const agentName = entry.author === 'agent' ? (entry.agent?.name ?? null) : null;
  return { kind: 'group', key: `group-${entry.clientId}`, author: entry.author, agentName, mine, at: entry.at };
}

function ownGroup(item: Outgoing, view: ThreadView): Omit<MessageGroup, 'messages'> {
  const key = `group-${item.clientId}`;
  return { kind: 'group', key, author: 'agent', agentName: view.me.name, mine: true, at: item.queuedAt };
}
