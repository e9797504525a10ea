import { COMMAND_MS_MAX } from '../../../protocol/wire/limits.ts';
import { systemClock } from '../../../server/platform/system-clock.ts';
import { startPace } from '../../support/pace.ts';
import { openPlainClient, type PlainClient } from '../../support/plain-client.ts';
import { moveInBeside } from '../kit/noisy-neighbours.ts';
import { openPlace, type Place } from '../kit/place.ts';
import { type Spread, spreadOf } from '../kit/spread.ts';

export interface OverloadSize {
  /** Messages a second that visitors press, however the relay is; a starved relay cannot store so many. */
  perSecond: number;
  ms: number;
}

export interface OverloadResult {
  written: number;
  /** How often one was told to come back; each of them says in how many ms. */
  refused: number;
  untyped: number;
  /** Tries that met a closed connection. */
  reconnected: number;
  /** Of the tries that were let in, ms. */
  acceptedMs: Spread;
  /** The slowest of a hundred of them; what is over COMMAND_MS_MAX as it would have been where the promise was made, by what the watching core got done meanwhile. */
  evenAcceptedMs: number;
  /** What an agent who reads and answers waits meanwhile, ms. Nobody of them may be told `unavailable` for reading. */
  readMs: Spread;
  answerMs: Spread;
  readRefused: number;
  wentRedAfterMs: number;
  greenAgainMs: number;
  /** Until all that was ever written is acknowledged, ms after the neighbours are gone. */
  deliveredMs: number;
  missing: number;
  doubled: number;
  rssRoseMb: number;
  sameProcess: boolean;
  unexpected: number;
}

const VISITORS = 200;
const LOOK_EVERY_MS = 50;
const RECONNECT_MS = 1_000;
const UNTIL_MS_MAX = 60_000;

/** O1–O5: other processes take the processor while visitors write more than the relay can store. */
export async function runOverload({ perSecond, ms }: OverloadSize): Promise<OverloadResult> {
  const place = await openPlace();
  const open: PlainClient[] = [];
  const pid = place.relay.pid();
  const pace = await startPace();
  try {
    const served = await sitDown(place, open);
    const agent = await employ(place, open, served);
    const visitors: Visitor[] = [];
    for (let number = 0; number < VISITORS; number += 1) visitors.push(await sitDown(place, open));
    const before = place.relay.rssBytes();
    const load = new Load(visitors, (token) => connect(place, open, token));
    const startedAt = performance.now();
    const neighbours = moveInBeside(pid, ms + 30_000);
    const red = until(() => isReady(place), false);
    const bystander = watchAgent(agent, served);
    await load.press(perSecond, ms);
    const rssRoseMb = Math.round((place.relay.rssBytes() - before) / 2 ** 20);
    await neighbours.end();
    const goneAt = performance.now();
    const slowness = (goneAt - startedAt) / (await pace.even(startedAt, goneAt));
    const green = until(() => isReady(place), true);
    const seen = await bystander.end();
    await load.allAcknowledged;
    const deliveredMs = Math.round(performance.now() - goneAt);
    const told = load.told();
    return {
      ...told,
      evenAcceptedMs: overDue(told.acceptedMs.p99, slowness),
      ...seen,
      wentRedAfterMs: Math.round((await red) - startedAt),
      greenAgainMs: Math.round((await green) - goneAt),
      deliveredMs,
      ...(await compare(place, load)),
      rssRoseMb,
      sameProcess: place.relay.pid() === pid && (await isReady(place)),
      unexpected: (place.relay.printed().match(/command_failed|background_failed|request_failed/g) ?? []).length,
    };
  } finally {
    pace.end();
    await Promise.all(open.map((client) => client.end()));
    await place.remove();
  }
}

interface Visitor {
  /** A new one after each that was closed: a starved machine may miss a heartbeat. */
  client: Promise<PlainClient>;
  token: string;
  conversationId: string;
}

async function connect(place: Place, open: PlainClient[], token?: string): Promise<PlainClient> {
  const client = await openPlainClient(place.relay.origin, '/visitor', { version: 1, site: 'demo', token });
  open.push(client);
  return client;
}

async function sitDown(place: Place, open: PlainClient[]): Promise<Visitor> {
  const client = await connect(place, open);
  const { token } = (await client.fact('session:ready')) as { token: string };
  const opening = { clientId: `overload-opening-${open.length}`, body: 'Hello' };
  const { value } = await client.command('conversation:open', opening);
  return {
    client: Promise.resolve(client),
    token,
    conversationId: (value as { conversationId: string }).conversationId,
  };
}

async function employ(place: Place, open: PlainClient[], { conversationId }: Visitor): Promise<PlainClient> {
  const agent = await openPlainClient(place.relay.origin, '/agent', { version: 1 }, { Cookie: await place.signIn() });
  open.push(agent);
  await agent.fact('session:ready');
  await agent.command('conversation:watch', { conversationId });
  await agent.command('agent:availability', { availability: 'available' });
  await agent.fact('entry:added', ({ entry }) => (entry as { kind: string }).kind === 'assigned');
  // She has what she can do: the others wait, and what they write is not told to her.
  await agent.command('agent:availability', { availability: 'away' });
  return agent;
}

