import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Clock } from '../../protocol/kit/clock.ts';
import type { ErrorCode } from '../../protocol/wire/errors.ts';
import { CLOSING_SPREAD_MS } from '../../protocol/wire/limits.ts';
import type { AgentProfile } from '../../protocol/wire/model.ts';
import type { Report } from '../observe/report.ts';
import type { Context, Notice, VisitorSubject } from '../usecases/context.ts';
import type { RateLimit } from '../usecases/limit-rate.ts';
import { blockBookOf } from '../usecases/people/block-book.ts';
import { readAvailability } from '../usecases/read-availability.ts';
import { readBoardNow } from '../usecases/read-board.ts';
import type { LoadShed } from '../usecases/shed-load.ts';
import { type AttachedAgent, endSockets, serveAgents } from './agent-namespace.ts';
import { AvailabilityBell } from './availability-bell.ts';
import { BoardBell } from './board-bell.ts';
import { createDispatch, type Dispatch, type DispatchParts } from './dispatch.ts';
import { createFanout } from './fanout.ts';
import { createFrameGuard } from './frame-guard.ts';
import { type Listener, startHeartbeat } from './heartbeat.ts';
import { InboxBell } from './inbox-bell.ts';
import { audienceOf, createIoServer, type Namespace } from './io-server.ts';
import { watchLoad } from './load-watch.ts';
import { Presence } from './presence.ts';
import { RightsWatch } from './rights-watch.ts';
import { agentRoom, boardRoom, sessionRoom, visitorRoom } from './rooms.ts';
import type { SiteDirectory } from './site-directory.ts';
import { createSlowReaders, type EngineConnection } from './slow-readers.ts';
import { StartsUnderWay } from './starts-under-way.ts';
import { serveVisitors } from './visitor-namespace.ts';
import { VisitorsHere } from './visitors-here.ts';
import { createWholeBursts, type HeldConnection } from './whole-bursts.ts';

export interface SocketGatewayParts {
  httpServer: HttpServer;
  context: Context;
  clock: Clock;
  report: Report;
  sites: SiteDirectory;
  limits: DispatchParts['limiters'] & { connect: RateLimit };
  /** Names the address block that a connection's budget goes by. */
  addressBlockOf(request: IncomingMessage): string;
  secretOf(request: IncomingMessage): string | undefined;
  wakeRouting(): void;
  heard?: ((notices: readonly Notice[]) => void) | undefined;
  requestId(): string;
  load: LoadShed;
  /** How late the event loop comes round, ms, on average since it was asked last. */
  loopMs(): number;
}

export interface SocketGateway {
  /** The same gate for HTTP. */
  dispatch: Dispatch;
  /** For workers: what they changed becomes facts. */
  tell(notices: Notice[]): void;
  /** Sessions that have a connection here. */
  openSessions(): string[];
  /** Renews the leases of the agents who have a connection here; otherwise done every AGENT_LEASE_RENEW_MS. */
  keepPresence(): Promise<void>;
  /** Tells everybody that the relay is closing, waits for what is under way, and ends all connections. */
  close(): Promise<void>;
}

export function createSocketGateway(parts: SocketGatewayParts): SocketGateway {
  const { context, clock, report, sites } = parts;
  const io = createIoServer(parts.httpServer, (request) => mayConnect(parts, request));
  const [visitorSide, agentSide] = [io.of('/visitor'), io.of('/agent')];
  const [visitors, agents] = [audienceOf(visitorSide), audienceOf(agentSide)];
  const onAvailabilityError = (error: unknown) => report({ kind: 'background_failed', task: 'availability', error });
  const availability = new AvailabilityBell(visitors, () => readAvailability(context), onAvailabilityError);
  // What is so now; from here on changes are told.
  void availability.ring();
  const inbox = new InboxBell(agents, clock);
  const starts = new StartsUnderWay(clock);
  const here = new VisitorsHere();
  const isWatched = () => (agentSide.adapter.rooms.get(boardRoom)?.size ?? 0) > 0;
  const onBoardError = (error: unknown) => report({ kind: 'background_failed', task: 'board', error });
  const board = new BoardBell({ agents, clock, isWatched, read: () => readBoardNow(context), onError: onBoardError });
  const rights = watchRights(parts, agentSide);
  const fanout = createFanout({
    ...{ visitors, agents, inbox, starts, heard: parts.heard },
    noteConversation: (visitorId, conversationId) => here.note(visitorId, conversationId),
    ringAvailability: () => void availability.ring(),
    moveBoard: () => board.moved(),
    moveRights: () => rights.moved(),
    endVisitor: (visitorId, error) => endSockets(visitorSide, visitorRoom(visitorId), null, error),
    endSession: (sessionId, error) => endSockets(agentSide, sessionRoom(sessionId), null, error),
    endAgentSessions: (agentId, keep, error) => endSockets(agentSide, agentRoom(agentId), keep, error),
  });
  const tell = (notices: Notice[]) => fanout(notices, { exceptSocket: null, ownSeq: null });
  const { limits, wakeRouting, requestId, load } = parts;
  const told = { tell: fanout, wakeRouting, report, requestId };
  const isBlocked = createIsBlocked(context);
  const dispatch = createDispatch({ context, clock, limiters: limits, load, isBlocked, ...told });
  const presence = new Presence({ context, clock, report, tell });
  guardConnections(io, parts);
  const { addressBlockOf } = parts;
  const visitorParts = { context, dispatch, load, sites, starts, here, availability, report, addressBlockOf };
  serveVisitors({ namespace: visitorSide, ...visitorParts });
  const { secretOf } = parts;
  const agentParts = { context, dispatch, load, sites, starts, inbox, presence, board, report, secretOf };
  serveAgents({ namespace: agentSide, ...agentParts });
  const stops = [
    startHeartbeat({
      context,
      clock,
      report,
      listeners: () => [...here.visitorIds().map(visitorRoom), ...agentSide.sockets.keys()],
      find: (key) => findAgent(agentSide, key) ?? findVisitor(visitorSide, here, key),
    }),
    watchLoad({ clock, report, load, loopMs: parts.loopMs, sendMs: () => dispatch.takeSendMs() }),
    () => inbox.stop(),
    () => board.stop(),
    () => rights.stop(),
    () => presence.stop(),
    () => dispatch.stop(),
  ];

  return {
    dispatch,
    tell,
    openSessions: () => [...new Set([...agentSide.sockets.values()].map(sessionOf).filter((id) => id !== undefined))],
    keepPresence: () => presence.renew(),
    async close() {
      // From here on nothing new is started, so that what is under way comes to its end.
      load.shut();
      for (const side of [visitors, agents]) side.tellAll('server:closing', { spreadMs: CLOSING_SPREAD_MS });
      presence.stop();
      await dispatch.idle();
      // The last answers are on their way to their sockets; those must not be gone before them.
      await new Promise<void>((resolve) => clock.after(0, resolve));
      for (const stop of stops) stop();
      for (const side of [visitorSide, agentSide]) side.disconnectSockets(true);
      io.engine.close();
    },
  };
}

