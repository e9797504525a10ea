import type { AgentConnection, AgentEvent } from '../../console/model/agent-link.ts';
import type { Address, Http, Memory } from '../../console/model/ports.ts';
import type { ConnectionState } from '../../protocol/client/connection.ts';
import type { BoardSnapshot } from '../../protocol/wire/board.ts';
import type { Draft, Mention, Planned } from '../../protocol/wire/composer.ts';
import { type Answer, type ErrorCode, refusal, success } from '../../protocol/wire/errors.ts';
import type { AgentCommands, TeamList } from '../../protocol/wire/events.ts';
import type { SavedView } from '../../protocol/wire/inbox.ts';
import type { AgentProfile, ConversationSummary, SyncPage } from '../../protocol/wire/model.ts';
import type { Question } from '../../protocol/wire/questions.ts';
import type { TeamPage } from '../../protocol/wire/team.ts';
import { type EarlierConversation, type Watched, WHOLE_THREAD_ENTRIES_MAX } from '../../protocol/wire/thread.ts';
import { NOTHING_SAID, type VisitorProfile } from '../../protocol/wire/visitor.ts';
import { bo } from './console-people.ts';
import { moveList } from './move-list.ts';

/** A relay that always says the same: enough for a picture. */
export interface Scenery {
  me: AgentProfile;
  now: number;
  inbox: ConversationSummary[];
  /** So many of the list change in each second. */
  changesPerSecond?: number;
  threadOf(id: string, afterSeq: number): SyncPage;
  /** Never comes online. */
  offline?: boolean;
  /** Never answers the first list. */
  loading?: boolean;
  /** How sending ends; without it messages stay on their way. */
  sendError?: ErrorCode;
  visitorTypes?: string;
  /** Bo is about to answer in this one. */
  colleagueTypes?: string;
  /** The conversation before any. */
  earlier?: EarlierConversation;
  /** Room is held so long from now on. */
  wrapUpMs?: number;
  teamOf?(id: string): TeamPage;
  team?: TeamList;
  board?: BoardSnapshot;
  /** What the page says of the visitor. */
  profile?: VisitorProfile;
  /** Closed ones, page by page; undefined: it does not answer them. */
  closed?: ConversationSummary[];
  closedFails?: boolean;
  views?: SavedView[];
  /** The relay warned of no input: so long before it sets to away. */
  idleMs?: number;
  drafts?: Draft[];
  planned?: Planned[];
  mentions?: Mention[];
  questions?: Question[];
}

