import WebSocket from 'ws';
import { quantile } from '../../../bench/kit/stats.ts';
import { systemClock } from '../../../server/platform/system-clock.ts';
import { openPlainClient, type PlainClient } from '../../support/plain-client.ts';
import { openPlace, type Place } from '../kit/place.ts';
import { type Spread, spreadOf } from '../kit/spread.ts';

export interface SilentReadersSize {
  readers: number;
  ms: number;
}

export interface SilentReadersResult {
  /** From writing until the other side has it, for people who have nothing to do with it: beside a relay without them, and beside them. */
  calmMs: Spread;
  othersMs: Spread;
  /** By how much each second's p99 was longer than the same second's of the calm relay, ms, least first. */
  excessMs: number[];
  /** What the relay took from others and the other side, still connected, never had. */
  undelivered: number;
  rssRoseMb: number;
  cut: number;
  told: number;
}

const SECOND_MS = 1_000;
/** For what is still on its way to a reader when the writer has his answer: far above any bar. */
const LATE_MS = 30_000;
const LOOK_MS = 50;
/** A kilobyte each, so many a second: ten thousand a second to a hundred who do not read. */
const FLOOD_PER_SECOND = 100;
const FLOOD_BYTES = 1_024;
/** What the kernel takes for each before anything waits in the relay, three megabytes here and ten there: filled before the clock runs. */
const FILL_BYTES = 8_000;
const FILL_MIN = 600;
const FILL_MAX = 3_000;
const ALIVE_MS = 1_000;
const OTHERS = 10;

/**
 * P15: a hundred tabs of one visitor stop reading while much is said to them; everybody else must not notice. A second
 * relay has the same talk in the same seconds without the silent ones: what the machine itself does slows both down.
 */
export async function runSilentReaders({ readers, ms }: SilentReadersSize): Promise<SilentReadersResult> {
  const [stormy, quiet] = await Promise.all([openRoom(), openRoom()]);
  const sockets: WebSocket[] = [];
  try {
    const { relay } = stormy.place;
    sockets.push(
      ...(await Promise.all(Array.from({ length: readers }, () => openSilent(stormy.place, stormy.flood.token)))),
    );
    const before = relay.rssBytes();
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, relay.rssBytes());
    }, 100);
    const full = () => cutIn(stormy.place) > 0;
    await Promise.all([fill(stormy.flood, full), fill(quiet.flood, () => true)]);
    const [others, calm, told] = await Promise.all([
      talk(stormy.pairs, ms),
      talk(quiet.pairs, ms),
      shout(stormy.flood, ms),
      shout(quiet.flood, ms),
    ]);
    clearInterval(watch);
    return {
      calmMs: spreadOf(calm.heard.map(({ tookMs }) => tookMs)),
      othersMs: spreadOf(others.heard.map(({ tookMs }) => tookMs)),
      excessMs: excessOf(others.heard, calm.heard),
      undelivered: others.undelivered,
      rssRoseMb: Math.round((peak - before) / 2 ** 20),
      cut: cutIn(stormy.place),
      told,
    };
  } finally {
    for (const socket of sockets) socket.terminate();
    await Promise.all([stormy.end(), quiet.end()]);
  }
}

interface Room {
  place: Place;
  pairs: Pair[];
  flood: Pair;
  end(): Promise<void>;
}

async function openRoom(): Promise<Room> {
  const place = await openPlace({ environment: { LOG_LEVEL: 'warn' }, flags: ['--expose-gc'] });
  const open: PlainClient[] = [];
  const end = async () => {
    await Promise.all(open.map((client) => client.end()));
    await place.remove();
  };
  try {
    const pairs = await Promise.all(Array.from({ length: OTHERS }, () => sitDown(place, open)));
    return { place, pairs, flood: await sitDown(place, open), end };
  } catch (problem) {
    await end();
    throw problem;
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

interface Heard {
  /** After the first word, ms. */
  dueMs: number;
  tookMs: number;
}

/** Each pair says something ten times a second; answers when each was due and how long it took. */
async function talk(pairs: Pair[], ms: number): Promise<{ heard: Heard[]; undelivered: number }> {
  const heard: Heard[] = [];
  const dueAt = new Map<string, number>();
  const startedAt = performance.now();
  for (const { reader } of pairs) {
    reader.hear(({ name, payload }) => {
      const { clientId = '' } = name === 'entry:added' ? (payload.entry as { clientId?: string }) : {};
      const due = dueAt.get(clientId);
      if (due === undefined) return;
      heard.push({ dueMs: due - startedAt, tookMs: performance.now() - due });
      dueAt.delete(clientId);
    });
  }
  const answers: Promise<void>[] = [];
  await every(100, ms, () => {
    for (const { writer, reader, conversationId } of pairs) {
      const clientId = nextId();
      dueAt.set(clientId, performance.now());
      const answered = writer.command('message:send', { conversationId, clientId, body: 'How are you?' });
      // Told before it is answered. A relay with too much to do refuses, and says so; who is gone hears nothing.
      answers.push(
        answered.then(({ ok }) => {
          if (!ok || reader.closed) dueAt.delete(clientId);
        }),
      );
    }
  });
  await Promise.all(answers);
  await until(() => dueAt.size === 0);
  return { heard, undelivered: dueAt.size };
}

async function until(done: () => boolean): Promise<void> {
  for (let waitedMs = 0; !done() && waitedMs < LATE_MS; waitedMs += LOOK_MS) {
    await new Promise<void>((resolve) => systemClock.after(LOOK_MS, resolve));
  }
}

/** Second by second: one stop of the machine spoils one second, and what the silent ones do to others spoils most. */
function excessOf(others: Heard[], calm: Heard[]): number[] {
  const [theirs, ours] = [p99BySecond(others), p99BySecond(calm)];
  return [...theirs].map(([second, p99]) => Math.round(p99 - (ours.get(second) ?? 0))).sort((a, b) => a - b);
}

function p99BySecond(heard: Heard[]): Map<number, number> {
  const seconds = new Map<number, number[]>();
  for (const { dueMs, tookMs } of heard) {
    const second = Math.floor(dueMs / SECOND_MS);
    seconds.set(second, [...(seconds.get(second) ?? []), tookMs]);
  }
  return new Map([...seconds].map(([second, took]) => [second, quantile(took, 0.99)]));
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
async function fill({ writer, conversationId }: Pair, full: () => boolean): Promise<void> {
  const body = 'x'.repeat(FILL_BYTES);
  for (let count = 0; count < FILL_MIN || (count < FILL_MAX && !full()); count += 10) {
    const ten = Array.from({ length: 10 }, () => ({ conversationId, clientId: nextId(), body }));
    await Promise.all(ten.map((message) => writer.command('message:send', message)));
  }
}

function cutIn({ relay }: Place): number {
  return relay.printed().match(/slow_reader_cut/g)?.length ?? 0;
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
      else resolve();
    };
    beat();
  });
}

/** Says hello, waits for the greeting, and never reads again, but goes on saying that it is alive: only the bound can end it. */
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
      const alive = setInterval(() => socket.send('3'), ALIVE_MS);
      socket.once('close', () => clearInterval(alive));
      resolve(socket);
    });
  });
}
