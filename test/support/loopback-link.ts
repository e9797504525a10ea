import type { Connection, ConnectionEvent, ConnectionState } from '../../protocol/client/connection.ts';
import { type Answer, refusal } from '../../protocol/wire/errors.ts';
import type { CommandTable, FactTable } from '../../protocol/wire/events.ts';
import type { SyncPage } from '../../protocol/wire/model.ts';
import type { Dispatch } from '../../server/gateway/dispatch.ts';
import { watchersRoom } from '../../server/gateway/rooms.ts';
import type { Rows } from '../../server/gateway/rows.ts';
import type { AgentSubject, VisitorSubject } from '../../server/usecases/context.ts';
import { readHeads } from '../../server/usecases/read-heads.ts';
import type { TestContext } from './test-context.ts';

export type Side = 'visitor' | 'agent';
type Subject = VisitorSubject | AgentSubject;
export type Greet = () => Promise<Answer<{ subject: Subject; ready: unknown; rooms: string[] }>>;
type Hear = (
  event: { kind: 'fact'; name: string; payload: unknown } | { kind: 'state'; state: ConnectionState },
) => void;

/** One pair of ends. `up` and `down` hold what is under way. */
export class Link {
  readonly rooms = new Set<string>();
  up: (() => void)[] = [];
  down: (() => void)[] = [];
  /** While false nothing gets through and connecting fails. */
  whole = true;
  deaf = false;
  hear: Hear = () => {};
  connected = false;
  #round = 0;
  readonly #watched = new Set<string>();
  #subject: Subject | null = null;
  readonly #read = new Set<string>();
  #waiting = new Set<(answer: Answer<never>) => void>();

  readonly id: string;
  readonly side: Side;
  readonly #rows: Rows<never>;
  readonly #greet: Greet;
  readonly #dispatch: Dispatch;

  constructor(id: string, side: Side, rows: Rows<never>, greet: Greet, dispatch: Dispatch) {
    this.id = id;
    this.side = side;
    this.#rows = rows;
    this.#greet = greet;
    this.#dispatch = dispatch;
  }

  connect(): void {
    const round = ++this.#round;
    this.up.push(() => {
      void this.#greet().then((answer) => {
        if (round !== this.#round) return;
        if (!answer.ok) {
          this.down.push(() => this.hear({ kind: 'state', state: { status: 'refused', error: answer.error } }));
          return;
        }
        this.connected = true;
        this.#subject = answer.value.subject;
        for (const room of answer.value.rooms) this.rooms.add(room);
        this.tell('session:ready', answer.value.ready);
      });
    });
  }

  tell(name: string, payload: unknown): void {
    if (!this.connected) return;
    this.#note(payload);
    // A greeting that does not come is a failed connection, not a silent loss.
    if (this.deaf && name !== 'session:ready') return;
    const copy = structuredClone(payload);
    this.down.push(() => this.hear({ kind: 'fact', name, payload: copy }));
  }

  command(name: string, payload: unknown): Promise<Answer<never>> {
    const copy = structuredClone(payload);
    return new Promise((resolve) => {
      this.#waiting.add(resolve);
      this.up.push(() => void this.#run(name, copy, resolve));
    });
  }

  /** Everything under way now. Answers whether there was anything. */
  deliver(): boolean {
    if (!this.whole) return false;
    const due = [...this.up.splice(0), ...this.down.splice(0)];
    for (const job of due) job();
    return due.length > 0;
  }

  /** The link breaks: what is under way is lost, and nobody knows whether it arrived. */
  cut(): void {
    this.#round += 1;
    this.connected = false;
    this.rooms.clear();
    this.up = [];
    this.down = [];
    for (const resolve of this.#waiting) resolve(refusal('unavailable'));
    this.#waiting.clear();
  }

  async tellHeads(context: TestContext, change: number): Promise<void> {
    if (!this.connected) return;
    const { epoch, heads } = await readHeads(context, [...this.#read]);
    this.tell('heads:told', this.side === 'agent' ? { epoch, heads, change } : { epoch, heads });
  }

  async #run(name: string, payload: unknown, resolve: (answer: Answer<never>) => void): Promise<void> {
    const asker = { socketId: this.id, underWay: 0 };
    const answer = (await this.#dispatch.run(
      this.#rows,
      this.#subject as never,
      name,
      payload,
      asker,
    )) as Answer<never>;
    const { conversationId, beside } = payload as { conversationId?: string | null; beside?: string };
    if (answer.ok && name === 'conversation:watch') this.#watch(conversationId ?? null, beside);
    if (answer.ok && conversationId) this.#read.add(conversationId);
    this.down.push(() => {
      this.#waiting.delete(resolve);
      resolve(structuredClone(answer));
    });
  }

  /** As the relay does: whoever was told of a conversation is told its heads, heard or not. */
  #note(payload: unknown): void {
    const { conversationId, conversations = [] } = payload as { conversationId?: string; conversations?: SyncPage[] };
    for (const id of [conversationId, ...conversations.map((page) => page.conversationId)]) if (id) this.#read.add(id);
  }

  #watch(conversationId: string | null, beside: string | undefined): void {
    for (const one of this.#watched) {
      if (one === conversationId || one === beside) continue;
      this.#watched.delete(one);
      this.rooms.delete(watchersRoom(one));
    }
    if (!conversationId) return;
    this.#watched.add(conversationId);
    this.rooms.add(watchersRoom(conversationId));
  }
}

