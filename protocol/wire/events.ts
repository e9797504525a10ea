import type { RedirectIn, TypingTold } from './asking.ts';
import type { BoardSnapshot } from './board.ts';
import type { Draft, DraftIn, DraftOut, Mention, MentionList, MentionPlace, Planned, PlannedIn } from './composer.ts';
import type { DepartmentNow } from './departments.ts';
import type { ErrorCode } from './errors.ts';
import type { Face } from './faces.ts';
import type { FollowUp, FollowUpList, FollowUpOutcome, FollowUpPlace, KindWords } from './feedback.ts';
import type { FileRules } from './files.ts';
import type { Front, Intake, IntakeIn, OwnConversation, RatingMore } from './front.ts';
import type { InboxCommands } from './inbox.ts';
import type { MacroIn, MacroRun } from './macros.ts';
import type { AgentProfile, Ask, Availability, ConversationSummary, Entry, Marks, Outcome, SyncPage } from './model.ts';
import type { ServedSite } from './outside.ts';
import type { OwnKept, OwnTalks } from './own.ts';
import type { TrailIn } from './people.ts';
import type { Question, QuestionEndIn, QuestionIn, QuestionList, QuestionNews } from './questions.ts';
import type { QueuePlace, ServiceTold } from './settings.ts';
import type { Member, TeamEntry, TeamPage } from './team.ts';
import type { EarlierConversation, EditIn, RemoveIn, Watched } from './thread.ts';
import type { Attributes, VisitorDescription, VisitorProfile } from './visitor.ts';

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
  /** Who the site says this is: a JWT that the site's server signed (I1). */
  identity?: string | undefined;
}

/** Agents are known by their session cookie. */
export interface AgentHello {
  version: number;
  epoch?: string | undefined;
}

/** Where a copy of a conversation goes, and in which language and time zone it is written. */
export interface TranscriptIn {
  conversationId: string;
  email: string;
  language?: string | undefined;
  zone?: string | undefined;
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
  /** What the browser is set to, as a language tag. */
  language?: string | undefined;
  /** Her time zone, and the page she came from. */
  zone?: string | undefined;
  referrer?: string | undefined;
}

export interface TypingIn {
  conversationId: string;
  typing: boolean;
  /** A visitor's: what stands in the box and was not sent (J17). Passed on where the owner switched it on, kept nowhere. */
  text?: string | undefined;
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
  /** `seq` of the message that it answers (C19). */
  quote?: number | undefined;
  /** An agent's: the last `seq` there was when she began. A colleague's answer after it: `answered_meanwhile` (C20). */
  seenSeq?: number | undefined;
}

export interface OpenIn {
  clientId: string;
  body: string;
  email?: string | undefined;
  page?: Page | undefined;
  /** It is left with us and need not be answered at once: also where the queue is full (Q5). */
  leave?: boolean | undefined;
  /** A department's id or name; one that does not exist is passed over (R14). */
  department?: string | undefined;
  /** What the visitor reads, as a tag such as `pt-BR`. */
  language?: string | undefined;
  /** What the page says about the visitor; nobody has checked it. */
  attributes?: Record<string, string> | undefined;
  /** What was asked before it begins (B4). */
  intake?: IntakeIn | undefined;
  /** What `work_required` asked for (J18). */
  work?: number | undefined;
}

// biome-ignore lint/complexity/noBannedTypes: an empty answer, on purpose
export type Nothing = {};

