import type { Reader } from '../../../protocol/client/reader.ts';
import type { Sender } from '../../../protocol/client/sender.ts';
import { SocketConnection } from '../../../protocol/client/socket-connection.ts';
import type { Random } from '../../../protocol/kit/random.ts';
import { success } from '../../../protocol/wire/errors.ts';
import type { VisitorCommands, VisitorFacts, VisitorReady } from '../../../protocol/wire/events.ts';
import { PROTOCOL_VERSION } from '../../../protocol/wire/version.ts';
import { systemClock } from '../../../server/platform/system-clock.ts';
import type { History } from './history.ts';
import type { Person } from './person.ts';
import { pressEnter, recordedSender, type SenderParts } from './project-sender.ts';
import { recordedReader } from './recorded-reader.ts';

export interface ClientParts {
  name: string;
  /** Where it connects: a link of the proxy. */
  origin: string;
  history: History;
  random: Random;
  /** Something changed: whoever waits looks again. */
  onChange(): void;
}

/** One tab of a visitor, put together from protocol/client as the widget does it. Tabs of one visitor share a token. */
export class ProjectVisitor implements Person {
  readonly name: string;
  readonly connection: SocketConnection<VisitorCommands, VisitorFacts>;
  reader: Reader | null = null;
  token: string | undefined;
  epoch: string | undefined;
  readonly #parts: ClientParts;
  readonly #senderParts: SenderParts;
  readonly #sender: Sender;

  constructor(parts: ClientParts, token?: string) {
    this.#parts = parts;
    this.name = parts.name;
    this.token = token;
    this.connection = new SocketConnection({
      url: `${parts.origin}/visitor`,
      hello: () => this.#hello(),
      clock: systemClock,
      random: parts.random,
    });
    this.#senderParts = {
      client: parts.name,
      history: parts.history,
      random: parts.random,
      conversationId: () => this.conversationId,
      post: async ({ conversationId, clientId, body }) => {
        if (conversationId === null) return this.connection.send('conversation:open', { clientId, body });
        const answer = await this.connection.send('message:send', { conversationId, clientId, body });
        return answer.ok ? success({ ...answer.value, conversationId }) : answer;
      },
      onStored: ({ clientId, body }, { conversationId, seq, at }) =>
        this.#readerOf(conversationId).addEntry({ kind: 'message', author: 'visitor', seq, at, clientId, body }),
      onChange: parts.onChange,
    };
    this.#sender = recordedSender(this.#senderParts);
    this.connection.listen((event) => {
      if (event.kind === 'fact') this.#hear(event);
      else if (event.state.status === 'online') this.#sender.resume();
      else this.#sender.pause();
      parts.onChange();
    });
  }

  get conversationId(): string | null {
    return this.reader?.timeline.conversationId ?? null;
  }

  get unsent(): number {
    return this.#sender?.outbox.length ?? 0;
  }

  get failed(): number {
    return this.#sender.outbox.filter((item) => item.state === 'failed').length;
  }

  get shown(): number {
    return this.reader?.timeline.last ?? 0;
  }

  get isOnline(): boolean {
    return this.connection.state.status === 'online';
  }

  get state(): string {
    return JSON.stringify(this.connection.state);
  }

  start(): void {
    this.connection.start();
  }

  write(body?: string): boolean {
    return pressEnter(this.#senderParts, this.#sender, body);
  }

  stop(): void {
    this.#sender.dispose();
    this.reader?.dispose();
    this.connection.stop();
  }

  #hello() {
    const { reader, token, epoch } = this;
    const resume = reader ? [{ conversationId: reader.timeline.conversationId, afterSeq: reader.timeline.last }] : [];
    return { version: PROTOCOL_VERSION, site: 'demo', token, epoch, resume };
  }

  #hear(event: { name: keyof VisitorFacts; payload: unknown }): void {
    const { name, payload } = event;
    if (name === 'session:ready') this.#ready(payload as VisitorReady);
    else if (name === 'entry:added') {
      const { conversationId, entry } = payload as VisitorFacts['entry:added'];
      this.#readerOf(conversationId).addEntry(entry);
    } else if (name === 'heads:told') {
      const { epoch, heads } = payload as VisitorFacts['heads:told'];
      if (epoch !== this.epoch) this.#again();
      else for (const [id, head] of Object.entries(heads)) this.#readerOf(id).addHead(head);
    }
  }

  #ready(ready: VisitorReady): void {
    this.token = ready.token ?? this.token;
    if (this.epoch !== undefined && this.epoch !== ready.epoch) this.#drop();
    this.epoch = ready.epoch;
    for (const page of ready.conversations) this.#readerOf(page.conversationId).addPage(page);
    void this.reader?.catchUp();
  }

  /** Another epoch: what is held belongs to a life that the database does not know. */
  #drop(): void {
    const { conversationId } = this;
    if (conversationId) this.#parts.history.add({ client: this.name, conversationId, kind: 'dropped' });
    this.reader?.dispose();
    this.reader = null;
  }

  #again(): void {
    systemClock.after(0, () => {
      this.connection.stop();
      this.connection.start();
    });
  }

  #readerOf(conversationId: string): Reader {
    if (this.reader?.timeline.conversationId === conversationId) return this.reader;
    this.#drop();
    const { history, onChange } = this.#parts;
    const sync = (position: { conversationId: string; afterSeq: number }) =>
      this.connection.send('conversation:sync', position);
    this.reader = recordedReader(this.name, conversationId, history, sync, onChange);
    return this.reader;
  }
}
