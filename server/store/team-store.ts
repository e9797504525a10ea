import type { BoardLine, BoardSnapshot } from '../../protocol/wire/board.ts';
import type { TeamRules } from '../../protocol/wire/events.ts';
import type { Ask, Availability, Entry, QueuedEntry } from '../../protocol/wire/model.ts';
import type { AskEndedEntry, Member, ReasonEntry, TeamEntry, TeamPage } from '../../protocol/wire/team.ts';

/** What people do by hand, and what only the team sees (docs/team.md, T rules). The promises of store.ts hold here too. */
export interface TeamStore {
  /** In the team's own sequence; a repeat of author and `clientId` stores nothing. */
  addNote(input: NewNote): Promise<NoteAdded | NoteRepeated | { result: 'cid_conflict' | 'not_found' }>;
  /** The team's entries after a number, at most `limit`. */
  readTeamPage(input: { conversationId: string; afterNumber: number; limit: number }): Promise<TeamPage | undefined>;
  /**
   * To this agent, from the queue or from a colleague, whatever room there is: beyond the capacity it counts as extra, and
   * extra ones go first when something ends (T3).
   */
  takeConversation(input: TakeConversation): Promise<Handed | { result: 'stale' }>;
  /** What waits goes on waiting, elsewhere: an agent at whom it rings is asked no more, and what was held is in the line. */
  moveWaiting(input: MoveWaiting): Promise<Handed | { result: 'stale' }>;
  /** One question at a time for a conversation; replaces nothing. */
  askColleague(input: AskColleague): Promise<Handed | { result: 'stale' }>;
  /** The question came to nothing. */
  endAsk(input: EndAsk): Promise<Handed | { result: 'stale' }>;
  /** Beside the serving agent; ends the invitation. */
  joinConversation(input: HandWrite): Promise<Handed | { result: 'stale' }>;
  leaveConversation(input: HandWrite): Promise<Handed | { result: 'stale' }>;
  /** Questions that nobody answered in time. */
  listLapsedAsks(input: { now: number; limit: number }): Promise<{ conversationId: string; version: number }[]>;
  /** One moment, bounded in every list. */
  readBoard(input: ReadBoard): Promise<StoredBoard>;
  listMembers(input: { now: number; limit: number }): Promise<Member[]>;
  readTeamRules(): Promise<TeamRules>;
  /** `instead`: only where these are what was set before (Z13). */
  setTeamRules(rules: TeamRules, instead?: TeamRules): Promise<'set' | 'stale'>;
  setAvailability(input: SetAvailability): Promise<void>;
  /** Available and present, and no session of theirs was touched since `seenBefore`. */
  listIdleAgents(input: { now: number; seenBefore: number; limit: number }): Promise<IdleAgent[]>;
}

/** The targets are the owner's plan, which the use case knows. */
/** `keptTargetMs`: what the owner aimed at when the episode began (M10); null: nothing then. */
export type StoredLine = Omit<BoardLine, 'targetMs' | 'targetTimes'> & {
  siteId: string;
  departmentId: string | null;
  keptTargetMs: number | null;
};

export interface StoredBoard extends Omit<BoardSnapshot, 'queue' | 'serving'> {
  queue: { total: number; conversations: StoredLine[] };
  serving: { total: number; unanswered: number; waiting: StoredLine[] };
}

export interface ReadBoard {
  now: number;
  linesMax: number;
  membersMax: number;
  decisionsMax: number;
}

export interface SetAvailability {
  agentId: string;
  availability: Availability;
  /** Of being away; none, when it is left out. */
  awayReason?: string | null;
  at: number;
}

export interface IdleAgent {
  agentId: string;
  /** The latest sign of the person in any of her sessions; null where she has none. */
  seenAt: number | null;
}

export interface NewNote {
  conversationId: string;
  authorId: string;
  clientId: string;
  body: string;
  /** Ids of colleagues, each once; they hear of it. */
  mentions?: readonly string[];
  at: number;
}

export interface NoteAdded {
  result: 'added';
  agentId: string | null;
  entry: TeamEntry;
  change: number;
}

export interface NoteRepeated {
  result: 'duplicate';
  number: number;
  at: number;
}

export interface HandWrite {
  conversationId: string;
  expectVersion: number;
  agentId: string;
  at: number;
}

export interface TakeConversation extends HandWrite {
  how: Exclude<ReasonEntry['how'], 'routed'>;
  /** One sentence: why this agent. */
  reason: string;
  /** How much room it takes; 1 where nothing is said. */
  weight?: number;
}

export interface AskColleague extends HandWrite {
  /** `agentId` asks … */
  kind: Ask['kind'];
  /** … this one. */
  toAgentId: string;
  note: string | null;
  until: number;
}

export interface EndAsk {
  conversationId: string;
  expectVersion: number;
  how: AskEndedEntry['how'];
  /** Null where time did it. */
  byAgentId: string | null;
  at: number;
}

/** Back to the queue at the old place. */
export interface RequeueConversation {
  conversationId: string;
  expectVersion: number;
  at: number;
  /** Without a word: the agent is gone. */
  reason?: Extract<QueuedEntry['reason'], 'agent_gone' | 'no_answer' | 'returned' | 'moved'>;
  byAgentId?: string | null;
  note?: string | null;
  /** With `moved`: the visitor asked for it. */
  byVisitor?: true;
  /** With `moved`: where it waits now. */
  department?: { id: string; name: string };
}

/** Of a conversation that waits: at the visitor's wish into the line of another department, at its old place (T20). */
export interface MoveWaiting {
  conversationId: string;
  expectVersion: number;
  at: number;
  note: string | null;
  department: { id: string; name: string };
}

/** A change by hand: what both sides hear, and what only the team hears. */
export interface Handed {
  result: 'changed';
  conversationId: string;
  visitorId: string;
  agentId: string | null;
  entries: Entry[];
  team: TeamEntry[];
  change: number;
}
