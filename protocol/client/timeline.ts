import type {
  AgentCard,
  ConversationStatus,
  Entry,
  Marks,
  MessageEntry,
  Party,
  RatedEntry,
  RevisedEntry,
  SyncPage,
} from '../wire/model.ts';

/**
 * What one reader holds of one conversation: the entries 1 … last without holes, and the head it has heard of.
 * Pure folds; the reader (reader.ts) asks for what is missing.
 */
export interface Timeline {
  readonly conversationId: string;
  readonly entries: readonly Entry[];
  /** Last `seq` held; 0 before the first. */
  readonly last: number;
  /** Last `seq` known to be stored. `head > last` means: behind. */
  readonly head: number;
  readonly marks: Marks;
}

export const NO_MARKS: Marks = { visitorDelivered: 0, visitorRead: 0, agentDelivered: 0, agentRead: 0 };

export function emptyTimeline(conversationId: string): Timeline {
  return { conversationId, entries: [], last: 0, head: 0, marks: NO_MARKS };
}

/** Next → applied, older → dropped, later → only the head is remembered (P7: a gap is never shown). */
export function addEntries(timeline: Timeline, added: readonly Entry[]): Timeline {
  let { last, head } = timeline;
  const fresh: Entry[] = [];
  for (const entry of added) {
    if (entry.seq > head) head = entry.seq;
    if (entry.seq !== last + 1) continue;
    fresh.push(entry);
    last = entry.seq;
  }
  if (fresh.length === 0) return head === timeline.head ? timeline : { ...timeline, head };
  const entries = [...timeline.entries, ...fresh];
  // C18: new words stand in place of the old ones; the entry that says so has no line. Places have no holes.
  for (const { kind, of, body, at } of fresh as RevisedEntry[])
    if (kind === 'revised')
      entries[of - 1] = { ...(entries[of - 1] as MessageEntry), body, file: undefined, revisedAt: at };
  return { ...timeline, entries, last, head };
}

export function addHead(timeline: Timeline, head: number): Timeline {
  return head > timeline.head ? { ...timeline, head } : timeline;
}

export function addPage(timeline: Timeline, page: SyncPage): Timeline {
  return addMarks(addHead(addEntries(timeline, page.entries), page.head), page.marks);
}

/** Marks only rise. */
export function addMarks(timeline: Timeline, marks: Marks): Timeline {
  const merged: Marks = {
    visitorDelivered: Math.max(timeline.marks.visitorDelivered, marks.visitorDelivered),
    visitorRead: Math.max(timeline.marks.visitorRead, marks.visitorRead),
    agentDelivered: Math.max(timeline.marks.agentDelivered, marks.agentDelivered),
    agentRead: Math.max(timeline.marks.agentRead, marks.agentRead),
  };
  const same = (Object.keys(merged) as (keyof Marks)[]).every((key) => merged[key] === timeline.marks[key]);
  return same ? timeline : { ...timeline, marks: merged };
}

export function isBehind(timeline: Timeline): boolean {
  return timeline.head > timeline.last;
}

/** The state a conversation is in, as its entries tell it. */
export interface Standing {
  status: ConversationStatus;
  episode: number;
  /** Who serves it now; after the end, who served it last. */
  agent: AgentCard | null;
  /** Put back into the queue: the agent was gone, or gave it back. */
  requeued: boolean;
  closedBy: Party | 'system' | null;
  closedAt: number | null;
  /** The rating of the current episode. */
  rating: RatedEntry | null;
  email: string | null;
}

export function standingOf(timeline: Timeline): Standing {
  const standing: Standing = {
    status: 'queued',
    episode: 1,
    agent: null,
    requeued: false,
    closedBy: null,
    closedAt: null,
    rating: null,
    email: null,
  };
  for (const entry of timeline.entries) foldStanding(standing, entry);
  return standing;
}

function foldStanding(standing: Standing, entry: Entry): void {
  switch (entry.kind) {
    case 'queued':
      standing.status = 'queued';
      standing.episode = entry.episode;
      standing.agent = null;
      standing.requeued = entry.reason !== 'opened' && entry.reason !== 'reopened';
      standing.closedBy = null;
      standing.closedAt = null;
      if (!standing.requeued) standing.rating = null;
      return;
    case 'assigned':
      standing.status = 'active';
      standing.agent = entry.agent;
      standing.requeued = false;
      return;
    case 'closed':
      standing.status = 'closed';
      standing.closedBy = entry.by;
      standing.closedAt = entry.at;
      return;
    case 'rated':
      if (entry.episode === standing.episode) standing.rating = entry;
      return;
    case 'contact':
      standing.email = entry.email;
      return;
    default:
      return;
  }
}

/** Messages of the other side that this party has not read. */
export function unreadBy(party: Party, timeline: Timeline): number {
  const read = party === 'visitor' ? timeline.marks.visitorRead : timeline.marks.agentRead;
  let unread = 0;
  for (let index = timeline.entries.length - 1; index >= 0; index -= 1) {
    const entry = timeline.entries[index];
    if (!entry || entry.seq <= read) break;
    if (entry.kind === 'message' && entry.author !== party) unread += 1;
  }
  return unread;
}

/** Whether a message in the timeline carries this client id: then it needs no place among the outgoing. */
export function holdsMessage(timeline: Timeline, clientId: string): boolean {
  return timeline.entries.some((entry) => entry.kind === 'message' && entry.clientId === clientId);
}
