import type { FollowUp } from '../../protocol/wire/feedback.ts';
import type { Intake } from '../../protocol/wire/front.ts';
import type {
  AgentProfile,
  Ask,
  ConversationStatus,
  ConversationSummary,
  Entry,
  Marks,
  Outcome,
  Party,
  Role,
  SyncPage,
} from '../../protocol/wire/model.ts';
import type { BusinessStore, StageOf } from './business-store.ts';
import type { Changed, Stale } from './changes.ts';
import type { ComposerStore } from './composer-store.ts';
import type { FaceStore } from './face-store.ts';
import type { EpisodeOpening, FactStore } from './fact-store.ts';
import type { FeedbackStore, NewFollowUp, RatedBefore, RateEpisode } from './feedback-store.ts';
import type { FileStore, NewFile } from './file-store.ts';
import type { FindStore } from './find-store.ts';
import type { IdentityStore } from './identity-store.ts';
import type { InboxStore } from './inbox-store.ts';
import type { OutboxStores } from './notice-store.ts';
import type { OutsideStore } from './outside-store.ts';
import type { PeopleStore } from './people-store.ts';
import type { QuestionStore } from './question-store.ts';
import type { ReplyStore } from './reply-store.ts';
import type { RoleStore } from './role-store.ts';
import type { RoutingStore, StoredNeeds } from './routing-store.ts';
import type { ServiceStore } from './service-store.ts';
import type { SetupStore } from './setup-store.ts';
import type { StaffStore } from './staff-store.ts';
import type { RequeueConversation, TeamStore } from './team-store.ts';
import type { AnsweredMeanwhile, NothingQuoted, ThreadStore } from './thread-store.ts';
import type { VisitorStore } from './visitor-store.ts';

export type { Changed, Period, Stale } from './changes.ts';

/**
 * The store's promises (docs/storage.md, S rules):
 * - Each method is one transaction and a whole intention. It is durable when the promise resolves (S1).
 * - Expected refusals are answers; a rejection (StoreUnavailable) means nothing was stored or nobody knows (S2).
 * - Time and ids are arguments. Writes that follow a decision carry the version it was decided on: `stale` otherwise (S3).
 * - `seq` is counted in the transaction that inserts, without holes (S4); `change` likewise, for the whole installation (S5).
 * - Lists are bounded. Nothing costs more because more is stored (S6).
 */
