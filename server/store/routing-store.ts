import type { Department, StaffMember } from '../../protocol/wire/departments.ts';
import type { Given, RoutingPlan, SkillNeed } from '../../protocol/wire/routing.ts';
import type { Handed } from './team-store.ts';

/** What routing and the sweeper ask and write (docs/routing.md). The promises of store.ts hold here too. */
export interface RoutingStore {
  /** Nodes take turns in deciding, where they can; it runs in any case. */
  inRoutingTurn<T>(job: () => Promise<T>): Promise<T>;
  /** What happened to waiting conversations after a position in the feed: bounded, in order of change. */
  readWaitingChanges(input: { afterChange: number; limit: number }): Promise<WaitingChanges>;
  /** Everybody who waits, by place, a page at a time. */
  listQueued(input: { after: { queuedAt: number; no: number } | null; limit: number }): Promise<WaitingLine[]>;
  /** What routing wants to know of a visitor who opens a conversation. */
  readHistory(visitorId: string): Promise<VisitorHistory>;
  /** Who takes part now; what owners set only where it is newer than `knownVersion`. One moment. */
  readRoutingTeam(input: { now: number; knownVersion: number | null }): Promise<RoutingTeam>;
  /** Exactly once by construction; `full` when the agent's or the department's room or the agent's presence is gone. */
  assignConversation(input: AssignConversation): Promise<Handed | Refused | { result: 'full' }>;
  /** It rings at this agent and holds the room, and waits meanwhile (R18). */
  offerConversation(input: OfferConversation): Promise<Handed | Refused | { result: 'full' }>;
  acceptOffer(input: AcceptOffer): Promise<Handed | Refused>;
  /** The ring came to nothing. A `miss` counts: after `missesMax` in a row the agent is away. */
  endOffer(input: EndOffer): Promise<(Handed & { away: boolean }) | Refused>;
  /** Rings whose time is over, and those at agents who are gone or away by now. */
  listLapsedOffers(input: { now: number; limit: number }): Promise<LapsedOffer[]>;
  /** Assignments whose agent was to answer by now (R19). */
  listAnswersDue(input: { now: number; limit: number }): Promise<AnswerDue[]>;
  /** The agent answered in time: nothing is due any more, and what she missed before is forgotten. */
  settleAnswer(input: { conversationId: string; expectVersion: number; agentId: string }): Promise<void>;
  /** Back to the queue as a miss, if the visitor still waits since then; `away` as in endOffer. */
  missConversation(input: MissConversation): Promise<(Handed & { away: boolean }) | Refused>;
  /** Answered and silent since: their rooms could be freed. By department, since each has its own time. */
  listInactive(input: { departmentId: string | null; silentSince: number; limit: number }): Promise<RoomChange[]>;
  /** Inactive ones whose visitor writes again. */
  listAwakened(limit: number): Promise<RoomChange[]>;
  /** How much of its agent's room it takes from now on (R21); nothing where it moved on meanwhile. */
  setRoom(input: RoomChange & { room: number; at: number }): Promise<void>;
}

/** It moved on since the decision (S3). */
interface Refused {
  result: 'stale';
}

/** What a conversation needs, as it was decided when it began (R14). */
export interface StoredNeeds {
  skills: SkillNeed[];
  language: { tag: string; required: boolean } | null;
}

export interface WaitingLine {
  no: number;
  conversationId: string;
  version: number;
  siteId: string;
  departmentId: string | null;
  queuedAt: number;
  enteredAt: number;
  priority: number;
  needs: StoredNeeds | null;
  knownAgentId: string | null;
  /** Not its first episode: the same talk goes on. */
  reopened: boolean;
  missed: string[];
}

export interface WaitingChanges {
  /** Null: it does not wait any more, or rings. */
  lines: { conversationId: string; waiting: WaitingLine | null }[];
  change: number;
  more: boolean;
}

export interface RoutingTeam {
  version: number;
  /** Null: as it was at `knownVersion`. */
  setUp: { plan: Given<RoutingPlan>; departments: Department[]; staff: StaffMember[] } | null;
  agents: {
    id: string;
    name: string;
    capacity: number;
    /** All that is served, by hand above the capacity included. */
    load: number;
    idleSince: number;
    givenAt: number;
  }[];
  /** Conversations by department and agent, where any department or membership has a limit; offers count. */
  served: { departmentId: string; agentId: string; conversations: number; room: number }[];
}

interface GiveConversation {
  conversationId: string;
  expectVersion: number;
  agentId: string;
  /** JSON of `Why`. */
  reason: string;
  at: number;
  /** How much room it takes; 1 where nothing is said. */
  weight?: number;
  /** Of its department, if that has one. */
  departmentLimit?: number | null;
}

export interface AssignConversation extends GiveConversation {
  /** The agent answers by then (R19). */
  answerBy?: number | null;
}

export interface OfferConversation extends GiveConversation {
  until: number;
}

export interface AcceptOffer {
  conversationId: string;
  expectVersion: number;
  agentId: string;
  at: number;
  answerBy: number | null;
}

export interface EndOffer {
  conversationId: string;
  expectVersion: number;
  how: 'declined' | 'missed' | 'gone';
  missesMax: number | null;
  at: number;
}

export interface LapsedOffer {
  conversationId: string;
  version: number;
  departmentId: string | null;
  agentId: string;
  /** The agent could have answered: the time was over, not the agent gone. */
  missed: boolean;
}

export interface AnswerDue {
  conversationId: string;
  version: number;
  departmentId: string | null;
  agentId: string;
  assignedAt: number;
  waitingSince: number | null;
}

export interface MissConversation {
  conversationId: string;
  expectVersion: number;
  expectWaitingSince: number | null;
  missesMax: number | null;
  at: number;
}

export interface VisitorHistory {
  returning: boolean;
  lastAgentId: string | null;
  lastScore: number | null;
}

export interface RoomChange {
  conversationId: string;
  version: number;
}