/** What a test does to a link. */
export interface LinkEnd {
  cut(): void;
  mend(): void;
  /** From now on nothing gets through, and neither end is told. */
  silence(): void;
  /** While deaf, facts to this client are lost; the link stays up and answers come (a silent loss). */
  setDeaf(deaf: boolean): void;
}

/** The client's end. `start` connects; after `cut` the test decides when the link is whole again. */
export class LoopbackConnection<C extends CommandTable, F extends FactTable> implements Connection<C, F>, LinkEnd {
  state: ConnectionState = { status: 'offline' };
  readonly link: Link;
  readonly #listeners = new Set<(event: ConnectionEvent<F>) => void>();
  #wanted = false;

  constructor(link: Link) {
    this.link = link;
    link.hear = (event) => this.#hear(event);
  }

  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#connect();
  }

  stop(): void {
    this.#wanted = false;
    this.link.cut();
    this.#enter({ status: 'offline' });
  }

  wake(): void {}

  /** The link breaks, and stays broken until `mend`. */
  cut(): void {
    this.link.whole = false;
    this.link.cut();
    this.#enter({ status: 'offline' });
  }

  mend(): void {
    this.link.whole = true;
    if (this.#wanted && this.state.status === 'offline') this.#connect();
  }

  silence(): void {
    this.link.whole = false;
  }

  setDeaf(deaf: boolean): void {
    this.link.deaf = deaf;
  }

  async send<Name extends keyof C & string>(name: Name, payload: C[Name]['in']): Promise<Answer<C[Name]['out']>> {
    if (this.state.status !== 'online') return refusal('unavailable');
    return this.link.command(name, payload);
  }

  listen(listener: (event: ConnectionEvent<F>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #connect(): void {
    this.#enter({ status: 'connecting' });
    this.link.connect();
  }

  #hear(event: Parameters<Hear>[0]): void {
    if (event.kind === 'state') {
      this.#enter(event.state);
      return;
    }
    if (event.name === 'session:ready') this.state = { status: 'online' };
    this.#tell(event as ConnectionEvent<F>);
    if (event.name === 'session:ready') this.#tell({ kind: 'state', state: this.state });
  }

  #enter(state: ConnectionState): void {
    if (state.status === this.state.status && state.status !== 'refused') return;
    this.state = state;
    this.#tell({ kind: 'state', state });
  }

  #tell(event: ConnectionEvent<F>): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
