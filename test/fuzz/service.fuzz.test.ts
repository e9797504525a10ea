import { afterEach, describe, expect, test } from 'vitest';
import { type Random, seededRandom } from '../../protocol/kit/random.ts';
import { SITE_SETTINGS_DEFAULT } from '../../protocol/wire/settings.ts';
import { closeConversation } from '../../server/usecases/close-conversation.ts';
import type { AgentSubject, VisitorSubject } from '../../server/usecases/context.ts';
import { openConversation } from '../../server/usecases/open-conversation.ts';
import { sendMessage } from '../../server/usecases/send-message.ts';
import { figuresOf } from '../support/figures-of.ts';
import { MINUTE, OFFICE, openServiceScene, type ServiceScene } from '../unit/server/service/service-scene.ts';

/** Opening and closing, limits, silence and wrap-up under people who do anything at any time. */

const ROUNDS = 12;
const STEPS = 120;
const WRAP_UP_MS = 2 * MINUTE;
const CAPACITY = 2;

let scene: ServiceScene | undefined;
afterEach(() => scene?.close());

interface Life {
  scene: ServiceScene;
  random: Random;
  agents: AgentSubject[];
  visitors: VisitorSubject[];
  sent: number;
}

const pick = <T>(all: readonly T[], random: Random): T => all[Math.floor(random() * all.length)] as T;

async function step(life: Life): Promise<void> {
  const { scene, random, agents, visitors } = life;
  const { context } = scene;
  life.sent += 1;
  const clientId = `fuzz-client-${String(life.sent).padStart(8, '0')}`;
  const visitor = pick(visitors, random);
  const latest = await context.store.findLatestConversation(visitor.visitorId);
  const kind = random();
  if (kind < 0.25) {
    await scene.act(openConversation(context, visitor, { clientId, body: 'Hello?', leave: random() < 0.2 }));
  } else if (kind < 0.4 && latest) {
    await scene.act(sendMessage(context, visitor, { conversationId: latest.id, clientId, body: 'And?' }));
  } else if (kind < 0.6 && latest) {
    const agent = agents.find((one) => one.agent.id === latest.agentId) ?? pick(agents, random);
    await scene.act(sendMessage(context, agent, { conversationId: latest.id, clientId, body: 'Yes.' }));
  } else if (kind < 0.7 && latest) {
    await scene.act(closeConversation(context, visitor, { conversationId: latest.id }));
  } else if (kind < 0.78) {
    const atClosing = pick(['serve', 'keep', 'close'] as const, random);
    await scene.set({
      hours: random() < 0.5 ? OFFICE : null,
      offline: random() < 0.15 ? { text: 'Away', until: context.clock.now() + 20 * MINUTE } : null,
      atClosing,
      queue: { ...SITE_SETTINGS_DEFAULT.queue, waitingMax: 3, stages: [{ afterMs: MINUTE, text: 'Soon' }] },
      idle: { warnAfterMs: 5 * MINUTE, closeAfterMs: 8 * MINUTE, outcome: 'unresolved' },
      wrapUpMs: random() < 0.5 ? WRAP_UP_MS : 0,
    });
  } else {
    await scene.pass(Math.floor(random() * (random() < 0.2 ? 300 : 4) * MINUTE));
  }
  await scene.look();
  await scene.tellPlaces();
}

/** What must hold whenever everything has come to rest. */
async function check({ scene, agents }: Life): Promise<void> {
  const { store, clock } = scene.context;
  const now = clock.now();
  const open = (await store.listInbox({ openLimit: 200, closedLimit: 0 })).conversations;
  const isOpen = await scene.stateOf(null);
  const room = new Map<string, number>();
  for (const { agent } of agents) {
    const held = (await store.listWrapUps(agent.id)).length;
    const served = open.filter((one) => one.agent?.id === agent.id).length;
    expect(served).toBeLessThanOrEqual(CAPACITY);
    room.set(agent.id, CAPACITY - served - held);
  }
  const waiting = open.filter((one) => one.status === 'queued');
  const inLine = waiting.filter((one) => !one.held);
  // H8: nobody is held while it is open; R1: nobody waits in the line while somebody has room.
  if (isOpen) expect(waiting.filter((one) => one.held)).toEqual([]);
  if (inLine.length > 0) expect(Math.max(...room.values())).toBeLessThanOrEqual(0);
  // C13: whoever waits for an answer is never ended for silence; places stand only for those in the line.
  for (const { place } of scene.toldOf('place').slice(-inLine.length)) expect(place.position).toBeGreaterThan(0);
  const report = await figuresOf(store, now, { from: 0, to: now + 1 });
  const outcomes = Object.values(report.outcomes).reduce((sum, count) => sum + count, 0);
  // M7: every episode is open or has exactly one outcome.
  expect(report.conversations).toBe(outcomes + open.length);
}

describe('hours, queue and closing under everything at once', () => {
  test.each(Array.from({ length: ROUNDS }, (_, index) => index + 1))(
    'H7, H8, Q5, C13, C15 seed %i',
    async (seed) => {
      scene = await openServiceScene();
      const random = seededRandom(seed);
      const agents = [
        await scene.agent('Ana', { capacity: CAPACITY }),
        await scene.agent('Bo', { capacity: CAPACITY }),
      ];
      const visitors: VisitorSubject[] = [];
      for (let count = 0; count < 9; count += 1) visitors.push(await scene.visitor());
      const life: Life = { scene, random, agents, visitors, sent: 0 };
      for (let count = 0; count < STEPS; count += 1) {
        await step(life);
        await check(life);
      }
      expect(scene.failures).toEqual([]);
    },
    120_000,
  );
});
