import type { Socket } from 'socket.io';
import { type Answer, type ErrorCode, type Refusal, refusal } from '../../protocol/wire/errors.ts';
import type { AgentCommands, AgentHello, AgentReady } from '../../protocol/wire/events.ts';
import { AGENT_CAPACITY_MAX } from '../../protocol/wire/limits.ts';
import { may } from '../../protocol/wire/permissions.ts';
import { agentHello } from '../../protocol/wire/schemas.ts';
import { PROTOCOL_VERSION_MIN } from '../../protocol/wire/version.ts';
import type { Report } from '../observe/report.ts';
import type { AgentSubject, Context } from '../usecases/context.ts';
import { identifyAgent } from '../usecases/identify-agent.ts';
import type { LoadShed } from '../usecases/shed-load.ts';
import { startAgentSession } from '../usecases/start-agent-session.ts';
import { agentRows } from './agent-commands.ts';
import type { BoardBell } from './board-bell.ts';
import {
  type Attached,
  connectError,
  createListener,
  endConnection,
  forgetHandshake,
  type Kept,
} from './connection.ts';
import type { Dispatch } from './dispatch.ts';
import type { InboxBell } from './inbox-bell.ts';
import type { Namespace } from './io-server.ts';
import type { Presence } from './presence.ts';
import { parse } from './refuse.ts';
import { agentRoom, boardRoom, leadsRoom, sessionRoom, watchersRoom } from './rooms.ts';
import type { SiteDirectory } from './site-directory.ts';
import type { StartsUnderWay } from './starts-under-way.ts';

export interface AgentNamespaceParts {
  namespace: Namespace;
  context: Context;
  dispatch: Dispatch;
  load: Pick<LoadShed, 'refuseStart'>;
  sites: SiteDirectory;
  starts: StartsUnderWay;
  inbox: InboxBell;
  presence: Presence;
  board: Pick<BoardBell, 'moved'>;
  report: Report;
  /** The session's secret from the headers of the upgrade. */
  secretOf(request: Socket['request']): string | undefined;
}

export interface AttachedAgent extends Attached<AgentSubject> {
  /** At most two: one, and the one that stands beside it. */
  watched: Set<string>;
  /** Conversations whose threads this connection has read: it is told their heads. Newest last, bounded. */
  read: Set<string>;
}

type Started = Kept<AgentSubject, AgentReady> & { hello: AgentHello };

export function serveAgents(parts: AgentNamespaceParts): void {
  const { namespace, presence, report } = parts;
  const onEvent = createListener(agentRows, parts.dispatch, (socket, name, payload) =>
    afterCommand(parts, socket, name, payload),
  );

  function onDisconnect(this: Socket, reason: string) {
    const { subject } = this.data as AttachedAgent;
    if (subject)
      presence.left(subject.agent.id, (this.data as { signedOut?: true }).signedOut ? 'signed_out' : 'closed');
    report({ kind: 'disconnected', who: 'agent', reason });
  }

  namespace.use((socket, next) => {
    shakeHands(parts, socket).then(
      (refused) => {
        if (refused) report({ kind: 'connection_refused', why: 'handshake', code: refused.error });
        next(refused ? connectError(refused) : undefined);
      },
      (error) => {
        report({ kind: 'background_failed', task: 'agent handshake', error });
        next(connectError(refusal('internal')));
      },
    );
  });

  namespace.on('connection', (socket) => {
    const started = (socket.data as { started: Started }).started;
    const { subject } = started;
    const agentId = subject.agent.id;
    const attached: AttachedAgent = { subject, socketId: socket.id, underWay: 0, watched: new Set(), read: new Set() };
    socket.data = attached;
    forgetHandshake(socket);
    // Events end here: nobody is passed on to, which spares each of them a turn and a search for listeners.
    socket.use((event) => onEvent(socket, event));
    socket.on('disconnect', onDisconnect);
    const leads = may(subject.agent, 'conversation:direct') ? [leadsRoom] : [];
    void socket.join([agentRoom(agentId), sessionRoom(subject.sessionId), ...leads]);
    presence.came(agentId);
    const isBehind = parts.starts.wasTold(agentId, started.ticket);
    parts.starts.end(started.ticket);
    report({ kind: 'connected', who: 'agent' });
    if (isBehind) void readAgain(parts, socket, started);
    else sayReady(parts, socket, started.ready);
  });
}

