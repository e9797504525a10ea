import { refusal } from '../../protocol/wire/errors.ts';
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
import { type Audience, agentRoom, visitorRoom } from '../../server/gateway/rooms.ts';
import type { Rows } from '../../server/gateway/rows.ts';
import { StartsUnderWay } from '../../server/gateway/starts-under-way.ts';
import { visitorRows } from '../../server/gateway/visitor-commands.ts';
import type { Notice } from '../../server/usecases/context.ts';
import { identifyAgent } from '../../server/usecases/identify-agent.ts';
import { readAvailability } from '../../server/usecases/read-availability.ts';
import { startAgentSession } from '../../server/usecases/start-agent-session.ts';
import { startVisitorSession } from '../../server/usecases/start-visitor-session.ts';
import { createRoutingWorker, type RoutingWorker } from '../../server/workers/routing-worker.ts';
import { type Greet, Link, LoopbackConnection, type Side } from './loopback-link.ts';
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
  readonly #site: { id: string; key: string; name: string };
  #made = 0;

  constructor(context: TestContext, site: { id: string; key: string; name: string }) {
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
      moveBoard: () => {},
      endVisitor: () => {},
      moveRights: () => {},
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
    const unlimited = { take: () => 0, giveBack: () => {} };
    this.dispatch = createDispatch({
      context,
      clock,
      limiters: { visitorSend: unlimited, agentSend: unlimited, visitorSignal: unlimited, agentSignal: unlimited },
      load: { refuseCommand: () => undefined },
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

/** A use case may read and write a few times, a turn of the event loop each, before anything moves again. */
const QUIET_TURNS = 12;

/** A turn of the event loop: the store commits at its end. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
