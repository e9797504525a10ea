import { backoffMs } from '../../../protocol/client/backoff.ts';
import { systemClock } from '../../../server/platform/system-clock.ts';
import { openPlainClient, type PlainClient } from '../../support/plain-client.ts';
import type { Person } from './person.ts';
import type { ClientParts } from './project-visitor.ts';

const ANSWER_MS_MAX = 8_000;
interface Unsent {
  clientId: string;
  body: string;
}
type Entry = { seq: number; kind: string; clientId?: string };
type Page = { conversationId: string; entries: Entry[]; head: number; more: boolean };

/**
 * A visitor in another language: all it knows is docs/protocol.md, sections 3 to 5. It keeps what is unsent, repeats it
 * with the same id, shows only what comes next, and asks for what is missing.
 */
export class PlainVisitor implements Person {
  readonly name: string;
  conversationId: string | null = null;
  shown = 0;
  failed = 0;
  readonly #parts: ClientParts;
  readonly #relayOrigin: string;
  #unsent: Unsent[] = [];
  #client: PlainClient | null = null;
  #token: string | undefined;
  #epoch: string | undefined;
  #stopped = false;
  #written = 0;
  #asking = false;
  #heard = 0;

  constructor(parts: ClientParts, relayOrigin: string) {
    this.#parts = parts;
    this.name = parts.name;
    this.#relayOrigin = relayOrigin;
  }

  get unsent(): number {
    return this.#unsent.length;
  }

  get isOnline(): boolean {
    return this.#client !== null;
  }

  get state(): string {
    return this.isOnline ? 'online' : 'offline';
  }

  start(): void {
    void this.#run();
  }

  stop(): void {
    this.#stopped = true;
    void this.#client?.end();
  }

  write(body = 'plain words'): boolean {
    if (this.#unsent.length >= 50) return false;
    this.#written += 1;
    const clientId = `${Date.now().toString(36)}-${this.name}-${String(this.#written).padStart(8, '0')}`;
    this.#parts.history.add({
      client: this.name,
      conversationId: this.conversationId ?? '?',
      kind: 'invoke',
      clientId,
    });
    this.#unsent.push({ clientId, body });
    if (this.#unsent.length === 1) void this.#drain();
    return true;
  }

  async #run(): Promise<void> {
    for (let attempt = 1; !this.#stopped; attempt += 1) {
      const client = await this.#connect().catch(() => null);
      if (client) {
        attempt = 0;
        this.#client = client;
        this.#parts.onChange();
        void this.#drain();
        await client.ended;
        this.#client = null;
        this.#parts.onChange();
      }
      if (!this.#stopped) await wait(backoffMs(Math.max(1, attempt), this.#parts.random));
    }
  }

  async #connect(): Promise<PlainClient | null> {
    const resume = this.conversationId ? [{ conversationId: this.conversationId, afterSeq: this.shown }] : [];
    const hello = { version: 1, site: 'demo', token: this.#token, epoch: this.#epoch, resume };
    const client = await openPlainClient(this.#parts.origin, '/visitor', hello, { Origin: this.#relayOrigin });
    if (client.refused) throw new Error(String(client.refused.error));
    const ready = (await Promise.race([client.fact('session:ready'), client.ended])) as
      | Record<string, unknown>
      | undefined;
    if (!ready) throw new Error('ended');
    this.#token = (ready.token as string | undefined) ?? this.#token;
    if (this.#epoch !== undefined && this.#epoch !== ready.epoch) this.#drop();
    this.#epoch = ready.epoch as string;
    client.hear(({ name, payload }) => this.#hear(client, name, payload));
    for (const page of ready.conversations as Page[]) this.#takePage(client, page);
    return client;
  }

  #hear(client: PlainClient, name: string, payload: Record<string, unknown>): void {
    if (name === 'entry:added') this.#take(client, payload.conversationId as string, payload.entry as Entry);
    if (name === 'heads:told') {
      const head = (payload.heads as Record<string, number>)[this.conversationId ?? ''];
      if (head !== undefined) this.#hearHead(client, head);
    }
  }

  #takePage(client: PlainClient, page: Page): void {
    for (const entry of page.entries) this.#take(client, page.conversationId, entry);
    this.#hearHead(client, page.head);
  }

  #take(client: PlainClient, conversationId: string, entry: Entry): void {
    this.conversationId ??= conversationId;
    if (entry.seq === this.shown + 1) this.#show(entry.seq, entry.kind === 'message' ? (entry.clientId ?? '?') : null);
    this.#hearHead(client, entry.seq);
  }

  #show(seq: number, clientId: string | null): void {
    this.shown = seq;
    const conversationId = this.conversationId ?? '?';
    this.#parts.history.add({ client: this.name, conversationId, kind: 'shown', seq, clientId });
    this.#parts.onChange();
  }

  #hearHead(client: PlainClient, head: number): void {
    this.#heard = Math.max(this.#heard, head);
    if (this.#heard > this.shown) void this.#ask(client);
  }

  async #ask(client: PlainClient): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    let more = true;
    while (more && this.#heard > this.shown) {
      const before = this.shown;
      const asked = client.command('conversation:sync', { conversationId: this.conversationId, afterSeq: before });
      const answer = (await Promise.race([asked, client.ended])) as { ok: boolean; value: Page } | undefined;
      if (answer?.ok) for (const entry of answer.value.entries) this.#take(client, answer.value.conversationId, entry);
      more = this.shown > before;
    }
    this.#asking = false;
  }

  #drop(): void {
    if (this.conversationId)
      this.#parts.history.add({ client: this.name, conversationId: this.conversationId, kind: 'dropped' });
    this.shown = 0;
    this.#heard = 0;
    this.conversationId = null;
  }

  #draining = false;
  async #drain(): Promise<void> {
    if (this.#draining) return;
    this.#draining = true;
    while (this.#client && this.#unsent[0]) await this.#send(this.#client, this.#unsent[0]);
    this.#draining = false;
  }

  async #send(client: PlainClient, item: Unsent): Promise<void> {
    const { conversationId } = this;
    const asked = conversationId
      ? client.command('message:send', { conversationId, ...item })
      : client.command('conversation:open', item);
    const answer = (await Promise.race([asked, client.ended, wait(ANSWER_MS_MAX)])) as
      | { ok: true; value: { seq: number; conversationId?: string } }
      | { ok: false; error: string; retryAfterMs?: number }
      | undefined;
    const line = { client: this.name, conversationId: conversationId ?? '?', clientId: item.clientId };
    if (!answer) {
      this.#parts.history.add({ ...line, kind: 'info', error: 'no answer' });
      return client.end();
    }
    if (!answer.ok) {
      this.#parts.history.add({ ...line, kind: 'info', error: answer.error });
      return wait(answer.retryAfterMs ?? 1_000);
    }
    const { seq } = answer.value;
    this.conversationId ??= answer.value.conversationId ?? null;
    this.#parts.history.add({ ...line, conversationId: this.conversationId ?? '?', kind: 'ok', seq });
    this.#unsent.shift();
    this.#take(client, this.conversationId ?? '?', { seq, kind: 'message', clientId: item.clientId });
    this.#parts.onChange();
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => void systemClock.after(ms, resolve));
}
