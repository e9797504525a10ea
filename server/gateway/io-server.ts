import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import { FRAME_BYTES_MAX, HANDSHAKE_MS_MAX, PING_INTERVAL_MS, PING_TIMEOUT_MS } from '../../protocol/wire/limits.ts';
import type { Audience } from './rooms.ts';
import { BoundedWebSocketServer } from './web-socket-server.ts';

export type Namespace = ReturnType<Server['of']>;

export type MayConnect = (request: IncomingMessage) => boolean;

/**
 * Socket.IO as a plain carrier: WebSocket only, no compression, no recovery of its own, nothing on `/`.
 * Every setting here is a promise of docs/security.md.
 */
export function createIoServer(httpServer: HttpServer, mayConnect: MayConnect): Server {
  // The framework adds its own request listener for polling, which we do not speak: only the upgrade stays with it.
  const listeners = httpServer.listeners('request') as ((...args: unknown[]) => void)[];
  const io = new Server(httpServer, {
    transports: ['websocket'],
    allowUpgrades: false,
    allowEIO3: false,
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: FRAME_BYTES_MAX,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    connectTimeout: HANDSHAKE_MS_MAX,
    wsEngine: BoundedWebSocketServer,
    allowRequest: (request, decide) => decide(null, mayConnect(request)),
  });
  httpServer.removeAllListeners('request');
  for (const listener of listeners) httpServer.on('request', listener);
  // The default namespace serves nobody.
  io.use((_socket, next) => next(new Error('unknown_command')));
  return io;
}

export function audienceOf(namespace: Namespace): Audience {
  const { adapter } = namespace;
  /** Whether anybody but `except` is there: most rooms hold only the one who spoke, and nobody encodes for nobody. */
  function isHeard(rooms: string[], except: string | null | undefined): boolean {
    return rooms.some((room) => {
      const there = adapter.rooms.get(room);
      return there !== undefined && (there.size > 1 || !except || !there.has(except));
    });
  }
  function choose(rooms: string[], except: string | null | undefined) {
    const audience = namespace.to(rooms);
    return except ? audience.except(except) : audience;
  }
  return {
    tell(rooms, fact, payload, except) {
      if (isHeard(rooms, except)) choose(rooms, except).emit(fact, payload);
    },
    tellLightly(rooms, fact, payload, except) {
      if (isHeard(rooms, except)) choose(rooms, except).volatile.emit(fact, payload);
    },
    tellAll(fact, payload) {
      namespace.emit(fact, payload);
    },
  };
}