export interface Store
  extends RoutingStore,
    RoleStore,
    StaffStore,
    TeamStore,
    ServiceStore,
    VisitorStore,
    IdentityStore,
    ReplyStore,
    FactStore,
    FileStore,
    BusinessStore,
    ComposerStore,
    OutboxStores,
    FaceStore,
    FindStore,
    FeedbackStore,
    ThreadStore,
    InboxStore,
    OutsideStore,
    PeopleStore,
    SetupStore,
    QuestionStore {
  // --- the installation
  readEpoch(): Promise<string>;
  /** The database's clock, ms; null where the database has none of its own (R22). */
  readClock(): Promise<number | null>;
  /** Resolves when the store can write; rejects otherwise. */
  ping(): Promise<void>;
  /** A consistent copy of the live database, as one new SQLite file that takes a fresh epoch when first started. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;

  // --- sites
  addSite(input: {
    id: string;
    key: string;
    name: string;
    origins: string[];
    at: number;
  }): Promise<'added' | 'key_taken'>;
  /** Adds what is missing; never removes. */
  addSiteOrigins(input: { key: string; origins: string[] }): Promise<void>;
  listSites(): Promise<Site[]>;

  // --- visitors
  addVisitor(input: { id: string; siteId: string; tokenHash: string; at: number }): Promise<void>;
  /**
   * Unknown, idle since before `idleSince` or made before `madeSince`: undefined. Marks the visitor as seen at `at`.
   * An offered token takes effect with its first use here. One that was exchanged longer than `overlapMs` ago is somebody's
   * copy: all tokens of the visitor end, and the answer names her.
   */
  findVisitor(input: VisitorQuery): Promise<Visitor | { revoked: string } | undefined>;
  /** A successor for the visitor's token. The present one stays good until this one is used, and `overlapMs` more. */
  offerToken(input: { visitorId: string; tokenHash: string; at: number; overlapMs: number }): Promise<void>;

  // --- conversations
  /** Opens a conversation with its first message, or appends to the visitor's open one (C1). */
  openConversation(input: OpenConversation): Promise<Appended | Duplicate | CidConflict | QueueFull>;
  /**
   * Hot path, O(log n). Starts a wait for a visitor's message unless one runs; ends it for an agent's (M1).
   * Here and in reopenConversation a repeat is looked for before the version is: what was stored once is `duplicate` (or
   * `cid_conflict`) in any state of the conversation, and `stale` means that it was never stored (C3).
   */
  appendMessage(
    input: AppendMessage,
  ): Promise<Appended | Duplicate | CidConflict | Stale | AnsweredMeanwhile | NothingQuoted>;
  /** Into the queue again as a new episode, with the message that caused it. */
  reopenConversation(input: ReopenConversation): Promise<Appended | Duplicate | CidConflict | Stale>;
  closeConversation(input: CloseConversation): Promise<Changed | Stale>;
  /** Once per episode; a later one replaces all of it. The same again is `rated_before`; so is an anonymous one said twice, which nothing replaces. */
  rateEpisode(input: RateEpisode): Promise<Changed | RatedBefore | NotFound>;
  setContact(input: { conversationId: string; email: string; at: number }): Promise<Changed | NotFound>;
  /** Raises the marks of one side, never above head. Answers the marks as they are now; `change` where agents' unread moved. */
  raiseMarks(input: RaiseMarks): Promise<{ marks: Marks; raised: boolean; change: number | null } | NotFound>;
  findConversation(id: string): Promise<Conversation | undefined>;
  /** The latest one of this visitor, open or closed. */
  findLatestConversation(visitorId: string): Promise<Conversation | undefined>;
  /** Entries after a position, at most `limit`. */
  readPage(input: { conversationId: string; afterSeq: number; limit: number }): Promise<SyncPage | undefined>;
  /** Last `seq` for each of the given ids that exists. */
  readHeads(ids: string[]): Promise<Record<string, number>>;

  // --- the agents' list
  /**
   * Open ones, oldest place first, from the start or after a place, and the `closedLimit` closed last; with the feed's
   * position. `more`: further open ones follow. One snapshot.
   */
  listInbox(input: ListInbox): Promise<{ conversations: ConversationSummary[]; change: number; more: boolean }>;
  listChanges(input: {
    afterChange: number;
    limit: number;
  }): Promise<{ conversations: ConversationSummary[]; change: number; more: boolean }>;
  readChange(): Promise<number>;

  // --- routing (routing-store.ts has the rest)
  /** Back to the queue, original place kept. */
  requeueConversation(input: RequeueConversation): Promise<Changed | Stale>;
  /** Active conversations whose agent's lease ended before `now`. */
  listOrphans(input: { now: number; limit: number }): Promise<{ conversationId: string; version: number }[]>;

  // --- agents
  addAgent(input: NewAgent): Promise<'added' | 'email_taken'>;
  countAgents(): Promise<number>;
  listAgents(): Promise<AgentProfile[]>;
  findAgent(id: string): Promise<AgentProfile | undefined>;
  findCredentials(email: string): Promise<{ agentId: string; passwordHash: string } | undefined>;
  findCredentialsById(agentId: string): Promise<{ passwordHash: string } | undefined>;
  /** Ends all sessions of the agent but `keepSession`; answers how many ended. */
  setPassword(input: { agentId: string; passwordHash: string; keepSession: string | null; at: number }): Promise<void>;
  /** One statement for all; never shortens. */
  renewLeases(input: { agentIds: string[]; until: number }): Promise<void>;
  /** Shortens or sets the lease: grace after the last tab closed, or at once on sign-out. */
  endLease(input: { agentId: string; until: number }): Promise<void>;
  /** Every agent who serves an active conversation, or was present when the relay stopped, gets a lease until then, and no longer. */
  extendAllLeases(input: { seenSince: number; until: number }): Promise<void>;
  isAnyAvailable(now: number): Promise<boolean>;

  // --- agents' sessions (ids are SHA-256 of the cookie's secret)
  addSession(input: { id: string; agentId: string; at: number }): Promise<void>;
  findSession(input: {
    id: string;
    idleSince: number;
    madeSince: number;
  }): Promise<{ agentId: string; seenAt: number } | undefined>;
  touchSession(input: { id: string; at: number }): Promise<void>;
  endSession(id: string): Promise<void>;
  /** Of the given ids, those that are still good: to close sockets whose session ended. */
  listLiveSessions(input: { ids: string[]; idleSince: number; madeSince: number }): Promise<string[]>;

  // --- brute force
  /** Counts one failure for each key in its window and answers the counts. */
  addFailures(input: { keys: { key: string; windowMs: number }[]; at: number }): Promise<Record<string, number>>;
  readFailures(input: { keys: string[]; at: number }): Promise<Record<string, { count: number; windowEndsAt: number }>>;
  clearFailures(keys: string[]): Promise<void>;

  // --- first start
  /** Keeps the hash of the one valid set-up token, or none. */
  setSetUp(tokenHash: string | null): Promise<void>;
  /** Makes the first owner: only with the token, only while there is no agent, only once. */
  claimSetUp(input: { tokenHash: string; agent: NewAgent }): Promise<'claimed' | 'refused'>;
}

/** The store cannot answer now: locked, full, read-only, gone. Nothing was stored, or nobody knows; try again. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

export interface Site {
  id: string;
  key: string;
  name: string;
  origins: string[];
  /** Set: no page may use it any more (Z3). */
  retiredAt?: number;
}

