import fc from 'fast-check';
import { ERRORS } from '../../../protocol/wire/errors.ts';
import { agentCommands, visitorCommands } from '../../../protocol/wire/schemas.ts';
import { systemClock } from '../../../server/platform/system-clock.ts';
import { openRaw, type RawSocket } from '../../socket/raw-socket.ts';
import { openPlainClient, type PlainClient } from '../../support/plain-client.ts';
import { openPlace, type Place } from '../kit/place.ts';
import { type Spread, spreadOf } from '../kit/spread.ts';

export interface MalformedSize {
  frames: number;
  seed: number;
}

export interface MalformedResult {
  frames: number;
  before: Record<string, number>;
  after: Record<string, number>;
  answeredMs: Spread;
  rows: number;
  sameProcess: boolean;
  rssRoseMb: number;
  internal: number;
}

/** How a frame ended. `late` must not happen; `right`: chance had changed nothing that matters in a handshake; `nothing` is right only for frames that ask for nothing. */
type End = 'typed' | 'right' | 'closed' | 'nothing' | 'late';

const WITHIN_MS = 1_000;
const AT_ONCE = 20;
/** A right question so often, one after the other. */
const TURNS = 3;

/** P16: garbage before and after the handshake. Each is answered with a code or ends the connection within a second. */
export async function runMalformed({ frames, seed }: MalformedSize): Promise<MalformedResult> {
  const place = await openPlace();
  try {
    const pid = place.relay.pid();
    const half = Math.floor(frames / 2);
    const before = fc.sample(beforeHandshake, { numRuns: half, seed });
    const after = fc.sample(afterHandshake, { numRuns: frames - half, seed: seed + 1 });
    const rss = place.relay.rssBytes();
    const took: number[] = [];
    const cookie = await place.signIn();
    const bystander = await openPlainClient(place.relay.origin, '/visitor', { version: 1, site: 'demo' });
    await bystander.fact('session:ready');
    const result: MalformedResult = {
      frames,
      before: await tryAll(before, (frame) => sendBefore(place, frame, took, bystander)),
      after: await tryAll(after, (frame, index) =>
        sendAfter(place, frame, { isAgent: index % 2 === 1, cookie }, took, bystander),
      ),
      answeredMs: spreadOf(took),
      rows: (await place.readStored()).size,
      sameProcess: place.relay.pid() === pid && (await isAlive(place)),
      rssRoseMb: Math.round((place.relay.rssBytes() - rss) / 2 ** 20),
      internal: (place.relay.printed().match(/command_failed|request_failed/g) ?? []).length,
    };
    await bystander.end();
    return result;
  } finally {
    await place.remove();
  }
}

type Frame = string | Uint8Array;
const names = [...Object.keys(visitorCommands), ...Object.keys(agentCommands), 'nope', '', '__proto__', 'constructor'];
const keys = ['conversationId', 'clientId', 'body', 'afterSeq', 'episode', 'score', 'typing', 'email', '__proto__'];
const payload = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()));
/** An event with an id, so that it must be answered. No payload of these is a right one. */
const event = fc
  .tuple(fc.constantFrom(...names), payload)
  .filter(([name, value]) => !mayBeRight(name, value))
  .map(([name, value]): Frame => `42/visitor,7${JSON.stringify([name, value])}`);
/** A frame of the protocol with some characters changed. */
const mutated = fc
  .tuple(
    fc.constantFrom(
      '42/visitor,7["message:send",{}]',
      '40/visitor,{"version":1,"site":"demo"}',
      '43/visitor,1[{}]',
      '41',
      '2probe',
      '451-/visitor,["x",{"_placeholder":true,"num":0}]',
    ),
    fc.nat(40),
    fc.string({ minLength: 1, maxLength: 4 }),
  )
  .map(([frame, at, text]): Frame => frame.slice(0, at) + text + frame.slice(at + text.length));
const raw = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes): Frame => bytes),
  fc.string({ unit: 'binary', maxLength: 300 }).map((text): Frame => text),
);
const afterHandshake = fc.oneof(
  { weight: 6, arbitrary: event },
  { weight: 3, arbitrary: mutated },
  { weight: 1, arbitrary: raw },
);
const hello = fc.oneof(
  fc.jsonValue().map((value): Frame => `40/visitor,${JSON.stringify(value)}`),
  fc.jsonValue().map((value): Frame => `40/agent,${JSON.stringify(value)}`),
  fc.string().map((site): Frame => `40/visitor,${JSON.stringify({ version: 1, site: `no ${site}` })}`),
);
const beforeHandshake = fc.oneof(
  { weight: 4, arbitrary: hello },
  { weight: 3, arbitrary: mutated },
  { weight: 1, arbitrary: raw },
);

