import type { FileCard } from './files.ts';
import type { RatingMore } from './front.ts';

/** What both sides speak about. Instants end in `At` and are ms since 1970 UTC by the server's clock. */

export type ConversationStatus = 'queued' | 'active' | 'closed';
export type Availability = 'available' | 'away';
/** What each may do is in permissions.ts. */
export type Role = 'owner' | 'admin' | 'supervisor' | 'agent' | 'viewer';
export type Party = 'visitor' | 'agent';

/** Exactly one per ended episode (M7). */
export type Outcome =
  | 'resolved'
  | 'unresolved'
  | 'abandoned_in_queue'
  | 'abandoned_before_answer'
  | 'left_after_answer'
  | 'spam';

export interface AgentCard {
  id: string;
  name: string;
}

/**
 * One conversation is one sequence of entries: `seq` counts 1, 2, 3 … without holes, and its order is the truth.
 * State changes are entries too, so that a status cannot be missed. Readers ignore kinds they do not know,
 * but keep their `seq`.
 */
export type Entry =
  | MessageEntry
  | QueuedEntry
  | AssignedEntry
  | ClosedEntry
  | RatedEntry
  | ContactEntry
  | JoinedEntry
  | LeftEntry
  | NoticeEntry
  | RevisedEntry;

interface Placed {
  seq: number;
  at: number;
}

export interface MessageEntry extends Placed {
  kind: 'message';
  author: Party;
  /** Who of the team wrote it; absent for the visitor. */
  agent?: AgentCard | undefined;
  clientId: string;
  /** Of a file: its name. */
  body: string;
  file?: FileCard | undefined;
  /** `seq` of the message that it answers. */
  quote?: number | undefined;
  /** Its words are not those of `at` any more: edited, or removed where `body` is empty (C18). */
  revisedAt?: number | undefined;
}

/**
 * An earlier message says something else from here on (C18): `body` is what it says now, also where it was changed again
 * after this entry; empty: it was removed. A reader puts it in place of the old words and shows no line of its own.
 */
export interface RevisedEntry extends Placed {
  kind: 'revised';
  /** `seq` of the message. */
  of: number;
  body: string;
  by: Party;
  /** Who of the team did it; absent for the visitor. */
  agent?: AgentCard | undefined;
}

export interface QueuedEntry extends Placed {
  kind: 'queued';
  episode: number;
  /** `no_answer`: its agent did not answer in time; `returned`: an agent gave it back; `moved`: to another department. */
  reason: 'opened' | 'reopened' | 'agent_gone' | 'no_answer' | 'returned' | 'moved';
}

export interface AssignedEntry extends Placed {
  kind: 'assigned';
  episode: number;
  agent: AgentCard;
}

export interface ClosedEntry extends Placed {
  kind: 'closed';
  episode: number;
  by: Party | 'system';
  /** Why it ended by itself: the visitor did not answer, or the hours did end. Absent where somebody ended it. */
  reason?: 'idle' | 'hours' | undefined;
}

export interface RatedEntry extends Placed {
  kind: 'rated';
  episode: number;
  /** 1 (bad) to 5 (good). */
  score: number;
  comment?: string | undefined;
  /** What goes with it (C17). */
  reasons?: string[] | undefined;
  solved?: RatingMore['solved'];
  complaint?: boolean | undefined;
  /** Answered without a name (K9): `score` is 0 then, and what was said stands nowhere near this conversation. */
  anonymous?: boolean | undefined;
  effort?: number | undefined;
  recommend?: number | undefined;
}

export interface ContactEntry extends Placed {
  kind: 'contact';
  email: string;
}

/** A colleague came in beside the serving agent, and may write too (T6). */
export interface JoinedEntry extends Placed {
  kind: 'joined';
  episode: number;
  agent: AgentCard;
}

export interface LeftEntry extends Placed {
  kind: 'left';
  episode: number;
  agent: AgentCard;
}

/**
 * What the relay says to the visitor by itself. `kept`: nobody is there any more, it is kept as a message (H7).
 * `still_waiting`: a staged word of the owner (Q4). `idle_warning`: it ends by itself at `until` (C13).
 */
