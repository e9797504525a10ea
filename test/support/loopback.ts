import type { Connection, ConnectionEvent, ConnectionState } from '../../protocol/client/connection.ts';
import { type Answer, refusal } from '../../protocol/wire/errors.ts';
import type {
  AgentCommands,
  AgentFacts,
  CommandTable,
  FactTable,
  VisitorCommands,
  VisitorFacts,
  VisitorHello,
} from '../../protocol/wire/events.ts';
import { agentRows } from '../../server/gateway/agent-commands.ts';
import { createDispatch, type Dispatch } from '../../server/gateway/dispatch.ts';
import { createFanout } from '../../server/gateway/fanout.ts';
import { InboxBell } from '../../server/gateway/inbox-bell.ts';
import { type Audience, agentRoom, visitorRoom, watchersRoom } from '../../server/gateway/rooms.ts';
import type { Rows } from '../../server/gateway/rows.ts';
import { StartsUnderWay } from '../../server/gateway/starts-under-way.ts';
import { visitorRows } from '../../server/gateway/visitor-commands.ts';
import type { AgentSubject, Notice, VisitorSubject } from '../../server/usecases/context.ts';
import { identifyAgent } from '../../server/usecases/identify-agent.ts';
import { readAvailability } from '../../server/usecases/read-availability.ts';
import { readHeads } from '../../server/usecases/read-heads.ts';
import { startAgentSession } from '../../server/usecases/start-agent-session.ts';
import { startVisitorSession } from '../../server/usecases/start-visitor-session.ts';
import { createRoutingWorker, type RoutingWorker } from '../../server/workers/routing-worker.ts';
import type { TestContext } from './test-context.ts';

/**
 * The real dispatch, use cases, routing and store, with clients in the same process: no socket, no wall clock. What
 * travels is cloned and waits until the test lets it through, so lateness, loss and reordering are written, not hoped for.
 */
export class Loopback {
  readonly context: TestContext;
  readonly dispatch: Dispatch;
  readonly routing: RoutingWorker;
  readonly #links = new Set<Link>();
  readonly #fanout: ReturnType<typeof createFanout>;
  readonly #inbox: InboxBell;
  readonly #site: { id: string; name: string };
  #made = 0;

