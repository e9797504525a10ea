import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { refusal } from '../../protocol/wire/errors.ts';
import { FRAME_BYTES_MAX, HANDSHAKE_MS_MAX, PING_INTERVAL_MS, PING_TIMEOUT_MS } from '../../protocol/wire/limits.ts';
import { connectError } from './connection.ts';
import { frameText } from './frame-text.ts';
import type { Audience } from './rooms.ts';
import { BoundedWebSocketServer } from './web-socket-server.ts';

export type Namespace = ReturnType<Server['of']>;

/** Packet types of Engine.IO and of Socket.IO, as they stand in a frame. */
const NO_MAIN_NAMESPACE = refusal('unknown_command', { hint: 'The namespaces are /visitor and /agent.' });
const MESSAGE = '4';
const EVENT = '2';

type SendOptions = Parameters<Socket['conn']['write']>[1];

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
  io.use((_socket, next) => next(connectError(NO_MAIN_NAMESPACE)));
  return io;
}

export function audienceOf(namespace: Namespace): Audience {
  const { adapter, sockets } = namespace;

  function hearersOf(rooms: readonly string[], except: string | null | undefined): Socket[] {
    const hearers: Socket[] = [];
    for (const room of rooms) {
      for (const id of adapter.rooms.get(room) ?? []) {
        const socket = id === except ? undefined : sockets.get(id);
        if (socket && !hearers.includes(socket)) hearers.push(socket);
      }
    }
    return hearers;
  }

  return {
    // The hot path: encoded once for all who hear it, as docs/protocol.md writes a fact, and for nobody not at all.
    tell(rooms, fact, payload, except) {
      const hearers = hearersOf(rooms, except);
      if (hearers.length === 0) return;
      const packet = `${EVENT}${namespace.name},${JSON.stringify([fact, payload])}`;
      const options = { wsPreEncodedFrame: [frameText(MESSAGE + packet)] } as SendOptions;
      for (const socket of hearers) socket.conn.write(packet, options);
    },
    tellLightly(rooms, fact, payload, except) {
      for (const socket of hearersOf(rooms, except)) socket.volatile.emit(fact, payload);
    },
    tellAll(fact, payload) {
      namespace.emit(fact, payload);
    },
  };
}