/** J9: asked for with whatever a visitor writes. */
function createIsBlocked(context: Context): (subject: VisitorSubject) => boolean {
  const blocks = blockBookOf(context.store);
  return (subject) => blocks.find(context, subject, context.clock.now()) !== undefined;
}

/** Origin first, because it is free; then the budget of the caller's address block. */
function mayConnect(parts: SocketGatewayParts, request: IncomingMessage): boolean {
  if (!parts.sites.isListed(request.headers.origin)) {
    parts.report({ kind: 'connection_refused', why: 'origin' });
    return false;
  }
  if (parts.limits.connect.take(parts.addressBlockOf(request)) > 0) {
    parts.report({ kind: 'connection_refused', why: 'budget' });
    return false;
  }
  return true;
}

function guardConnections(io: ReturnType<typeof createIoServer>, parts: SocketGatewayParts): void {
  const guardFrames = createFrameGuard(parts.report);
  const slowReaders = createSlowReaders({
    clock: parts.clock,
    report: parts.report,
    sayGoodbye(connection) {
      for (const side of [io.of('/visitor'), io.of('/agent')]) {
        for (const socket of side.sockets.values()) {
          if ((socket.conn as unknown) === connection) socket.emit('session:ended', { error: 'slow' });
        }
      }
    },
  });
  io.engine.on('connection', (connection: EngineConnection & Parameters<typeof guardFrames>[0]) => {
    guardFrames(connection);
    slowReaders.watch(connection);
  });
  const holdBurst = createWholeBursts();
  io.engine.on('flush', (connection: EngineConnection & HeldConnection) => {
    slowReaders.flushed(connection);
    holdBurst(connection);
  });
}

function watchRights({ context, clock, report }: SocketGatewayParts, agentSide: Namespace): RightsWatch {
  const connected = () => [...agentSide.sockets.values()].map(agentOf).filter((agent) => agent !== undefined);
  const endAgent = (agentId: string, error: ErrorCode) => endSockets(agentSide, agentRoom(agentId), null, error);
  return new RightsWatch({ context, clock, report, connected, endAgent });
}

function agentOf(socket: { data: unknown }): AgentProfile | undefined {
  return (socket.data as AttachedAgent).subject?.agent;
}

function sessionOf(socket: { data: unknown }): string | undefined {
  return (socket.data as AttachedAgent).subject?.sessionId;
}

function findAgent(namespace: Namespace, socketId: string): Listener | undefined {
  const socket = namespace.sockets.get(socketId);
  const attached = socket?.data as AttachedAgent | undefined;
  if (!socket || !attached?.subject) return undefined;
  return {
    conversationIds: [...attached.read],
    tell: ({ epoch, change }, heads) => socket.emit('heads:told', { epoch, heads, change }),
  };
}

function findVisitor(namespace: Namespace, here: VisitorsHere, room: string): Listener | undefined {
  const conversationId = here.conversationOf(room.slice(visitorRoom('').length));
  if (conversationId === null) return undefined;
  return {
    conversationIds: [conversationId],
    tell: ({ epoch }, heads) => namespace.to(room).emit('heads:told', { epoch, heads }),
  };
}