/** The list may have moved since it was read, before this socket could hear the bell. */
function sayReady(parts: AgentNamespaceParts, socket: Socket, ready: AgentReady): void {
  socket.emit('session:ready', ready);
  if (parts.inbox.change > ready.change) socket.emit('inbox:moved', { change: parts.inbox.change });
}

async function shakeHands(parts: AgentNamespaceParts, socket: Socket): Promise<Refusal | undefined> {
  const shed = parts.load.refuseStart('agent');
  if (shed) return shed;
  const checked = parse(agentHello, socket.handshake.auth);
  if (!checked.ok) return checked;
  const hello = checked.input;
  if (hello.version < PROTOCOL_VERSION_MIN) return refusal('version_too_old', { hint: 'Load the page again.' });
  if (!parts.sites.isOwn(socket.handshake.headers.origin)) {
    return refusal('origin_not_allowed', { hint: 'The console speaks to its own relay only; see PUBLIC_URL.' });
  }
  const secret = parts.secretOf(socket.request);
  if (secret === undefined) return refusal('unauthorized');
  const ticket = parts.starts.begin();
  const answer = await read(parts, secret, hello);
  if (!answer.ok || socket.conn.readyState !== 'open') {
    parts.starts.end(ticket);
    return answer.ok ? refusal('unavailable') : answer;
  }
  const started: Started = { ...answer.value, hello, ticket };
  socket.data = { started };
  return undefined;
}

interface AgentStart {
  subject: AgentSubject;
  ready: AgentReady;
}

function read(parts: AgentNamespaceParts, secret: string, hello: AgentHello): Promise<Answer<AgentStart>> {
  return parts.dispatch.guard('session:start', async () => {
    const subject = await identifyAgent(parts.context, secret);
    return subject ? start(parts, subject, hello) : { answer: refusal('unauthorized'), notices: [] };
  });
}

async function start(parts: AgentNamespaceParts, subject: AgentSubject, hello: AgentHello) {
  const done = await startAgentSession(parts.context, subject, hello);
  const { answer } = done;
  return { ...done, answer: answer.ok ? { ok: true as const, value: { subject, ready: answer.value } } : answer };
}

async function readAgain(parts: AgentNamespaceParts, socket: Socket, started: Started): Promise<void> {
  const answer = await parts.dispatch.guard('session:start', () => start(parts, started.subject, started.hello));
  if (answer.ok) sayReady(parts, socket, answer.value.ready);
  else endConnection(socket, answer.error);
}

/** What a command changes about the connection itself, once the use case has said yes. */
function afterCommand(parts: AgentNamespaceParts, socket: Socket, name: string, payload: unknown): void {
  if (name === 'board:watch') {
    const { watching } = payload as { watching: boolean };
    if (watching) void socket.join(boardRoom);
    else void socket.leave(boardRoom);
    if (watching) parts.board.moved();
  }
  if (name !== 'conversation:watch' && name !== 'conversation:sync') return;
  const attached = socket.data as AttachedAgent;
  const { conversationId, beside } = payload as AgentCommands['conversation:watch']['in'];
  if (name === 'conversation:watch') watchThese(socket, attached, conversationId, beside);
  if (conversationId === null) return;
  attached.read.delete(conversationId);
  attached.read.add(conversationId);
  for (const oldest of attached.read) {
    if (attached.read.size <= AGENT_CAPACITY_MAX) break;
    attached.read.delete(oldest);
  }
}

/** `beside` goes on where it is watched already: whoever may not read it was refused when it was asked for. */
function watchThese(socket: Socket, { watched }: AttachedAgent, now: string | null, beside: string | undefined): void {
  for (const one of watched) {
    if (one === now || one === beside) continue;
    watched.delete(one);
    void socket.leave(watchersRoom(one));
  }
  if (now === null) return;
  watched.add(now);
  void socket.join(watchersRoom(now));
}

/** Ends every connection of one session, or of all sessions of an agent but one. */
export function endSockets(namespace: Namespace, room: string, keepSession: string | null, error: ErrorCode): void {
  for (const id of [...(namespace.adapter.rooms.get(room) ?? [])]) {
    const socket = namespace.sockets.get(id);
    const attached = socket?.data as (AttachedAgent & { signedOut?: true }) | undefined;
    if (!socket || attached?.subject?.sessionId === keepSession) continue;
    if (attached) attached.signedOut = true;
    endConnection(socket, error);
  }
}
