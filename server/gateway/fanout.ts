import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { Notice } from '../usecases/context.ts';
import type { Told } from './dispatch.ts';
import type { InboxBell } from './inbox-bell.ts';
import { type Audience, agentRoom, leadsRoom, siteRoom, visitorRoom, watchersRoom } from './rooms.ts';
import type { StartsUnderWay } from './starts-under-way.ts';

export interface FanoutParts {
  visitors: Audience;
  agents: Audience;
  inbox: InboxBell;
  starts: StartsUnderWay;
  /** A visitor's latest conversation, whose head the heartbeat tells. */
  noteConversation(visitorId: string, conversationId: string): void;
  ringAvailability(): void;
  moveBoard(): void;
  /** What leaves by other ways than sockets looks here for its causes. */
  heard?: ((notices: readonly Notice[]) => void) | undefined;
  endVisitor(visitorId: string, error: ErrorCode): void;
  endSession(sessionId: string, error: ErrorCode): void;
  /** Who may what has changed. */
  moveRights(): void;
  endAgentSessions(agentId: string, keepSession: string | null, error: ErrorCode): void;
}

export type Fanout = (notices: Notice[], told: Told) => void;

/** Turns notices into facts, after the commit. Synchronous: facts leave in the order of the commits. */
export function createFanout(parts: FanoutParts): Fanout {
  return (notices, told) => {
    for (const notice of notices) (TELLERS[notice.tell] as Teller<typeof notice.tell>)(parts, notice as never, told);
    if (notices.some((notice) => ON_THE_BOARD.has(notice.tell))) parts.moveBoard();
    parts.heard?.(notices);
  };
}

/** Each change of a conversation moves the list, too. */
const ON_THE_BOARD = new Set<Notice['tell']>(['inbox', 'agentAvailability', 'availability']);

type Teller<Kind extends Notice['tell']> = (
  parts: FanoutParts,
  notice: Extract<Notice, { tell: Kind }>,
  told: Told,
) => void;

