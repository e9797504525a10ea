import type { Answer } from '../../protocol/wire/errors.ts';
import type { Role } from '../../protocol/wire/model.ts';
import { PROTOCOL_VERSION } from '../../protocol/wire/version.ts';
import { addAgent } from '../../server/usecases/add-agent.ts';
import { addSite } from '../../server/usecases/add-site.ts';
import type { AgentSubject, Done, Notice, VisitorSubject } from '../../server/usecases/context.ts';
import { identifyAgent } from '../../server/usecases/identify-agent.ts';
import { openConversation } from '../../server/usecases/open-conversation.ts';
import { sendMessage } from '../../server/usecases/send-message.ts';
import { setAvailability } from '../../server/usecases/set-availability.ts';
import { signIn } from '../../server/usecases/sign-in.ts';
import { startAgentSession } from '../../server/usecases/start-agent-session.ts';
import { startVisitorSession } from '../../server/usecases/start-visitor-session.ts';
import { createRoutingWorker } from '../../server/workers/routing-worker.ts';
import { createSweeper } from '../../server/workers/sweeper.ts';
import { openTestContext, type TestContext } from './test-context.ts';

export const PASSWORD = 'plum teapot 47 rides';

/** A shop with its site, real use cases, store and workers, and everything that was told. */
export interface Scene {
  context: TestContext;
  site: { id: string; key: string; name: string };
  told: Notice[];
  failures: unknown[];
  /** Runs a use case as the gateway does: its notices are told, routing is woken and comes to rest. */
  act<T>(done: Promise<Done<T>>): Promise<Answer<T>>;
  visitor(): Promise<VisitorSubject>;
  agent(name: string, more?: { capacity?: number; role?: Role; available?: boolean }): Promise<AgentSubject>;
  open(visitor: VisitorSubject, body?: string): Promise<string>;
  say(who: VisitorSubject | AgentSubject, conversationId: string, body?: string): Promise<Answer<{ seq: number }>>;
  /** Routing looks, as it would by itself within ROUTING_INTERVAL_MS. */
  route(): Promise<void>;
  /** What was woken comes to rest. */
  rest(): Promise<void>;
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** The value of a success; fails the test with the refusal otherwise. */
export function accepted<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** Here nobody is connected: leases are what the test makes of them. */
const NO_CONNECTIONS = { listOpenSessions: () => [], keepPresence: async () => {} };

export async function openScene(): Promise<Scene> {
  const context = await openTestContext();
  const { site } = accepted((await addSite(context, { name: 'Shop', origins: ['https://shop.example'] })).answer);
  const told: Notice[] = [];
  const failures: unknown[] = [];
  const parts = {
    store: context.store,
    clock: context.clock,
    tell: (notices: Notice[]) => told.push(...notices),
    onFailure: (_task: string, error: unknown) => failures.push(error),
  };
  // Without its safety look (R11): here a wake-up that is missing shows, and a month passes in no time.
  const routing = createRoutingWorker({ ...parts, clock: { now: () => context.clock.now(), after: () => () => {} } });
  const sweeper = createSweeper({ ...parts, ...NO_CONNECTIONS, wakeRouting: routing.wake });
  routing.start();
  let sent = 0;
  const clientId = () => `client-id-${String(++sent).padStart(8, '0')}`;

  const scene: Scene = {
    context,
    site,
    told,
    failures,
    async act(done) {
      const { answer, notices, wakeRouting } = await done;
      told.push(...notices);
      if (wakeRouting) await scene.route();
      return answer;
    },
    async visitor() {
      return accepted((await startVisitorSession(context, site, { version: PROTOCOL_VERSION, site: 'key' })).answer)
        .subject;
    },
    async agent(name, { capacity = 4, role = 'agent', available = true } = {}) {
      const email = `${name.toLowerCase()}@shop.example`;
      accepted((await addAgent(context, { email, name, password: PASSWORD, role, capacity })).answer);
      const { secret } = accepted(
        (await signIn(context, { email, password: PASSWORD, addressKey: '203.0.113.1' })).answer,
      );
      const subject = await identifyAgent(context, secret);
      if (!subject) throw new Error('The session that was just made is not known.');
      // Before she is present: a new agent is available, and routing would not wait for the second word.
      const availability = available ? 'available' : 'away';
      accepted(await scene.act(setAvailability(context, subject, { availability })));
      accepted(await scene.act(startAgentSession(context, subject, { version: PROTOCOL_VERSION })));
      return subject;
    },
    async open(visitor, body = 'Hello?') {
      return accepted(await scene.act(openConversation(context, visitor, { clientId: clientId(), body })))
        .conversationId;
    },
    say(who, conversationId, body = 'Some words') {
      return scene.act(sendMessage(context, who, { conversationId, clientId: clientId(), body }));
    },
    async route() {
      routing.wake();
      await routing.idle();
    },
    rest: () => routing.idle(),
    async sweep() {
      await sweeper.sweep();
      await routing.idle();
    },
    async close() {
      await routing.stop();
      await sweeper.stop();
      await context.close();
    },
  };
  return scene;
}