export type VisitorCommands = {
  'conversation:open': Command<OpenIn, Placed & { conversationId: string }>;
  'message:send': Command<SendIn, Placed>;
  'conversation:sync': Command<Position, SyncPage>;
  'conversation:close': Command<{ conversationId: string }, Placed>;
  'conversation:rate': Command<
    { conversationId: string; episode: number; score: number; comment?: string | undefined } & RatingMore,
    Placed
  >;
  /** To the queue of another department, served or waiting (T20). */
  'conversation:redirect': Command<RedirectIn, Placed>;
  'conversation:contact': Command<{ conversationId: string; email: string }, Placed>;
  'typing:set': Command<TypingIn, Nothing>;
  'receipt:set': Command<ReceiptIn, Nothing>;
  /** What the page says of its visitor: named fields replace what was said before, attributes one by one. */
  'visitor:describe': Command<VisitorDescription, Nothing>;
  'visitor:track': Command<{ event: string; properties?: Attributes | undefined }, Nothing>;
  /** What may be sent as a file, to be said before anything is chosen (F7). */
  'files:read': Command<Nothing, FileRules>;
  /** This visitor's own ones, the latest first; `conversation:sync` reads each. */
  'conversation:list': Command<Nothing, { conversations: OwnConversation[] }>;
  /** Only judges a signed identity, for the page's author; who counts is who the hello named (I7). */
  'visitor:identity': Command<{ identity: string }, { subject: string }>;
  /** This browser leaves: its token, and the signed identity it came with, open nothing any more (I6). */
  'visitor:logout': Command<Nothing, Nothing>;
  /** Her conversation by mail, now or when it has ended (E6). */
  'transcript:request': Command<TranscriptIn & { when?: 'now' | 'end' | undefined }, Nothing>;
  /** The pages of this visit, where the owner keeps them (J5). */
  'visitor:trail': Command<TrailIn, Nothing>;
  /** How these agents are shown; those who have set nothing are left out (W31). */
  'agent:faces': Command<{ agentIds: string[] }, { faces: Face[] }>;
  /** One's own message, within MESSAGE_EDIT_MS (C18). The answer is the place of the `revised` entry. */
  'message:edit': Command<EditIn, Placed>;
  'message:remove': Command<RemoveIn, Placed>;
  /** What is kept of her, and her conversations one page after the other (J14). */
  'own:read': Command<Nothing, OwnKept>;
  'own:list': Command<{ after?: string | undefined }, OwnTalks>;
};

