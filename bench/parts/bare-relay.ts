import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { answerQuestions } from '../kit/pinned-process.ts';
import { readCpu, readMemory } from '../kit/read-process.ts';

/**
 * What a relay costs that does nothing but relay: Socket.IO over WebSocket only, a room for each agent, an ack for
 * the sender. It stores nothing, checks nothing, and loses what it had when it stops.
 */
const httpServer = createServer();
const io = new Server(httpServer, {
  transports: ['websocket'],
  serveClient: false,
  perMessageDeflate: false,
  pingInterval: 10_000,
  pingTimeout: 5_000,
});

const visitors = io.of('/visitor');
const agents = io.of('/agent');
let seq = 0;

agents.on('connection', (socket) => void socket.join(`agent:${socket.handshake.auth.number}`));
visitors.on('connection', (socket) => {
  const room = `agent:${socket.handshake.auth.agent}`;
  socket.on('message:send', (payload: { conversationId: string; clientId: string; body: string }, ack) => {
    const { conversationId, clientId, body } = payload;
    seq += 1;
    const at = Date.now();
    const entry = { kind: 'message', seq, at, author: 'visitor', clientId, body };
    agents.to(room).emit('entry:added', { conversationId, entry });
    ack({ ok: true, value: { seq, at } });
  });
});

answerQuestions({
  start: () =>
    new Promise<{ port: number }>((resolve) => {
      httpServer.listen(0, '127.0.0.1', () => resolve({ port: (httpServer.address() as AddressInfo).port }));
    }),
  cpu: readCpu,
  memory: readMemory,
  end: () => io.disconnectSockets(true),
});
