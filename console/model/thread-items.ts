import type { Outgoing } from '../../protocol/client/outbox.ts';
import { holdsMessage, type Timeline } from '../../protocol/client/timeline.ts';
import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { FileCard } from '../../protocol/wire/files.ts';
import type { Entry, Marks, MessageEntry, Party, RevisedEntry } from '../../protocol/wire/model.ts';
import type { NoteEntry, TeamEntry } from '../../protocol/wire/team.ts';

export type MessageState = 'pending' | 'failed' | 'sent' | 'delivered' | 'read';

export interface ThreadMessage {
  /** Stays the same from writing to stored, so that the line does not jump. */
  key: string;
  body: string;
  at: number;
  /** What became of it, for what the team wrote; null for the visitor's. */
  state: MessageState | null;
  error: ErrorCode | null;
  file?: FileCard | undefined;
}

export interface MessageGroup {
  kind: 'group';
  key: string;
  author: Party;
  /** Who of the team wrote it. */
  agentName: string | null;
  mine: boolean;
  at: number;
  messages: ThreadMessage[];
}

export type ThreadItem =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'state'; key: string; entry: Exclude<Entry, MessageEntry | RevisedEntry> }
  | { kind: 'team'; key: string; entry: Exclude<TeamEntry, NoteEntry> }
  | NoteItem
  | MessageGroup;

/** A note stands alone, never in a group: nothing may make it look like a message. */
export interface NoteItem {
  kind: 'note';
  key: string;
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
  me: { id: string; name: string };
  dayOf(at: number): string;
}

/** Messages of one author within this time stand together under one name and time. */
const GROUP_MS = 5 * 60_000;

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
  for (const entry of view.timeline.entries) {
    addTeam(entry.seq - 1);
    if (!isKnown(entry)) continue;
    enter(entry.at);
    if (entry.kind === 'message') addMessage(items, groupOf(entry, view), storedMessage(entry, view.timeline.marks));
    else items.push({ kind: 'state', key: `state-${entry.seq}`, entry });
  }
  addTeam(Number.POSITIVE_INFINITY);
  for (const item of view.outgoing) {
    if (holdsMessage(view.timeline, item.clientId)) continue;
    enter(item.queuedAt);
    addMessage(items, ownGroup(item, view), {
      key: item.clientId,
      body: item.body,
      at: item.queuedAt,
      state: item.state,
      error: item.error ?? null,
    });
  }
  for (const item of view.notesOut) {
    if (view.team.some((entry) => entry.kind === 'note' && entry.clientId === item.clientId)) continue;
    enter(item.queuedAt);
    const { clientId: key, body, queuedAt: at, state } = item;
    items.push({ kind: 'note', key, byName: view.me.name, mine: true, at, body, state });
  }
  return items;
}

function teamItem(entry: TeamEntry, view: ThreadView): ThreadItem {
  if (entry.kind !== 'note') return { kind: 'team', key: `team-${entry.number}`, entry };
  const { at, body, by, clientId: key } = entry;
  return { kind: 'note', key, byName: by?.name ?? '', mine: by?.id === view.me.id, at, body, state: 'stored' };
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
    message.at - (last.messages.at(-1)?.at ?? 0) < GROUP_MS;
  if (joins) last.messages.push(message);
  else items.push({ ...group, messages: [message] });
}

function storedMessage(entry: MessageEntry, marks: Marks): ThreadMessage {
  const state = entry.author === 'visitor' ? null : stateOf(entry.seq, marks);
  return { key: entry.clientId, body: entry.body, at: entry.at, state, error: null, file: entry.file };
}

function stateOf(seq: number, marks: Marks): MessageState {
  if (seq <= marks.visitorRead) return 'read';
  return seq <= marks.visitorDelivered ? 'delivered' : 'sent';
}

function groupOf(entry: MessageEntry, view: ThreadView): Omit<MessageGroup, 'messages'> {
  const mine = entry.author === 'agent' && entry.agent?.id === view.me.id;
  const agentName = entry.author === 'agent' ? (entry.agent?.name ?? null) : null;
  return { kind: 'group', key: `group-${entry.clientId}`, author: entry.author, agentName, mine, at: entry.at };
}

function ownGroup(item: Outgoing, view: ThreadView): Omit<MessageGroup, 'messages'> {
  const key = `group-${item.clientId}`;
  return { kind: 'group', key, author: 'agent', agentName: view.me.name, mine: true, at: item.queuedAt };
}