export type AgentCommands = InboxCommands & {
  'message:send': Command<SendIn, Placed>;
  'conversation:sync': Command<Position, SyncPage>;
  /** Facts of this conversation reach this connection too, until it watches another one or none; those of `beside` go on reaching it. */
  'conversation:watch': Command<{ conversationId: string | null; beside?: string | undefined }, Watched>;
  'conversation:close': Command<
    { conversationId: string; outcome?: Extract<Outcome, 'resolved' | 'unresolved' | 'spam'> | undefined },
    Placed
  >;
  /** Without `after` from the start; a further page with the place of the last open one before it. */
  'inbox:list': Command<{ after?: InboxPlace | undefined }, InboxList>;
  'inbox:sync': Command<{ afterChange: number }, InboxPage>;
  /** `reason`: only with `away`; one of `team:list`'s reasons. */
  'agent:availability': Command<{ availability: Availability; reason?: string | undefined }, Nothing>;
  'typing:set': Command<TypingIn, Nothing>;
  'receipt:set': Command<ReceiptIn, Nothing>;
  /** Done writing up: the room that was held is free (C15). */
  'wrapup:end': Command<Nothing, Nothing>;
  /** The person at the console did something: keeps the session from ending for idleness. */
  'session:touch': Command<Nothing, Nothing>;
  /** A console of this browser is on the screen, or none is any more (NT6). */
  'attention:set': Command<{ visible: boolean }, Nothing>;
  /** By hand (docs/team.md): from the queue, from a colleague, back to the queue. */
  'conversation:pick': Command<{ conversationId: string }, Placed>;
  'conversation:takeover': Command<{ conversationId: string }, Placed>;
  'conversation:return': Command<{ conversationId: string; note?: string | undefined }, Placed>;
  /** To the queue of another department, at the place it has. */
  'conversation:move': Command<{ conversationId: string; departmentId: string; note?: string | undefined }, Placed>;
  /** Yes or no to a conversation that rings at this agent (R18). */
  'offer:accept': Command<{ conversationId: string }, Placed>;
  'offer:decline': Command<{ conversationId: string }, Nothing>;
  /** Asks a colleague to take it over or to come in; the answer says until when. */
  'conversation:ask': Command<AskIn, { until: number }>;
  'ask:accept': Command<{ conversationId: string }, Placed>;
  'ask:decline': Command<{ conversationId: string }, Nothing>;
  /** Takes one's own question back. */
  'ask:cancel': Command<{ conversationId: string }, Nothing>;
  /** Out of a conversation that one was invited into. */
  'conversation:leave': Command<{ conversationId: string }, Placed>;
  /** A note for the team. Effectively once, as messages are. */
  'note:add': Command<NoteIn, { number: number; at: number }>;
  'team:sync': Command<{ conversationId: string; afterNumber: number }, TeamPage>;
  /** Everybody who may be asked, and the reasons for being away; of a conversation also how each department stands. */
  'team:list': Command<{ conversationId?: string | undefined }, TeamList>;
  /** What the owner says about the team; null: the usual. */
  'team:change': Command<TeamRules, TeamRules>;
  'board:read': Command<Nothing, BoardSnapshot>;
  /** `board:changed` reaches this connection, or does not any more. */
  'board:watch': Command<{ watching: boolean }, Nothing>;
  /** What the page of this conversation's visitor says of her. */
  'visitor:read': Command<
    { conversationId: string },
    VisitorProfile & {
      intake?: Intake | undefined;
      /** She has a conversation before this one (conversation:earlier). */
      hasEarlier?: boolean | undefined;
    }
  >;
  /** What may be sent as a file on this conversation's site (F7). */
  'files:read': Command<{ conversationId: string }, FileRules>;
  'transcript:send': Command<TranscriptIn, Nothing>;
  /** Those that concern whoever asks: one's own, and all for who directs (K2). */
  'followup:list': Command<{ list: 'open' | 'done'; after?: FollowUpPlace | undefined }, FollowUpList>;
  /** By hand. Effectively once for each `clientId`, which becomes its id. Without `ownerId`: one's own; null: whoever directs. */
  'followup:add': Command<FollowUpIn, FollowUp>;
  'followup:change': Command<{ id: string; ownerId?: string | null | undefined; dueAt?: number | undefined }, FollowUp>;
  /** Done twice is answered with the first end. */
  'followup:done': Command<{ id: string; outcome: FollowUpOutcome; note?: string | undefined }, FollowUp>;
  /** Good words about chats in which I wrote (K6). */
  'feedback:own': Command<Nothing, { words: KindWords[] }>;
  /** As the visitor's; who has `message:remove` removes any message, at any time. */
  'message:edit': Command<EditIn, Placed>;
  'message:remove': Command<RemoveIn, Placed>;
  /** The same visitor's conversation before this one; null: it was the first. */
  'conversation:earlier': Command<{ conversationId: string }, { earlier: EarlierConversation | null }>;
  /** What was begun and not sent, for one's other devices (D1–D3). An empty body removes it. */
  'draft:write': Command<DraftIn, DraftOut>;
  'draft:list': Command<Nothing, { drafts: Draft[] }>;
  /** An answer for later (D5). Effectively once for each `clientId`, which becomes its id. */
  'planned:add': Command<PlannedIn, Planned>;
  /** Another text or time; one that is held waits again with a time to come. */
  'planned:change': Command<
    { id: string; version: number; body?: string | undefined; sendAt?: number | undefined },
    Planned
  >;
  /** Now, whatever held it. */
  'planned:send': Command<{ id: string; version: number }, Planned>;
  'planned:cancel': Command<{ id: string }, Planned>;
  /** Open ones of a conversation, or all of one's own. */
  'planned:list': Command<{ conversationId?: string | undefined }, { at: number; planned: Planned[] }>;
  'mention:list': Command<{ after?: MentionPlace | undefined }, MentionList>;
  /** D13. Effectively once for each `clientId`; sent again, it goes on where it stood. */
  'macro:run': Command<MacroIn, MacroRun>;
  'mention:seen': Command<{ conversationId: string; upToNumber: number }, { unread: number }>;
  /** Asks somebody something and keeps the conversation (T15). Effectively once for each `clientId`, which becomes its id. */
  'question:ask': Command<QuestionIn, Question>;
  /** Answered, declined or taken back. Done already, it is answered as it ended. */
  'question:end': Command<QuestionEndIn, Question>;
  /** Of a conversation; without one, what is open and concerns me, and what was answered since I looked. */
  'question:list': Command<{ conversationId?: string | undefined }, QuestionList>;
  /** I have seen what became of my questions there. */
  'question:seen': Command<{ conversationId: string }, Nothing>;
};

