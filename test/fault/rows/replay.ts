import { openPlainClient, type PlainClient } from '../../support/plain-client.ts';
import { askAgain } from '../kit/ask-again.ts';
import { openPlace, type Place } from '../kit/place.ts';

export interface ReplaySize {
  clients: number;
  each: number;
}

interface Sent {
  clientId: string;
  body: string;
  answer: unknown;
}

interface Writer {
  client: PlainClient;
  token: string;
  conversationId: string;
  sent: Sent[];
}

export interface ReplayResult {
  acknowledged: number;
  replayed: number;
  otherAnswers: number;
  conflicts: number;
  conflictsAsked: number;
  copiesPlaces: number;
  rowsMore: number;
  afterRestart: { replayed: number; otherAnswers: number };
}

/** So many commands of one connection are under way at once. */
const UNDER_WAY = 20;

/**
 * P3: everything that was acknowledged is sent again by all at once, from the same tab and from another one; once more
 * with another body; fifty copies of one at once; and once more after a `kill -9`.
 */
export async function runReplay({ clients, each }: ReplaySize): Promise<ReplayResult> {
  const place = await openPlace();
  try {
    const writers = await Promise.all(Array.from({ length: clients }, (_, number) => openWriter(place, number)));
    await Promise.all(writers.map((writer) => writeAll(writer, each)));
    const rowsBefore = await countRows(place);
    const again = await Promise.all(writers.map((writer, number) => replay(place, writer, number % 2 === 0)));
    const conflicts = await Promise.all(writers.map((writer) => changeBodies(writer, 20)));
    const copies = await sendCopies(writers[0] as Writer, 50);
    const rowsMore = (await countRows(place)) - rowsBefore - 1;
    await place.relay.stop('SIGKILL');
    await place.relay.restart();
    const late = await Promise.all(writers.slice(0, 10).map((writer) => replay(place, writer, true)));
    return {
      acknowledged: writers.reduce((total, { sent }) => total + sent.length, 0),
      replayed: sum(again, ({ asked }) => asked),
      otherAnswers: sum(again, ({ other }) => other),
      conflictsAsked: writers.length * 20,
      conflicts: sum(conflicts, (count) => count),
      copiesPlaces: copies,
      rowsMore,
      afterRestart: { replayed: sum(late, ({ asked }) => asked), otherAnswers: sum(late, ({ other }) => other) },
    };
  } finally {
    await place.remove();
  }
}

async function openWriter(place: Place, number: number): Promise<Writer> {
  const client = await open(place);
  const { token } = (await client.fact('session:ready')) as { token: string };
  const first = { clientId: idOf(number, 0), body: `first of ${number}` };
  const answer = await client.command('conversation:open', first);
  const { conversationId } = answer.value as { conversationId: string };
  return { client, token, conversationId, sent: [] };
}

function open(place: Place, token?: string): Promise<PlainClient> {
  return openPlainClient(place.relay.origin, '/visitor', { version: 1, site: 'demo', token });
}

async function writeAll(writer: Writer, each: number): Promise<void> {
  const number = Number(writer.conversationId.length);
  const items = Array.from({ length: each }, (_, index) => ({
    clientId: `${writer.conversationId.slice(-12)}-${number}-${String(index).padStart(8, '0')}`,
    body: `message ${index}`,
  }));
  await inFlight(items, async (item) => {
    const answer = await send(writer.client, writer.conversationId, item);
    if (answer.ok) writer.sent.push({ ...item, answer: answer.value });
  });
}

/** Answers how many were asked and how many were answered otherwise than the first time. */
async function replay(place: Place, writer: Writer, fromOtherTab: boolean) {
  const client = fromOtherTab ? await open(place, writer.token) : writer.client;
  if (fromOtherTab) await client.fact('session:ready');
  let other = 0;
  await inFlight(writer.sent, async ({ clientId, body, answer }) => {
    const again = await send(client, writer.conversationId, { clientId, body });
    if (!again.ok || JSON.stringify(again.value) !== JSON.stringify(answer)) other += 1;
  });
  return { asked: writer.sent.length, other };
}

async function changeBodies(writer: Writer, count: number): Promise<number> {
  let conflicts = 0;
  await inFlight(writer.sent.slice(0, count), async ({ clientId }) => {
    const answer = await send(writer.client, writer.conversationId, { clientId, body: 'another body' });
    if (answer.error === 'cid_conflict') conflicts += 1;
  });
  return conflicts;
}

/** Answers in how many places the copies were put. */
async function sendCopies({ client, conversationId }: Writer, count: number): Promise<number> {
  const copy = { clientId: idOf(0, 999), body: 'fifty at once' };
  const answers = await Promise.all(Array.from({ length: count }, () => send(client, conversationId, copy)));
  return new Set(answers.map((answer) => (answer.ok ? JSON.stringify(answer.value) : answer.error))).size;
}

function send(client: PlainClient, conversationId: string, item: { clientId: string; body: string }) {
  return askAgain(client, 'message:send', { conversationId, ...item });
}

async function inFlight<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, lane));
}

async function countRows(place: Place): Promise<number> {
  const stored = await place.readStored();
  return [...stored.values()].reduce((total, entries) => total + entries.length, 0);
}

function idOf(number: number, index: number): string {
  return `${Date.now().toString(36)}-w${number}-${String(index).padStart(8, '0')}`;
}

function sum<T>(values: T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}
