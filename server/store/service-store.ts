import type { Intake, OwnConversation } from '../../protocol/wire/front.ts';
import type { CalendarDocument } from '../../protocol/wire/hours.ts';
import type { NoticeEntry } from '../../protocol/wire/model.ts';
import type { ServiceHours, SiteSettings } from '../../protocol/wire/settings.ts';
import type { Promised } from '../domain/queue/back-test.ts';
import type { RoomOfAgent } from '../domain/queue/places.ts';
import type { Changed, Period, Stale } from './changes.ts';

/** Hours, the queue as visitors see it, and what happens because time passed. Part of the store (store.ts). */
export interface ServiceStore {
  // --- what owners set
  /** All of them; there are as many as sites and departments, at most. */
  listSettings(): Promise<KeptSettings[]>;
  /**
   * Replaces them; hours that differ from those in force are kept as a version from `at` on (H9). `stale` where somebody
   * saved since the version it is based on (H11).
   */
  setSettings(input: SetSettings): Promise<{ result: 'kept' } | Stale>;
  /** Versions of the hours, the oldest first. */
  listCalendars(owner: SettingsOwner): Promise<{ validFrom: number; document: CalendarDocument | null }[]>;

  // --- waiting while it is closed
  /** Waiting ones by their number: the next page begins after the last one's. */
  listWaiting(input: { held: boolean; afterNo: number; limit: number }): Promise<Waiting[]>;
  /** Routing leaves it alone until it is released. `tells`: with a word to the visitor, the owner's own where there is a `text`. */
  holdConversation(input: GuardedChange & { tells: boolean; text?: string | null }): Promise<Changed | Stale>;
  releaseConversation(input: GuardedChange): Promise<Changed | Stale>;

  // --- the queue as visitors see it
  /** Those who wait and are not held, oldest place first, and the room of the agents who are there. One snapshot. */
  readQueue(input: { now: number; limit: number }): Promise<{ waiting: InQueue[]; agents: RoomOfAgent[] }>;
  /** How long the latest conversations of this line took, ms. */
  listHandlingTimes(input: {
    siteId: string;
    departmentId: string | null;
    since: number;
    limit: number;
  }): Promise<number[]>;
  /** The first range that somebody was told in an episode; later ones change nothing. */
  addPromises(promises: NewPromise[]): Promise<void>;
  /** Of the episodes opened in the period, the latest first. */
  listPromises(asked: PromisesAsked): Promise<Promised[]>;

  // --- what is said because time passed
  /** Waiting ones, not held, in the queue since before `queuedBefore`, that heard less than `stage` words. */
  listUntold(input: {
    siteId: string;
    stage: number;
    queuedBefore: number;
    limit: number;
  }): Promise<{ conversationId: string; version: number }[]>;
  /** Served ones of which the last word is the agent's and older than `lastBefore`. */
  listSilent(input: { siteId: string; lastBefore: number; afterNo: number; limit: number }): Promise<Silent[]>;
  /** A word in the thread. `stage` and `warned` keep it from being said twice; `stale` also where that was done already. */
  tellVisitor(input: TellVisitor): Promise<Changed | Stale>;

  // --- the front
  /** First answers of the latest episodes of a site, and how long those without one waited until they ended, or now. */
  listFirstResponses(input: {
    siteId: string;
    since: number;
    now: number;
    limit: number;
  }): Promise<{ answeredMs: number[]; censoredMs: number[] }>;
  /** The latest first. */
  listOwnConversations(input: { visitorId: string; limit: number }): Promise<OwnConversation[]>;
  readIntake(conversationId: string): Promise<Intake | null>;

  // --- wrap-up
  /** Ends wraps-up of which the time ran out, or all of one agent; answers whose room came free. */
  endWrapUps(input: { agentId: string | null; now: number; limit: number }): Promise<string[]>;
  listWrapUps(agentId: string): Promise<{ conversationId: string; until: number }[]>;
}

export interface SettingsOwner {
  kind: 'site' | 'department';
  id: string;
}

export type KeptSettings =
  | { owner: SettingsOwner & { kind: 'site' }; document: SiteSettings; changedAt: number; version: number }
  | { owner: SettingsOwner & { kind: 'department' }; document: ServiceHours; changedAt: number; version: number };

export interface SetSettings {
  owner: SettingsOwner;
  document: SiteSettings | ServiceHours;
  at: number;
  /** The version that was changed; 0: nothing was saved yet; absent: whatever is there is replaced. */
  basedOn?: number | undefined;
}

export interface GuardedChange {
  conversationId: string;
  expectVersion: number;
  at: number;
}

export interface Waiting {
  no: number;
  conversationId: string;
  version: number;
  siteId: string;
  departmentId: string | null;
  queuedAt: number;
  held: boolean;
  firstResponseMs: number | null;
}

export interface InQueue {
  conversationId: string;
  visitorId: string;
  episode: number;
  siteId: string;
  departmentId: string | null;
  queuedAt: number;
  priority: number;
}

export interface Silent {
  no: number;
  conversationId: string;
  version: number;
  head: number;
  lastAt: number;
  warnedAt: number | null;
}

/** `siteId` null: of all sites. */
export interface PromisesAsked extends Period {
  siteId: string | null;
  limit: number;
}

export interface NewPromise {
  conversationId: string;
  episode: number;
  at: number;
  position: number;
  lowMs: number;
  highMs: number;
  samples: number;
}

export interface TellVisitor extends GuardedChange {
  what: NoticeEntry['what'];
  text: string | null;
  until: number | null;
  /** How many staged words were said with this one; null: it is none of them. */
  stage: number | null;
  /** A warning holds only while nothing was written since this instant; null: it is no warning. */
  lastAt: number | null;
}
