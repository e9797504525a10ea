import { createServer } from 'node:http';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { openDatabase } from '../../server/store/sqlite/driver.ts';

/**
 * What is usually built: Socket.IO, a table, a broadcast, an acknowledgement. `USUAL=recovery` switches the library's
 * connection-state recovery on; `retries` is the clients' option and needs nothing here.
 */
const db = await openDatabase(join(process.env.DATA_DIR ?? '.', 'usual.db'));
db.exec('PRAGMA journal_mode = WAL');
db.exec('CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL)');
const insert = db.prepare('INSERT INTO message (name) VALUES (?)');

const httpServer = createServer();
const recovery = process.env.USUAL === 'recovery' ? { connectionStateRecovery: {} } : {};
const io = new Server(httpServer, { transports: ['websocket'], serveClient: false, ...recovery });

io.on('connection', (socket) => {
  if (socket.handshake.auth.reads) void socket.join('room');
  socket.on('message', (name: string, ack?: () => void) => {
    insert.run(name);
    io.to('room').emit('message', name);
    ack?.();
  });
});

httpServer.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('The usual relay is running'));