/** Whom each kind of notice concerns. */
const TELLERS: { [Kind in Notice['tell']]: Teller<Kind> } = {
  entries: tellEntries,
  typing: tellTyping,
  marks(parts, notice, told) {
    const { conversationId, marks } = notice;
    tellBoth(parts, notice, 'receipt:changed', { conversationId, marks }, told.exceptSocket);
  },
  team(parts, notice) {
    const { conversationId } = notice;
    for (const entry of notice.entries) {
      parts.agents.tell(agentRooms(notice), 'team:added', { conversationId, entry });
    }
  },
  described(parts, notice) {
    const { conversationId } = notice;
    parts.agents.tellLightly(agentRooms(notice), 'visitor:described', { conversationId }, null);
  },
  inbox: (parts, notice) => parts.inbox.moved(notice.change),
  agentAvailability(parts, { agentId, availability, awayReason }, told) {
    parts.starts.told(agentId);
    parts.agents.tell([agentRoom(agentId)], 'availability:changed', { availability, awayReason }, told.exceptSocket);
  },
  followUp(parts, { followUp, why, before }) {
    // K2: a reminder for oneself is nobody else's.
    const rooms = followUp.kind === 'snooze' ? [] : [leadsRoom];
    for (const id of new Set([followUp.owner?.id, before])) if (id) rooms.push(agentRoom(id));
    parts.agents.tell(rooms, 'followup:changed', { followUp, why });
  },
  draft(parts, { agentId, draft }, told) {
    parts.agents.tell([agentRoom(agentId)], 'draft:changed', { draft }, told.exceptSocket);
  },
  planned(parts, { planned }) {
    const { by, conversationId } = planned;
    parts.agents.tell(agentRooms({ conversationId, agentId: by.id }), 'planned:changed', { planned });
  },
  mention: (parts, { agentId, mention }) => parts.agents.tell([agentRoom(agentId)], 'mention:added', { mention }),
  mentionSeen(parts, { agentId, conversationId, upToNumber }, told) {
    parts.agents.tell([agentRoom(agentId)], 'mention:cleared', { conversationId, upToNumber }, told.exceptSocket);
  },
  question(parts, { question, why, agentIds }) {
    const rooms = [watchersRoom(question.conversationId), ...agentIds.map(agentRoom)];
    parts.agents.tell(rooms, 'question:changed', { question, why });
  },
  idle: (parts, { agentId, awayAt }) => parts.agents.tell([agentRoom(agentId)], 'idle:warned', { awayAt }),
  availability: (parts) => parts.ringAvailability(),
  service: (parts, { siteId, service }) => parts.visitors.tell([siteRoom(siteId)], 'service:changed', service),
  front: (parts, { siteId, front }) => parts.visitors.tell([siteRoom(siteId)], 'front:changed', front),
  // Stale in a few seconds: a busy line gets the next one.
  place: (parts, { visitorId, place }) => parts.visitors.tellLightly([visitorRoom(visitorId)], 'queue:moved', place),
  views: (parts, { agentId }) =>
    agentId === null
      ? parts.agents.tellAll('views:changed', {})
      : parts.agents.tell([agentRoom(agentId)], 'views:changed', {}),
  services: (parts, { siteId, version }) => parts.agents.tellAll('services:changed', { siteId, version }),
  noticesChanged: (parts, { agentId }) => parts.agents.tell([agentRoom(agentId)], 'notices:changed', {}),
  wrapUp: (parts, { agentId, until }) => parts.agents.tell([agentRoom(agentId)], 'wrapup:changed', { until }),
  rights: (parts) => parts.moveRights(),
  sessionsEnded: (parts, { agentId, keepSession, error }) => parts.endAgentSessions(agentId, keepSession, error),
  visitorEnded: (parts, { visitorId, error }) => parts.endVisitor(visitorId, error),
  sessionEnded: (parts, { sessionId, error }) => parts.endSession(sessionId, error),
};

interface Concerned {
  conversationId: string;
  visitorId: string;
  agentId: string | null;
}

function agentRooms({ conversationId, agentId }: Omit<Concerned, 'visitorId'>): string[] {
  const watchers = watchersRoom(conversationId);
  return agentId === null ? [watchers] : [agentRoom(agentId), watchers];
}

function tellBoth(parts: FanoutParts, whom: Concerned, fact: string, payload: unknown, except: string | null): void {
  parts.visitors.tell([visitorRoom(whom.visitorId)], fact, payload, except);
  parts.agents.tell(agentRooms(whom), fact, payload, except);
}

/** The asker knows its own message from the answer; what else was stored with it is told to it as well. */
function tellEntries(parts: FanoutParts, notice: Extract<Notice, { tell: 'entries' }>, told: Told): void {
  const { conversationId, visitorId } = notice;
  parts.starts.told(visitorId);
  parts.noteConversation(visitorId, conversationId);
  for (const entry of notice.entries) {
    const isOwn = entry.kind === 'message' && entry.seq === told.ownSeq;
    tellBoth(parts, notice, 'entry:added', { conversationId, entry }, isOwn ? told.exceptSocket : null);
  }
}

function tellTyping(parts: FanoutParts, notice: Extract<Notice, { tell: 'typing' }>, told: Told): void {
  const { conversationId, by, typing, agent, text } = notice;
  const payload = { conversationId, by, typing };
  if (by === 'agent') {
    parts.visitors.tellLightly([visitorRoom(notice.visitorId)], 'typing:changed', payload, told.exceptSocket);
  }
  // Colleagues are told who it is (C20), and what the visitor writes (J17); the visitor knows who is with her.
  const more = { ...payload, ...(agent && { agent }), ...(text !== undefined && { text }) };
  parts.agents.tellLightly(agentRooms(notice), 'typing:changed', more, told.exceptSocket);
}
