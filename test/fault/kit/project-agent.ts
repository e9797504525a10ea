import { signal } from '@preact/signals';
import { Inbox } from '../../../console/model/inbox.ts';
import type { Reader } from '../../../protocol/client/reader.ts';
import type { Sender } from '../../../protocol/client/sender.ts';
import { SocketConnection } from '../../../protocol/client/socket-connection.ts';
import { standingOf } from '../../../protocol/client/timeline.ts';
import { success } from '../../../protocol/wire/errors.ts';
import type { AgentCommands, AgentFacts, AgentReady } from '../../../protocol/wire/events.ts';
import { PROTOCOL_VERSION } from '../../../protocol/wire/version.ts';
import { systemClock } from '../../../server/platform/system-clock.ts';
import type { Person } from './person.ts';
import { pressEnter, recordedSender, type SenderParts } from './project-sender.ts';
import type { ClientParts } from './project-visitor.ts';
import { recordedReader } from './recorded-reader.ts';

/** An agent's console with one conversation open, put together from protocol/client as the console does it. */
export class ProjectAgent implements Person {
  readonly name: string;
  readonly conversationId: string;
  readonly connection: SocketConnection<AgentCommands, AgentFacts>;
  reader: Reader;
  /** The console's own list of conversations. */
  readonly inbox: Inbox;
  epoch: string | undefined;
  me: AgentReady['me'] | undefined;
  readonly #parts: ClientParts;
  readonly #senderParts: SenderParts;
  readonly #sender: Sender;

  constructor(parts: ClientParts, conversationId: string) {
    this.#parts = parts;
    this.name = parts.name;
    this.conversationId = conversationId;
    this.connection = new SocketConnection({
      url: `${parts.origin}/agent`,
      hello: () => ({ version: PROTOCOL_VERSION, epoch: this.epoch }),
      clock: systemClock,
      random: parts.random,
    });
    this.inbox = new Inbox({
      ...{ connection: this.connection, clock: systemClock, random: parts.random, meId: '', leads: false },
      now: signal(0),
      onMoved: () => {},
    });
    this.inbox.conversations.subscribe(() => parts.onChange());
    this.reader = this.#newReader();
    this.#senderParts = {
      client: parts.name,
      history: parts.history,
      random: parts.random,
      conversationId: () => conversationId,
      post: async ({ clientId, body }) => {
        const answer = await this.connection.send('message:send', { conversationId, clientId, body });
        return answer.ok ? success({ ...answer.value, conversationId }) : answer;
      },
      onStored: ({ clientId, body }, { seq, at }) => {
        const agent = { id: this.me?.id ?? '', name: this.me?.name ?? '' };
        this.reader.addEntry({ kind: 'message', author: 'agent', agent, seq, at, clientId, body });
      },
      onChange: parts.onChange,
    };
    this.#sender = recordedSender(this.#senderParts);
    this.connection.listen((event) => {
      if (event.kind === 'fact') this.#hear(event);
      else if (event.state.status === 'online') void this.#connect();
      else this.#sender.pause();
      parts.onChange();
    });
  }

  get unsent(): number {
    return this.#sender?.outbox.length ?? 0;
  }

  get failed(): number {
    return this.#sender.outbox.filter((item) => item.state === 'failed').length;
  }

  get shown(): number {
    return this.reader.timeline.last;
  }

  get isOnline(): boolean {
    return this.connection.state.status === 'online';
  }

  /** Only who serves the conversation may write in it. */
  get mayWrite(): boolean {
    const { status, agent } = standingOf(this.reader.timeline);
    return status === 'active' && agent?.id === this.me?.id;
  }

  get state(): string {
    return JSON.stringify(this.connection.state);
  }

  start(): void {
    this.connection.start();
  }

  write(body?: string): boolean {
    return this.mayWrite && pressEnter(this.#senderParts, this.#sender, body);
  }

  stop(): void {
    this.#sender.dispose();
    this.reader.dispose();
    this.inbox.dispose();
    this.connection.stop();
  }

  /** Listen first, then ask for what is missing: no hole between the two (P7). */
  async #connect(): Promise<void> {
    this.#sender.resume();
    await this.connection.send('agent:availability', { availability: 'available' });
    await this.connection.send('conversation:watch', { conversationId: this.conversationId });
    await this.reader.catchUp();
  }

  #hear(event: { name: keyof AgentFacts; payload: unknown }): void {
    const { name, payload } = event;
    if (name === 'session:ready') {
      const { epoch, me, change } = payload as AgentReady;
      this.me = me;
      this.inbox.heard(change, epoch);
      if (this.epoch !== undefined && this.epoch !== epoch) this.#drop();
      this.epoch = epoch;
    } else if (name === 'entry:added') {
      const { conversationId, entry } = payload as AgentFacts['entry:added'];
      if (conversationId === this.conversationId) this.reader.addEntry(entry);
    } else if (name === 'heads:told') {
      const { heads, change = 0, epoch } = payload as AgentFacts['heads:told'];
      const head = heads[this.conversationId];
      if (head !== undefined) this.reader.addHead(head);
      this.inbox.heard(change, epoch);
    } else if (name === 'inbox:moved') {
      this.inbox.heard((payload as AgentFacts['inbox:moved']).change);
    }
  }

  #drop(): void {
    this.#parts.history.add({ client: this.name, conversationId: this.conversationId, kind: 'dropped' });
    this.reader.dispose();
    this.reader = this.#newReader();
  }

  #newReader(): Reader {
    const { history, onChange } = this.#parts;
    return recordedReader(
      this.name,
      this.conversationId,
      history,
      (position) => this.connection.send('conversation:sync', position),
      onChange,
    );
  }
}
