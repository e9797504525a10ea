import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { seededRandom } from '../../protocol/kit/random.ts';
import { openDatabase } from '../../server/store/sqlite/driver.ts';
import { rage } from '../../test/fault/kit/nemesis.ts';
import { type Link, openLink } from '../../test/fault/kit/tcp-proxy.ts';
import { startRelay } from '../../test/support/relay-process.ts';
import { type CompareSize, type Outcome, outcomeOf, type UsualMode } from './outcome.ts';

/** How long everybody may take to come back and deliver what they still have. */
const QUIET_MS = 8_000;

/** The same weather for what is usually built with Socket.IO. */
export async function runUsual(mode: UsualMode, cli: string, size: CompareSize, seed: number): Promise<Outcome> {
  const random = seededRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-compare-'));
  const build = { cli, folder, running: 'The usual relay is running' };
  const relay = await startRelay({ USUAL: mode, DATA_DIR: folder }, build);
  const links: Link[] = [];
  const open = async (reads: boolean): Promise<Socket> => {
    const link = await openLink({ target: relay, random });
    links.push(link);
    const retries = mode === 'retries' ? { retries: 3, ackTimeout: 1_000 } : {};
    return io(link.origin, { transports: ['websocket'], auth: { reads }, forceNew: true, ...retries });
  };
  const reader = await open(true);
  const shown: string[] = [];
  reader.on('message', (name: string) => shown.push(name));
  const senders = await Promise.all(Array.from({ length: size.senders }, () => open(false)));
  await Promise.all([reader, ...senders].map(connected));

  const sent: string[] = [];
  const timer = setInterval(() => {
    for (const [number, sender] of senders.entries()) {
      const name = `${number}:${sent.length}`;
      sent.push(name);
      if (mode === 'retries') sender.emit('message', name, () => {});
      else sender.emit('message', name);
    }
  }, size.everyMs);
  const kill = async () => {
    await relay.stop('SIGKILL');
    await relay.restart();
  };
  const { cuts, kills } = await rage({ random, ms: size.ms, links, kill });
  clearInterval(timer);
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));

  for (const socket of [reader, ...senders]) socket.close();
  await Promise.all(links.map((link) => link.close()));
  await relay.remove();
  const db = await openDatabase(join(folder, 'usual.db'));
  const stored = (db.prepare('SELECT name FROM message ORDER BY id').all() as { name: string }[]).map(
    ({ name }) => name,
  );
  db.close();
  rmSync(folder, { recursive: true, force: true });
  return outcomeOf(sent, stored, shown, { cuts, kills });
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.connected) resolve();
    else socket.once('connect', () => resolve());
  });
}