export interface ListInbox {
  openLimit: number;
  closedLimit: number;
  after?: { queuedAt: number; conversationId: string } | undefined;
}

export interface VisitorQuery {
  siteId: string;
  tokenHash: string;
  at: number;
  idleSince: number;
  madeSince: number;
  /** How long a token that was exchanged stays good, ms. */
  overlapMs: number;
}

export interface Visitor {
  id: string;
  /** Whose token it is: the same, or a browser that acts for the person `id` (I3). */
  browserId: string;
  /** How the site names that person; null: nobody has signed. */
  subject: string | null;
  siteId: string;
  /** Since when the visitor's token is in use. */
  tokenAt: number;
}

export interface Conversation {
  id: string;
  siteId: string;
  visitorId: string;
  status: ConversationStatus;
  /** Raised by every change of state, not by messages. */
  version: number;
  agentId: string | null;
  /** Number of the assignment, counted from 1: fences late writes of an agent who lost it. */
  assignment: number;
  episode: number;
  head: number;
  openedAt: number;
  queuedAt: number;
  closedAt: number | null;
  waitingSince: number | null;
  firstResponseMs: number | null;
  marks: Marks;
  /** Ids of the colleagues who write beside the serving agent. */
  participants: readonly string[];
  departmentId: string | null;
  /** It rings at this agent. */
  offer: { agentId: string; until: number } | null;
  ask: { kind: Ask['kind']; toId: string; byId: string; until: number } | null;
  /** Nothing of what was written is kept any more (J12, J13). */
  erased: boolean;
}

export interface NewMessage {
  author: Party;
  /** Visitor's or agent's id: `clientId` is unique for each of them. */
  authorId: string;
  clientId: string;
  body: string;
  at: number;
  /** It is a file, and its body the file's name. Throws FileQuotaReached where there is no room for it. */
  file?: NewFile;
  /** `seq` of the message that it answers. */
  quote?: number;
  /** Of an agent: what she had seen (C20). */
  seenSeq?: number;
}

export interface OpenConversation {
  conversationId: string;
  siteId: string;
  visitorId: string;
  message: NewMessage;
  email: string | null;
  pageUrl: string | null;
  pageTitle: string | null;
  /** What it needs of whoever answers (R14); nothing in particular where it is left out. */
  routing?: {
    departmentId: string | null;
    language: string | null;
    priority: number;
    needs: StoredNeeds | null;
    knownAgentId: string | null;
  };
  /** It is closed: routing leaves it alone until it opens (H7). */
  held?: boolean;
  /** A new conversation is refused where so many wait (Q5). */
  waitingMax?: number | null;
  /** What the visitor said before (B4). */
  intake?: Intake;
  opening?: EpisodeOpening;
  /** M14 */
  purchaseStage?: StageOf;
  followUp?: NewFollowUp | undefined;
}

export interface AppendMessage {
  conversationId: string;
  expectVersion: number;
  message: NewMessage;
}

export interface ReopenConversation extends AppendMessage {
  held?: boolean;
  opening?: EpisodeOpening;
  purchaseStage?: StageOf;
}

export interface CloseConversation {
  conversationId: string;
  expectVersion: number;
  by: Party | 'system';
  /** Agent's id where an agent closed it. */
  byAgentId: string | null;
  outcome: Outcome;
  /** Why it ended by itself; null where somebody ended it. */
  reason?: 'idle' | 'hours';
  /** The agent's room is held so long (C15). */
  wrapUpMs?: number;
  /** `stale` where something was written since: an end for silence must not cut off an answer. */
  expectHead?: number;
  followUp?: NewFollowUp | undefined;
  at: number;
}

export interface RaiseMarks {
  conversationId: string;
  by: Party;
  deliveredSeq: number;
  readSeq: number;
}

export interface Appended {
  result: 'appended';
  conversationId: string;
  visitorId: string;
  agentId: string | null;
  /** True when this write put the conversation into the queue. */
  queued: boolean;
  /** In order; the message is the last one with kind `message`. */
  entries: Entry[];
  seq: number;
  at: number;
  change: number;
  /** What it made (K1). */
  followUp?: FollowUp;
}

/** This author has sent this `clientId` before, with the same body. */
export interface Duplicate {
  result: 'duplicate';
  conversationId: string;
  seq: number;
  at: number;
}

export interface CidConflict {
  result: 'cid_conflict';
}

/** So many wait already that no more are taken (Q5). */
export interface QueueFull {
  result: 'queue_full';
}

export interface NotFound {
  result: 'not_found';
}

export interface NewAgent {
  id: string;
  email: string;
  name: string;
  role: Role;
  roleId?: string | null | undefined;
  passwordHash: string;
  capacity: number;
  /** Who only looks begins as away (T11); everybody else as available. */
  awayReason?: string;
  at: number;
}