  constructor(context: TestContext, site: { id: string; name: string }) {
    this.context = context;
    this.#site = site;
    const { clock } = context;
    const visitors = this.#audience('visitor');
    const agents = this.#audience('agent');
    this.#inbox = new InboxBell(agents, clock);
    this.#fanout = createFanout({
      visitors,
      agents,
      inbox: this.#inbox,
      starts: new StartsUnderWay(clock),
      noteConversation: () => {},
      ringAvailability: () => void this.#tellAvailability(visitors),
      endSession: () => {},
      endAgentSessions: () => {},
    });
    this.routing = createRoutingWorker({
      store: context.store,
      clock,
      tell: (notices) => this.tell(notices),
      onFailure: (task, error) => {
        throw new Error(`${task}: ${String(error)}`);
      },
    });
    const unlimited = { take: () => 0 };
    this.dispatch = createDispatch({
      context,
      clock,
      limiters: { visitorSend: unlimited, agentSend: unlimited, signal: unlimited },
      tell: this.#fanout,
      wakeRouting: () => this.routing.wake(),
      report: () => {},
      requestId: () => 'request',
    });
    this.routing.start();
  }

  tell(notices: Notice[]): void {
    this.#fanout(notices, { exceptSocket: null, ownSeq: null });
  }

  visitor(hello: () => VisitorHello): LoopbackConnection<VisitorCommands, VisitorFacts> {
    return this.#open('visitor', visitorRows as Rows<never>, async () => {
      const { answer } = await startVisitorSession(this.context, this.#site, hello());
      if (!answer.ok) return answer;
      const { subject, ready } = answer.value;
      return { ok: true, value: { subject, ready, rooms: [visitorRoom(subject.visitorId)] } };
    });
  }

  agent(secret: string): LoopbackConnection<AgentCommands, AgentFacts> {
    return this.#open('agent', agentRows as Rows<never>, async () => {
      const subject = await identifyAgent(this.context, secret);
      if (!subject) return refusal('unauthorized');
      const { answer } = await startAgentSession(this.context, subject, { version: 1 });
      if (!answer.ok) return answer;
      return { ok: true, value: { subject, ready: answer.value, rooms: [agentRoom(subject.agent.id)] } };
    });
  }

  /** Lets everything through, both ways, until nothing moves any more. */
  async flush(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS; ) {
      await pause();
      await this.routing.idle();
      let moved = false;
      for (const link of this.#links) moved = link.deliver() || moved;
      quiet = moved ? 0 : quiet + 1;
    }
  }

  /** What the heartbeat does every HEADS_INTERVAL_MS. */
  async tellHeads(): Promise<void> {
    for (const link of this.#links) await link.tellHeads(this.context, this.#inbox.change);
  }

  async close(): Promise<void> {
    for (const link of this.#links) link.cut();
    await this.routing.stop();
    this.dispatch.stop();
    this.#inbox.stop();
  }

  #open<C extends CommandTable, F extends FactTable>(
    side: Side,
    rows: Rows<never>,
    greet: Greet,
  ): LoopbackConnection<C, F> {
    this.#made += 1;
    const link = new Link(`socket-${this.#made}`, side, rows, greet, this.dispatch);
    this.#links.add(link);
    return new LoopbackConnection<C, F>(link);
  }

  #audience(side: Side): Audience {
    const to = (rooms: string[] | null, fact: string, payload: unknown, except: string | null = null) => {
      for (const link of this.#links) {
        if (link.side !== side || link.id === except) continue;
        if (rooms === null || rooms.some((room) => link.rooms.has(room))) link.tell(fact, payload);
      }
    };
    return {
      tell: (rooms, fact, payload, except) => to(rooms, fact, payload, except),
      tellLightly: (rooms, fact, payload, except) => to(rooms, fact, payload, except),
      tellAll: (fact, payload) => to(null, fact, payload),
    };
  }

  async #tellAvailability(visitors: Audience): Promise<void> {
    visitors.tellAll('availability:changed', { available: await readAvailability(this.context) });
  }
}

type Side = 'visitor' | 'agent';
type Subject = VisitorSubject | AgentSubject;
type Greet = () => Promise<Answer<{ subject: Subject; ready: unknown; rooms: string[] }>>;
type Hear = (
  event: { kind: 'fact'; name: string; payload: unknown } | { kind: 'state'; state: ConnectionState },
) => void;

/** One pair of ends. `up` and `down` hold what is under way. */
class Link {
  readonly rooms = new Set<string>();
  up: (() => void)[] = [];
  down: (() => void)[] = [];
  /** While false nothing gets through and connecting fails. */
  whole = true;
  deaf = false;
  hear: Hear = () => {};
  connected = false;
  #round = 0;
  #watched: string | null = null;
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
    if (!this.connected || this.deaf) return;
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
    const { conversationId } = payload as { conversationId?: string | null };
    if (answer.ok && name === 'conversation:watch') this.#watch(conversationId ?? null);
    if (answer.ok && conversationId) this.#read.add(conversationId);
    this.down.push(() => {
      this.#waiting.delete(resolve);
      resolve(structuredClone(answer));
    });
  }

  #watch(conversationId: string | null): void {
    if (this.#watched) this.rooms.delete(watchersRoom(this.#watched));
    this.#watched = conversationId;
    if (conversationId) this.rooms.add(watchersRoom(conversationId));
  }
}

/** What a test does to a link. */
export interface LinkEnd {
  cut(): void;
  mend(): void;
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

/** A use case may read and write a few times, a turn of the event loop each, before anything moves again. */
const QUIET_TURNS = 12;

/** A turn of the event loop: the store commits at its end. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
