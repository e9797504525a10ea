import type { Connection, ConnectionEvent, ConnectionState } from '../../protocol/client/connection.ts';
import { type Answer, type ErrorCode, refusal, success } from '../../protocol/wire/errors.ts';
import type {
  CommandTable,
  FactTable,
  VisitorCommands,
  VisitorFacts,
  VisitorHello,
} from '../../protocol/wire/events.ts';

/** A connection that does what the test says: it is online when told so, and answers as scripted, or later. */
export class FakeConnection<Commands extends CommandTable, Facts extends FactTable>
  implements Connection<Commands, Facts>
{
  state: ConnectionState = { status: 'offline' };
  wanted = false;
  starts = 0;
  wakes = 0;
  readonly sent: { name: string; payload: unknown }[] = [];
  /** Unscripted commands wait here for `settle`. */
  readonly #waiting: { name: string; resolve(answer: Answer<never>): void }[] = [];
  readonly #answers = new Map<string, (payload: never) => Answer<unknown>>();
  readonly #listeners = new Set<(event: ConnectionEvent<Facts>) => void>();

  start(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.starts += 1;
    this.enter({ status: 'connecting' });
  }

  stop(): void {
    this.wanted = false;
    this.enter({ status: 'offline' });
  }

  wake(): void {
    this.wakes += 1;
  }

  send<Name extends keyof Commands & string>(
    name: Name,
    payload: Commands[Name]['in'],
  ): Promise<Answer<Commands[Name]['out']>> {
    if (this.state.status !== 'online') return Promise.resolve(refusal('unavailable'));
    this.sent.push({ name, payload });
    const scripted = this.#answers.get(name);
    if (scripted) return Promise.resolve(scripted(payload as never) as Answer<never>);
    return new Promise((resolve) => this.#waiting.push({ name, resolve }));
  }

  listen(listener: (event: ConnectionEvent<Facts>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** From now on this command is answered so. */
  script<Name extends keyof Commands & string>(
    name: Name,
    answer: (payload: Commands[Name]['in']) => Answer<Commands[Name]['out']>,
  ): void {
    this.#answers.set(name, answer as (payload: never) => Answer<unknown>);
  }

  /** Answers the oldest unscripted command of this name. */
  settle<Name extends keyof Commands & string>(name: Name, answer: Answer<Commands[Name]['out']>): void {
    const index = this.#waiting.findIndex((waiting) => waiting.name === name);
    const [waiting] = index < 0 ? [] : this.#waiting.splice(index, 1);
    if (!waiting) throw new Error(`Nobody waits for ${name}.`);
    waiting.resolve(answer as Answer<never>);
  }

  fact<Name extends keyof Facts & string>(name: Name, payload: Facts[Name]): void {
    this.#tell({ kind: 'fact', name, payload } as ConnectionEvent<Facts>);
  }

  enter(state: ConnectionState): void {
    this.state = state;
    this.#tell({ kind: 'state', state });
  }

  refuse(error: ErrorCode): void {
    this.wanted = false;
    this.enter({ status: 'refused', error });
  }

  payloads<Name extends keyof Commands & string>(name: Name): Commands[Name]['in'][] {
    return this.sent.filter((sent) => sent.name === name).map((sent) => sent.payload);
  }

  #tell(event: ConnectionEvent<Facts>): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}

/** The visitor's one, with the greeting that every relay begins with. */
export class FakeRelay extends FakeConnection<VisitorCommands, VisitorFacts> {
  hello: () => VisitorHello = () => ({ version: 0, site: '' });
  epoch = 'epoch-1';
  visitorId = 'visitor-1';
  /** What the latest try began with. */
  said: VisitorHello = this.hello();

  override start(): void {
    if (!this.wanted) this.said = this.hello();
    super.start();
  }

  greet(more: Partial<VisitorFacts['session:ready']> = {}): VisitorHello {
    // What was said when the try began; a test that greets again without one means a new try.
    const hello = this.state.status === 'connecting' ? this.said : this.hello();
    this.enter({ status: 'online' });
    this.fact('session:ready', {
      version: 1,
      epoch: this.epoch,
      at: 0,
      visitorId: this.visitorId,
      token: hello.token ? undefined : `token-of-${this.visitorId}`,
      siteName: 'Clay & Kiln',
      available: true,
      conversations: [],
      ...more,
    });
    return hello;
  }

  /** Stores every message at the next place of conversation `c1`, as a relay would. */
  storing(from = 1): this {
    let seq = from - 1;
    this.script('conversation:open', () => {
      seq += 1;
      return success({ conversationId: 'c1', seq, at: seq });
    });
    this.script('message:send', () => {
      seq += 1;
      return success({ seq, at: seq });
    });
    return this;
  }
}
