import type { ErrorCode } from './errors.ts';
import type {
  AgentProfile,
  Availability,
  ConversationSummary,
  Entry,
  Marks,
  Outcome,
  Party,
  SyncPage,
} from './model.ts';
import type { QueuePlace, ServiceTold } from './settings.ts';

/**
 * The whole vocabulary. Commands go from client to server and are imperative; facts come back and are past.
 * Handlers (server/gateway/dispatch.ts), HTTP routes and clients are typed from these tables.
 */

export interface Command<In, Out> {
  in: In;
  out: Out;
}

/** What a client says when it connects: Socket.IO's `auth`, or the body of POST /api/v1/visitor/session. */
export interface VisitorHello {
  version: number;
  site: string;
  /** The secret of this browser, from an earlier `session:ready`. */
  token?: string | undefined;
  /** The epoch the client's positions belong to. */
  epoch?: string | undefined;
  resume?: Position[] | undefined;
}

/** Agents are known by their session cookie. */
export interface AgentHello {
  version: number;
  epoch?: string | undefined;
}

export interface Position {
  conversationId: string;
  afterSeq: number;
}

export interface Placed {
  seq: number;
  at: number;
}

export interface Page {
  url: string;
  title: string;
}

export interface TypingIn {
  conversationId: string;
  typing: boolean;
}

export interface ReceiptIn {
  conversationId: string;
  deliveredSeq: number;
  readSeq: number;
}

export interface SendIn {
  conversationId: string;
  /** 128 random bits by the client; a repeat answers with the first result and tells nobody. */
  clientId: string;
  body: string;
}

// biome-ignore lint/complexity/noBannedTypes: an empty answer, on purpose
export type Nothing = {};

export type VisitorCommands = {
  'conversation:open': Command<
    {
      clientId: string;
      body: string;
      email?: string | undefined;
      page?: Page | undefined;
      /** It is left with us and need not be answered at once: also where the queue is full (Q5). */
      leave?: boolean | undefined;
    },
    Placed & { conversationId: string }
  >;
  'message:send': Command<SendIn, Placed>;
  'conversation:sync': Command<Position, SyncPage>;
  'conversation:close': Command<{ conversationId: string }, Placed>;
  'conversation:rate': Command<
    { conversationId: string; episode: number; score: number; comment?: string | undefined },
    Placed
  >;
  'conversation:contact': Command<{ conversationId: string; email: string }, Placed>;
  'typing:set': Command<TypingIn, Nothing>;
  'receipt:set': Command<ReceiptIn, Nothing>;
};

export type AgentCommands = {
  'message:send': Command<SendIn, Placed>;
  'conversation:sync': Command<Position, SyncPage>;
  /** Facts of this conversation reach this connection too, until it watches another one or none. */
  'conversation:watch': Command<{ conversationId: string | null }, Nothing>;
  'conversation:close': Command<
    { conversationId: string; outcome?: Extract<Outcome, 'resolved' | 'unresolved' | 'spam'> | undefined },
    Placed
  >;
  'inbox:list': Command<Nothing, InboxList>;
  'inbox:sync': Command<{ afterChange: number }, InboxPage>;
  'agent:availability': Command<{ availability: Availability }, Nothing>;
  'typing:set': Command<TypingIn, Nothing>;
  'receipt:set': Command<ReceiptIn, Nothing>;
  /** Done writing up: the room that was held is free (C15). */
  'wrapup:end': Command<Nothing, Nothing>;
  /** The person at the console did something: keeps the session from ending for idleness. */
  'session:touch': Command<Nothing, Nothing>;
};

/** All that is open, the oldest first, and what was closed last; `change` is the position to sync from. */
export interface InboxList {
  conversations: ConversationSummary[];
  change: number;
}

/** Conversations that changed after a position, in order of change. `reset`: too far behind, list afresh. */
export interface InboxPage {
  conversations: ConversationSummary[];
  change: number;
  more: boolean;
  reset: boolean;
}

export interface VisitorReady {
  version: number;
  epoch: string;
  at: number;
  visitorId: string;
  /** Given once, when the relay made a new visitor: keep it. */
  token?: string | undefined;
  siteName: string;
  /** Whether any agent is available now. */
  available: boolean;
  /** This visitor's latest conversation, if any, from the position the client named. */
  conversations: SyncPage[];
  /** Whether chat is open now (H6). Absent: from a relay that knows no hours. */
  service?: ServiceTold | undefined;
  /** The visitor's place in the queue, where there is one to tell (Q1). */
  place?: QueuePlace | undefined;
}

/** The HTTP fallback's question: what came after these positions? (POST /api/v1/visitor/poll) */
export interface VisitorPollIn {
  resume: Position[];
}

export interface VisitorPollOut {
  epoch: string;
  available: boolean;
  /** The conversations named, and the visitor's latest where it was not named. */
  conversations: SyncPage[];
  service?: ServiceTold | undefined;
  place?: QueuePlace | undefined;
}

export interface AgentReady {
  version: number;
  epoch: string;
  at: number;
  me: AgentProfile;
  change: number;
  /** Room of this agent is held after a conversation until then (C15). */
  wrapUpUntil?: number | undefined;
}

type SharedFacts = {
  'entry:added': { conversationId: string; entry: Entry };
  'typing:changed': { conversationId: string; by: Party; typing: boolean };
  'receipt:changed': { conversationId: string; marks: Marks };
  /** Every HEADS_INTERVAL_MS: what is stored. A reader that is behind asks for the rest. */
  'heads:told': { epoch: string; heads: Record<string, number>; change?: number | undefined };
  'server:closing': { spreadMs: number };
  /** The connection ends, and why; the client does what the code's remedy says. */
  'session:ended': { error: ErrorCode };
};

export type VisitorFacts = SharedFacts & {
  'session:ready': VisitorReady;
  'availability:changed': { available: boolean };
  /** It opened, closed, or was taken offline (H6). */
  'service:changed': ServiceTold;
  /** The visitor's place in the queue, at most every QUEUE_TOLD_EVERY_MS, and only when it changed (Q2). */
  'queue:moved': QueuePlace;
};

export type AgentFacts = SharedFacts & {
  'session:ready': AgentReady;
  /** The list moved on to this change; ask `inbox:sync` for what is missing. */
  'inbox:moved': { change: number };
  /** This agent's availability was set, here or in another tab. */
  'availability:changed': { availability: Availability };
  /** Room of this agent is held until then; null: no more (C15). */
  'wrapup:changed': { until: number | null };
};

export type CommandTable = Record<string, Command<unknown, unknown>>;
export type FactTable = Record<string, unknown>;