/** What visitors press, and again when they were told to come back, until each is acknowledged. */
class Load {
  written = 0;
  readonly #acceptedMs: number[] = [];
  #refused = 0;
  #untyped = 0;
  #left = 0;
  #pressed = false;
  #done: () => void = () => {};
  readonly allAcknowledged = new Promise<void>((resolve) => {
    this.#done = resolve;
  });

  #reconnected = 0;
  readonly #visitors: readonly Visitor[];
  readonly #reconnect: (token: string) => Promise<PlainClient>;

  constructor(visitors: readonly Visitor[], reconnect: (token: string) => Promise<PlainClient>) {
    this.#visitors = visitors;
    this.#reconnect = reconnect;
  }

  press(perSecond: number, ms: number): Promise<void> {
    const from = performance.now();
    return new Promise((resolve) => {
      const tick = () => {
        const passed = Math.min(ms, performance.now() - from);
        while (this.written < (passed * perSecond) / 1_000) this.#write();
        if (passed < ms) return void systemClock.after(5, tick);
        this.#pressed = true;
        this.#look();
        resolve();
      };
      tick();
    });
  }

  told() {
    const { written } = this;
    return {
      written,
      refused: this.#refused,
      untyped: this.#untyped,
      reconnected: this.#reconnected,
      acceptedMs: spreadOf(this.#acceptedMs),
    };
  }

  #write(): void {
    const visitor = this.#visitors[this.written % this.#visitors.length] as Visitor;
    const clientId = `overload-${String(this.written).padStart(8, '0')}`;
    this.written += 1;
    this.#left += 1;
    void this.#send(visitor, clientId);
  }

  async #send(visitor: Visitor, clientId: string): Promise<void> {
    const from = performance.now();
    const { conversationId } = visitor;
    const client = await visitor.client;
    if (client.refused || client.closed) return this.#again(visitor, client, clientId);
    const answer = await client.command('message:send', { conversationId, clientId, body: 'Is anybody there?' });
    if (answer.ok) {
      this.#acceptedMs.push(performance.now() - from);
      this.#left -= 1;
      return this.#look();
    }
    if (answer.error === 'closed') return this.#again(visitor, client, clientId);
    if ((answer.error !== 'unavailable' && answer.error !== 'rate_limited') || !(Number(answer.retryAfterMs) > 0))
      this.#untyped += 1;
    this.#refused += 1;
    systemClock.after(Number(answer.retryAfterMs), () => void this.#send(visitor, clientId));
  }

  /** Refused in the handshake, or closed: comes back a second later, all messages of one visitor on one connection. */
  #again(visitor: Visitor, client: PlainClient, clientId: string): void {
    this.#reconnected += 1;
    systemClock.after(RECONNECT_MS, async () => {
      if ((await visitor.client) === client) visitor.client = this.#reconnect(visitor.token).catch(() => client);
      void this.#send(visitor, clientId);
    });
  }

  #look(): void {
    if (this.#pressed && this.#left === 0) this.#done();
  }
}

/** Reads a page and answers, one after the other, without pause. */
function watchAgent(agent: PlainClient, { conversationId }: Visitor) {
  const readMs: number[] = [];
  const answerMs: number[] = [];
  let readRefused = 0;
  let running = true;
  const timed = async (into: number[], name: string, payload: object) => {
    const from = performance.now();
    const answer = await agent.command(name, payload);
    into.push(performance.now() - from);
    return answer;
  };
  const work = (async () => {
    for (let number = 0; running; number += 1) {
      const read = await timed(readMs, 'conversation:sync', { conversationId, afterSeq: 0 });
      if (!read.ok) readRefused += 1;
      const clientId = `overload-agent-${String(number).padStart(8, '0')}`;
      await timed(answerMs, 'message:send', { conversationId, clientId, body: 'Yes, I am.' });
    }
  })();
  return {
    async end() {
      running = false;
      await work;
      return { readMs: spreadOf(readMs), answerMs: spreadOf(answerMs), readRefused };
    },
  };
}

async function isReady(place: Place): Promise<boolean> {
  // A starved relay may close a kept connection in the very moment in which it is used again.
  const answer = await fetch(`${place.relay.origin}/readyz`).catch(() => null);
  return answer?.ok ?? false;
}

/** The relay's own deadline is a timer, and as long everywhere. */
function overDue(ms: number, slowness: number): number {
  return ms <= COMMAND_MS_MAX ? ms : Math.round(COMMAND_MS_MAX + (ms - COMMAND_MS_MAX) / slowness);
}

/** When it was first so. */
async function until(look: () => Promise<boolean>, wanted: boolean): Promise<number> {
  const limit = performance.now() + UNTIL_MS_MAX;
  while ((await look()) !== wanted && performance.now() < limit)
    await new Promise<void>((resolve) => void systemClock.after(LOOK_EVERY_MS, resolve));
  return performance.now();
}

async function compare(place: Place, load: Load): Promise<{ missing: number; doubled: number }> {
  const seen = new Map<string, number>();
  for (const entries of (await place.readStored()).values())
    for (const { clientId } of entries) if (clientId) seen.set(clientId, (seen.get(clientId) ?? 0) + 1);
  let missing = 0;
  for (let number = 0; number < load.written; number += 1)
    if (!seen.has(`overload-${String(number).padStart(8, '0')}`)) missing += 1;
  return { missing, doubled: [...seen.values()].filter((count) => count > 1).length };
}