export function stillConnection(scenery: Scenery): AgentConnection {
  const listeners = new Set<(event: AgentEvent) => void>();
  let tellBoard = () => {};
  let moving: ReturnType<typeof moveList> | undefined;
  const connection = {
    state: { status: 'connecting' } as ConnectionState,
    start() {
      const { me, now, visitorTypes } = scenery;
      const tell = (event: AgentEvent) => {
        for (const listener of listeners) listener(event);
      };
      const wrapUpUntil = scenery.wrapUpMs === undefined ? undefined : now + scenery.wrapUpMs;
      const payload = { version: 1, epoch: 'still', at: now, me, change: 1, wrapUpUntil };
      connection.state = { status: 'online' };
      tell({ kind: 'fact', name: 'session:ready', payload });
      tell({ kind: 'state', state: connection.state });
      if (scenery.changesPerSecond) moving = moveList(scenery, scenery.changesPerSecond, tell);
      if (scenery.offline) {
        connection.state = { status: 'offline' };
        queueMicrotask(() => tell({ kind: 'state', state: connection.state }));
      }
      if (scenery.idleMs) {
        const warned = { awayAt: now + scenery.idleMs };
        queueMicrotask(() => tell({ kind: 'fact', name: 'idle:warned', payload: warned }));
      }
      tellBoard = () => {
        if (scenery.board) tell({ kind: 'fact', name: 'board:changed', payload: scenery.board });
      };
      if (scenery.colleagueTypes) {
        const agent = { id: bo.id, name: bo.name };
        const typing = { conversationId: scenery.colleagueTypes, by: 'agent' as const, typing: true, agent };
        queueMicrotask(() => tell({ kind: 'fact', name: 'typing:changed', payload: typing }));
      }
      if (visitorTypes) {
        const typing = { conversationId: visitorTypes, by: 'visitor' as const, typing: true };
        queueMicrotask(() => tell({ kind: 'fact', name: 'typing:changed', payload: typing }));
      }
    },
    stop() {},
    wake() {},
    send: (name: string, payload: { conversationId?: string }) => {
      if (name === 'board:watch') queueMicrotask(() => tellBoard());
      if (name === 'inbox:sync' && moving) return Promise.resolve(success(moving()));
      return answer(scenery, name, payload);
    },
    listen(listener: (event: AgentEvent) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return connection as AgentConnection;
}

/** Most of them are done; the first two are somebody else's, the third has ended. */
function bulkDone(ids: string[]) {
  const refused = ids.slice(0, 3).map((conversationId, at) => {
    return { conversationId, error: at < 2 ? 'reassigned' : 'conversation_closed' };
  });
  return { done: ids.slice(3), refused };
}

/** Of a long thread how it stands, as in the list. */
function watched({ inbox, threadOf }: Scenery, id: string): Watched {
  const line = inbox.find((one) => one.id === id);
  if (line?.erasedAt !== undefined) return { erased: true };
  const { head } = threadOf(id, 0);
  if (!line || head <= WHOLE_THREAD_ENTRIES_MAX) return {};
  const { openedAt, status, episode, agent, score, visitor } = line;
  return { standing: { head, openedAt, status, episode, agent, participants: [], email: visitor.email, score } };
}

function answer(scenery: Scenery, name: string, payload: { conversationId?: string }): Promise<Answer<unknown>> {
  const id = payload.conversationId ?? '';
  if (scenery.loading) return new Promise(() => {});
  if (name === 'inbox:list') return Promise.resolve(success({ conversations: scenery.inbox, change: 1, more: false }));
  if (name === 'conversation:watch') return Promise.resolve(success(watched(scenery, id)));
  if (name === 'conversation:sync') {
    const { afterSeq } = payload as AgentCommands['conversation:sync']['in'];
    return Promise.resolve(success(scenery.threadOf(id, afterSeq)));
  }
  if (name === 'conversation:earlier') return Promise.resolve(success({ earlier: scenery.earlier ?? null }));
  if (name === 'visitor:read') return Promise.resolve(success(scenery.profile ?? NOTHING_SAID));
  if (name === 'followup:list') return Promise.resolve(success({ followUps: [], more: false }));
  if (name === 'view:list') return Promise.resolve(success({ views: scenery.views ?? [] }));
  if (name === 'inbox:closed') {
    const page = success({ conversations: scenery.closed ?? [], next: null });
    return Promise.resolve(scenery.closedFails ? refusal('unavailable') : page);
  }
  if (name === 'inbox:bulk')
    return Promise.resolve(success(bulkDone((payload as AgentCommands['inbox:bulk']['in']).conversationIds)));
  if (name === 'draft:write') {
    const { conversationId, kind, body, basedOn } = payload as AgentCommands['draft:write']['in'];
    const draft = { conversationId, kind, body, version: (basedOn ?? 0) + 1 };
    return Promise.resolve(success({ draft }));
  }
  if (name === 'draft:list') return Promise.resolve(success({ drafts: scenery.drafts ?? [] }));
  if (name === 'question:list') {
    const found = (scenery.questions ?? []).filter(({ conversationId }) => !id || conversationId === id);
    return Promise.resolve(success({ at: scenery.now, questions: found }));
  }
  if (name === 'planned:list') return Promise.resolve(success({ at: 0, planned: scenery.planned ?? [] }));
  if (name === 'mention:list')
    return Promise.resolve(success({ mentions: scenery.mentions ?? [], more: false, unread: 0 }));
  if (name === 'team:list') return Promise.resolve(success(scenery.team ?? {}));
  if (name === 'team:sync') {
    const nothing = { conversationId: id, entries: [], head: 0, more: false };
    return Promise.resolve(success(scenery.teamOf?.(id) ?? nothing));
  }
  if (name === 'message:send' || name === 'note:add') {
    return scenery.sendError ? Promise.resolve(refusal(scenery.sendError)) : new Promise(() => {});
  }
  return Promise.resolve(success({}));
}

/** An answer may depend on what was asked. */
export function stillHttp(answers: Record<string, unknown>): Http {
  return {
    async ask({ path }) {
      const key = Object.keys(answers).find((part) => path.includes(part));
      const found = key ? answers[key] : undefined;
      return typeof found === 'function' ? found(path) : found;
    },
  };
}

export function paperMemory(): Memory {
  const kept = new Map<string, string>();
  return {
    read: (key) => kept.get(key) ?? null,
    write: (key, text) => void kept.set(key, text),
    remove: (key) => void kept.delete(key),
    keys: (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
    listen: () => () => {},
  };
}

/** Links work inside the story; the address bar keeps the story's name. */
export function paperAddress(start: string): Address {
  const listeners = new Set<() => void>();
  let here = start;
  const move = (path: string) => {
    here = path;
    for (const moved of listeners) moved();
  };
  document.addEventListener('click', (event) => {
    const path = (event.target as Element | null)?.closest('a')?.getAttribute('href');
    if (!path?.startsWith('/console/')) return;
    event.preventDefault();
    move(path);
  });
  return {
    origin: 'https://help.shop.example',
    read: () => here,
    push: move,
    replace: move,
    reload() {},
    listen(moved) {
      listeners.add(moved);
      return () => listeners.delete(moved);
    },
    hold: () => () => {},
  };
}

/** Nothing is kept. */
export const paperOutbox = {
  load: async () => [],
  put: async () => {},
  remove: async () => {},
};

/** One tab, which leads. */
export const paperLead = { holds: () => true, want() {}, take() {}, wrote() {}, listen() {} };
