import WebSocket from 'ws';
import { systemClock } from '../../../server/platform/system-clock.ts';
import { openPlainClient, type PlainClient } from '../../support/plain-client.ts';
import { openPlace, type Place } from '../kit/place.ts';
import { type Spread, spreadOf } from '../kit/spread.ts';

export interface SilentReadersSize {
  readers: number;
  ms: number;
}

export interface SilentReadersResult {
  /** From writing until the other side has it, for people who have nothing to do with it: without, and with them. */
  baselineMs: Spread;
  othersMs: Spread;
  rssRoseMb: number;
  cut: number;
  told: number;
}

const BASELINE_MS = 5_000;
/** A kilobyte each, so many a second: ten thousand a second to a hundred who do not read. */
const FLOOD_PER_SECOND = 100;
const FLOOD_BYTES = 1_024;
/** The kernel takes three to five megabytes for each before anything waits in the relay: filled before the clock runs. */
const FILL_BYTES = 8_000;
const FILL_COUNT = 600;
const OTHERS = 10;

/** P15: a hundred tabs of one visitor stop reading while much is said to them; everybody else must not notice. */
export async function runSilentReaders({ readers, ms }: SilentReadersSize): Promise<SilentReadersResult> {
  const place = await openPlace({ environment: { LOG_LEVEL: 'warn' }, flags: ['--expose-gc'] });
  const open: PlainClient[] = [];
  const sockets: WebSocket[] = [];
  try {
    const pairs = await Promise.all(Array.from({ length: OTHERS }, () => sitDown(place, open)));
    const flood = await sitDown(place, open);
    const baseline = () => Promise.all([talk(pairs, BASELINE_MS), shout(flood, BASELINE_MS)]).then(([took]) => took);
    const calmBefore = await baseline();
    sockets.push(...(await Promise.all(Array.from({ length: readers }, () => openSilent(place, flood.token)))));
    const before = place.relay.rssBytes();
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, place.relay.rssBytes());
    }, 100);
    await fill(flood);
    const [others, told] = await Promise.all([talk(pairs, ms), shout(flood, ms)]);
    clearInterval(watch);
    for (const socket of sockets) socket.terminate();
    // Before and after: a machine that others use too is not the same from minute to minute.
    const calm = [spreadOf(calmBefore), spreadOf(await baseline())].sort((a, b) => b.p99 - a.p99);
    const cut = (place.relay.printed().match(/slow_reader_cut/g) ?? []).length;
    const rssRoseMb = Math.round((peak - before) / 2 ** 20);
    return { baselineMs: calm[0] as Spread, othersMs: spreadOf(others), rssRoseMb, cut, told };
  } finally {
    for (const socket of sockets) socket.terminate();
    await Promise.all(open.map((client) => client.end()));
    await place.remove();
  }
}

interface Pair {
  writer: PlainClient;
  reader: PlainClient;
  token: string;
  conversationId: string;
}

let ids = 0;
const nextId = () => `${Date.now().toString(36)}-silent-${String(++ids).padStart(8, '0')}`;

/** Two tabs of one visitor: one writes, the other one reads. */
async function sitDown(place: Place, open: PlainClient[]): Promise<Pair> {
  const hello = { version: 1, site: 'demo' };
  const writer = await openPlainClient(place.relay.origin, '/visitor', hello);
  const { token } = (await writer.fact('session:ready')) as { token: string };
  const answer = await writer.command('conversation:open', { clientId: nextId(), body: 'Hello' });
  const { conversationId } = answer.value as { conversationId: string };
  const reader = await openPlainClient(place.relay.origin, '/visitor', { ...hello, token });
  await reader.fact('session:ready');
  open.push(writer, reader);
  return { writer, reader, token, conversationId };
}

/** Each pair says something ten times a second; answers how long each took, ms. */
async function talk(pairs: Pair[], ms: number): Promise<number[]> {
  const took: number[] = [];
  const dueAt = new Map<string, number>();
  for (const { reader } of pairs) {
    reader.hear(({ name, payload }) => {
      const { clientId = '' } = name === 'entry:added' ? (payload.entry as { clientId?: string }) : {};
      const due = dueAt.get(clientId);
      if (due === undefined) return;
      took.push(performance.now() - due);
      dueAt.delete(clientId);
    });
  }
  await every(100, ms, () => {
    for (const { writer, conversationId } of pairs) {
      const clientId = nextId();
      dueAt.set(clientId, performance.now());
      void writer.command('message:send', { conversationId, clientId, body: 'How are you?' });
    }
  });
  return took;
}

async function shout({ writer, conversationId }: Pair, ms: number): Promise<number> {
  let told = 0;
  const body = 'x'.repeat(FLOOD_BYTES);
  await every(1_000 / FLOOD_PER_SECOND, ms, () => {
    told += 1;
    void writer.command('message:send', { conversationId, clientId: nextId(), body });
  });
  return told;
}

/** Ten at a time, so that the relay is busy and not buried. */
async function fill({ writer, conversationId }: Pair): Promise<void> {
  const body = 'x'.repeat(FILL_BYTES);
  for (let count = 0; count < FILL_COUNT; count += 10) {
    const ten = Array.from({ length: 10 }, () => ({ conversationId, clientId: nextId(), body }));
    await Promise.all(ten.map((message) => writer.command('message:send', message)));
  }
}

/** On an even beat, so that a slow machine does not send less. */
function every(eachMs: number, ms: number, act: () => void): Promise<void> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    let done = 0;
    const beat = () => {
      const now = performance.now() - startedAt;
      for (; done * eachMs < Math.min(now, ms); done += 1) act();
      if (now < ms) systemClock.after(Math.max(1, done * eachMs - now), beat);
      else systemClock.after(1_000, resolve);
    };
    beat();
  });
}

/** Says hello, waits for the greeting, and never reads again. */
function openSilent(place: Place, token: string): Promise<WebSocket> {
  const { origin } = place.relay;
  const url = `${origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, { headers: { Origin: origin } });
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (frame: Buffer) => {
      const text = frame.toString();
      if (text.startsWith('0')) socket.send(`40/visitor,${JSON.stringify({ version: 1, site: 'demo', token })}`);
      if (!text.includes('session:ready')) return;
      socket.off('error', reject);
      socket.on('error', () => {});
      socket.pause();
      resolve(socket);
    });
  });
}