export interface NoteIn extends SendIn {
  /** Ids of colleagues whom it names: they hear of it (D10). */
  mentions?: string[] | undefined;
}

export interface FollowUpIn {
  conversationId: string;
  clientId: string;
  kind: 'by_hand' | 'snooze';
  dueAt: number;
  ownerId?: string | null | undefined;
  note?: string | undefined;
}

export interface AskIn {
  conversationId: string;
  kind: Ask['kind'];
  agentId: string;
  note?: string | undefined;
}

export interface TeamList {
  at: number;
  members: Member[];
  awayReasons: string[];
  /** An agent without input for so long is set to away; 0: never. */
  idleAwayMs: number;
  /** How long a message can be called back; 0: not at all (D8). */
  undoMs?: number | undefined;
  /** Of whoever asks: whose conversations are hers to answer. Empty: of any department. */
  ownDepartments?: string[] | undefined;
  /** Only where a conversation was named. */
  departments?: DepartmentNow[] | undefined;
}

export interface TeamRules {
  awayReasons: string[] | null;
  idleAwayMs: number | null;
  /** Left out: as it is. */
  undoMs?: number | null | undefined;
  /** The mark of what was read (Z13). Never answered. */
  basedOn?: string | undefined;
}

/** Where a conversation stands among the open ones. */
export interface InboxPlace {
  queuedAt: number;
  conversationId: string;
}

/**
 * What is open, the oldest first, in pages; with the first page what was closed last. `more`: further open ones follow.
 * The first page's `change` is the position to sync from when the last one is there.
 */
export interface InboxList {
  conversations: ConversationSummary[];
  change: number;
  more: boolean;
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
  /** What the owner put around the chat; absent where there is nothing (B1). */
  front?: Front | undefined;
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
  /** Where services stand behind conversations; absent: nowhere (CS10). */
  served?: ServedSite[] | undefined;
}

type SharedFacts = {
  'entry:added': { conversationId: string; entry: Entry };
  'typing:changed': TypingTold;
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
  /** The owner changed what stands around the chat (B1). */
  'front:changed': Front;
  /** The visitor's place in the queue, at most every QUEUE_TOLD_EVERY_MS, and only when it changed (Q2). */
  'queue:moved': QueuePlace;
};

export type AgentFacts = SharedFacts & {
  'session:ready': AgentReady;
  /** The list moved on to this change; ask `inbox:sync` for what is missing. */
  'inbox:moved': { change: number };
  /** This agent's availability was set, here, in another tab, or for want of input. */
  'availability:changed': { availability: Availability; awayReason: string | null };
  /** The team's own sequence of a conversation went on. Never told to visitors (T10). */
  'team:added': { conversationId: string; entry: TeamEntry };
  'board:changed': BoardSnapshot;
  /** Without any input until then, this agent is set to away (T12). */
  'idle:warned': { awayAt: number };
  /** The visitor's page said something new of her: `visitor:read` tells it. */
  'visitor:described': { conversationId: string };
  /** Room of this agent is held until then; null: no more (C15). */
  'wrapup:changed': { until: number | null };
  /** Ask `GET /api/v1/agent/notices` again. */
  'notices:changed': Nothing;
  /** To its owner and to all who direct. */
  'followup:changed': { followUp: FollowUp; why: 'made' | 'changed' | 'overdue' | 'done' };
  /** A saved view of one's own, or one that is shared, was changed: `view:list` tells all (U6). */
  'views:changed': Nothing;
  /** An owner saved which services stand behind a site; null: none any more (CS10). */
  'services:changed': { siteId: string; version: number | null };
  /** A draft of this agent, by another of her devices. */
  'draft:changed': { draft: Draft };
  /** To its author and to all who look at its conversation. */
  'planned:changed': { planned: Planned };
  'mention:added': { mention: Mention };
  /** In another of this agent's tabs. */
  'mention:cleared': { conversationId: string; upToNumber: number };
  /** To whoever asked and is asked, to the serving agent and to all who look at its conversation. */
  'question:changed': { question: Question; why: QuestionNews };
};

export type CommandTable = Record<string, Command<unknown, unknown>>;
export type FactTable = Record<string, unknown>;