const schemas = new Map<string, { safeParse(value: unknown): { success: boolean } }[]>();
for (const table of [visitorCommands, agentCommands])
  for (const [name, schema] of Object.entries(table)) schemas.set(name, [...(schemas.get(name) ?? []), schema]);

/** Commands without fields are right with any object. */
function mayBeRight(name: string, value: unknown): boolean {
  return schemas.get(name)?.some((schema) => schema.safeParse(value).success) ?? false;
}

async function tryAll(
  frames: Frame[],
  one: (frame: Frame, index: number) => Promise<End>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  let next = 0;
  const lane = async () => {
    while (next < frames.length) {
      const index = next++;
      const end = await one(frames[index] as Frame, index);
      if (end === 'late') console.error(`late: ${JSON.stringify(frames[index])}`);
      counts[end] = (counts[end] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return counts;
}

async function sendBefore(place: Place, frame: Frame, took: number[], bystander: PlainClient): Promise<End> {
  const socket = await openRaw(place.relay.origin);
  // The engine's own greeting is no answer to what is sent.
  await socket.frame('0{');
  return endOf(socket, frame, { answer: '44', right: '40/' }, took, bystander);
}

async function sendAfter(
  place: Place,
  frame: Frame,
  { isAgent, cookie }: { isAgent: boolean; cookie: string },
  took: number[],
  bystander: PlainClient,
): Promise<End> {
  const socket = await openRaw(place.relay.origin, isAgent ? { Cookie: cookie } : {});
  socket.socket.send(isAgent ? '40/agent,{"version":1}' : '40/visitor,{"version":1,"site":"demo"}');
  await socket.frame(`42/${isAgent ? 'agent' : 'visitor'},["session:ready"`);
  const fitted = isAgent && typeof frame === 'string' ? frame.replace('/visitor,', '/agent,') : frame;
  return endOf(socket, fitted, { answer: isAgent ? '43/agent,7[' : '43/visitor,7[' }, took, bystander);
}

/** Sends, and a good ping after it: whoever asked for nothing must at least leave the connection as it was. */
async function endOf(
  socket: RawSocket,
  frame: Frame,
  { answer, right }: { answer: string; right?: string },
  took: number[],
  bystander: PlainClient,
): Promise<End> {
  const startedAt = performance.now();
  const seen = socket.frames.length;
  socket.socket.send(frame);
  const end = await Promise.race([
    socket.closed.then((): End => 'closed'),
    ...(right ? [socket.frame(right).then((): End => 'right')] : []),
    socket.frame(answer).then((text): End => (isTyped(text) ? 'typed' : 'late')),
    tooLate(bystander).then((): End => 'late'),
  ]);
  const quiet = end === 'late' && socket.isOpen() && socket.frames.length === seen && asksNothing(frame);
  if (!quiet) took.push(performance.now() - startedAt);
  socket.end();
  return quiet ? 'nothing' : end;
}

function isTyped(frame: string): boolean {
  const told = JSON.parse(frame.slice(frame.search(/[[{]/))) as
    | { data?: { error: string } }
    | { ok: boolean; error: string }[];
  const error = Array.isArray(told) ? told[0]?.error : told.data?.error;
  return error !== undefined && error in ERRORS;
}

/** Goodbyes, pongs, noops, acks and events without an id: the protocol has no answer for them. */
function asksNothing(frame: Frame): boolean {
  return typeof frame === 'string' && /^(?:1|3|5|6|43|42\/\w+,\[)/.test(frame);
}

/** Its time is over, and what others asked rightly after that has been answered before it: not the machine is slow then. */
async function tooLate(bystander: PlainClient): Promise<void> {
  await new Promise<void>((resolve) => void systemClock.after(WITHIN_MS, resolve));
  for (let turn = 0; turn < TURNS; turn += 1)
    await bystander.command('conversation:sync', { conversationId: 'none', afterSeq: 0 });
}

async function isAlive(place: Place): Promise<boolean> {
  return (await fetch(`${place.relay.origin}/readyz`)).ok;
}