export interface NoticeEntry extends Placed {
  kind: 'notice';
  what: 'kept' | 'still_waiting' | 'idle_warning';
  /** The owner's words, where there are any. */
  text?: string | undefined;
  until?: number | undefined;
}

/** High-water marks: everything up to this `seq` has reached the other side, or was seen there. They never go back. */
export interface Marks {
  visitorDelivered: number;
  visitorRead: number;
  agentDelivered: number;
  agentRead: number;
}

/** A page of one conversation. `head` is the last `seq` stored when it was read; `more` says that it does not reach it. */
export interface SyncPage {
  conversationId: string;
  entries: Entry[];
  head: number;
  more: boolean;
  marks: Marks;
}

/** A line in the agents' list. `change` is its place in the installation's feed of changes. */
export interface ConversationSummary {
  id: string;
  change: number;
  siteId: string;
  siteName: string;
  visitor: VisitorCard;
  status: ConversationStatus;
  agent: AgentCard | null;
  episode: number;
  openedAt: number;
  /** When it took its place in the queue; a re-queue keeps it. */
  queuedAt: number;
  closedAt: number | null;
  head: number;
  /** Start of the visitor's first unanswered message, or null when nobody waits (M1). */
  waitingSince: number | null;
  /** First response of this episode, ms (M2), or null before it. */
  firstResponseMs: number | null;
  lastText: string;
  lastAuthor: Party;
  lastAt: number;
  /** Messages of the visitor that no agent has read. */
  unread: number;
  score: number | null;
  marks: Marks;
  /** Came while it was closed, or was kept at closing time: it waits for the opening (H7). */
  held?: boolean | undefined;
  /** Ids of the colleagues who write beside the serving agent. */
  participants: string[];
  /** Where it waits or is served; null: anybody's. */
  departmentId: string | null;
  /** The visitor's language, as the page said. */
  language: string | null;
  /** Steps that the rules moved it forward (R13). */
  priority: number;
  /** It rings at this agent; it waits meanwhile (R18). */
  offer: Offer | null;
  /** A colleague is asked to take it over or to come in, and has not answered. */
  ask: Ask | null;
  /** Last `number` of the team's own sequence (team.ts). */
  teamHead: number;
  /** What the team says it is about; absent: nothing. */
  tags?: string[] | undefined;
  /** Who the visitor was to the owner when this episode began; absent: nobody in particular. */
  segments?: string[] | undefined;
  /** What the owner aims at here, ms (M10); absent: nothing was set. */
  targetMs?: number | undefined;
  /** Absent: nobody waits, or nothing was set. */
  targetTimes?: TargetTimes | undefined;
  /** Since then nothing of what was written is kept (J12, J13); absent: it is. */
  erasedAt?: number | undefined;
}

/** Of a wait that runs: when its target is at risk (R13), and when it is missed. Hours in which it is closed do not count (M11). */
export interface TargetTimes {
  riskAt: number;
  missAt: number;
}

/** `offer:accept` and `offer:decline` are this agent's alone. */
export interface Offer {
  agent: AgentCard;
  until: number;
}

/** While it runs nothing changes for the visitor: the agent who asks serves on (T4). */
export interface Ask {
  kind: 'transfer' | 'invite';
  to: AgentCard;
  by: AgentCard;
  /** Until then it may be accepted. */
  until: number;
}

export interface VisitorCard {
  id: string;
  /** Made by the relay, short and stable: "Visitor 7F3K", or "Erased"; said in the reader's language (J19). */
  label: string;
  /** As typed by the visitor, never verified: a label, not an identity. */
  email: string | null;
  /** The page on which the conversation began. */
  pageUrl: string | null;
  pageTitle: string | null;
  /** The site's server has signed who this is (I8). Absent: nobody has. */
  verified?: true | undefined;
}

export interface AgentProfile extends AgentCard {
  email: string;
  role: Role;
  availability: Availability;
  capacity: number;
  /** While away: one of the team's reasons (team.ts), `inactive` or `viewing`; null without one. */
  awayReason: string | null;
  /** One of the owners' own roles; `role` is its base. */
  roleId?: string | undefined;
  roleName?: string | undefined;
  /** What this role may otherwise than built in, by the names of permissions.ts (T19). */
  rights?: Readonly<Partial<Record<string, boolean>>> | undefined;
}
