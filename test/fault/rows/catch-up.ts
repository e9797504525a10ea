import { type Pace, startPace } from '../../support/pace.ts';
import { openPlainClient } from '../../support/plain-client.ts';
import type { Violation } from '../kit/check-history.ts';
import { Crowd } from '../kit/crowd.ts';
import { flood } from '../kit/flood.ts';
import { openPlace, type Place } from '../kit/place.ts';
import type { ProjectVisitor } from '../kit/project-visitor.ts';

export interface CatchUpSize {
  /** How many are missed, one visitor each. */
  missed: number[];
  /** How long everybody was away by the relay's clock. */
  awayMs: number;
  seed: number;
}

export interface CatchUpResult {
  /** From the moment the way is back until the last entry is on the screen, ms, by what was missed. */
  visitorMs: Record<number, number>;
  agentMs: Record<number, number>;
  /** The same as it would have been where the promise was made, by what the machine got done meanwhile. */
  evenVisitorMs: Record<number, number>;
  evenAgentMs: Record<number, number>;
  violations: Violation[];
  rssRoseMb: number;
}

/** P6: away, much said meanwhile, back: complete and in order, however long it was. */
export async function runCatchUp({ missed, awayMs, seed }: CatchUpSize): Promise<CatchUpResult> {
  const place = await openPlace();
  const crowd = new Crowd(place, 'catch-up', seed);
  let pace: Pace | undefined;
  try {
    const cookie = await place.signIn();
    const visitors = await Promise.all(missed.map((count) => arrive(crowd, `v${count}`)));
    for (const [index, count] of missed.entries()) {
      const visitor = visitors[index] as ProjectVisitor;
      visitor.connection.stop();
      await say(place, crowd, visitor, count);
    }
    if (awayMs > 0) {
      await place.relay.stop();
      await place.relay.restart({ CLOCK_SHIFT_MS: String(awayMs) });
    }
    const before = rssOf(place);
    pace = await startPace();
    const result: CatchUpResult = {
      ...{ visitorMs: {}, agentMs: {}, evenVisitorMs: {}, evenAgentMs: {} },
      ...{ violations: [], rssRoseMb: 0 },
    };
    for (const [index, count] of missed.entries()) {
      const startedAt = performance.now();
      await comeBack(crowd, visitors[index] as ProjectVisitor);
      result.visitorMs[count] = Math.round(performance.now() - startedAt);
      result.evenVisitorMs[count] = await pace.even(startedAt);
    }
    const fresh = awayMs > 0 ? await place.signIn() : cookie;
    for (const [index, count] of missed.entries()) {
      const conversationId = visitors[index]?.conversationId ?? '';
      const wanted = visitors[index]?.shown ?? 0;
      const startedAt = performance.now();
      const agent = await crowd.agent(`a${count}`, conversationId, fresh);
      await crowd.until(`a${count} has read all`, () => agent.shown >= wanted);
      result.agentMs[count] = Math.round(performance.now() - startedAt);
      result.evenAgentMs[count] = await pace.even(startedAt);
    }
    result.rssRoseMb = Math.round(rssOf(place) - before);
    result.violations = (await crowd.judge()).violations;
    return result;
  } finally {
    pace?.end();
    await crowd.close();
    await place.remove();
  }
}

async function arrive(crowd: Crowd, name: string): Promise<ProjectVisitor> {
  const visitor = await crowd.visitor(name);
  await crowd.until(`${name} is online`, () => visitor.isOnline);
  visitor.write();
  await crowd.until(`${name} has a conversation`, () => visitor.conversationId !== null && visitor.unsent === 0);
  return visitor;
}

/** Another tab of the same visitor writes what this one misses. */
async function say(place: Place, crowd: Crowd, visitor: ProjectVisitor, count: number): Promise<void> {
  const hello = { version: 1, site: 'demo', token: visitor.token };
  const tab = await openPlainClient(place.relay.origin, '/visitor', hello);
  await tab.fact('session:ready');
  const name = `${visitor.name}-other-tab`;
  const body = (number: number) => `missed ${number}`;
  await flood({ client: tab, name, history: crowd.history, conversationId: visitor.conversationId ?? '', count, body });
  await tab.end();
}

async function comeBack(crowd: Crowd, visitor: ProjectVisitor): Promise<void> {
  const wanted = crowd.history.lines.reduce(
    (head, line) =>
      line.kind === 'ok' && line.conversationId === visitor.conversationId ? Math.max(head, line.seq) : head,
    0,
  );
  visitor.start();
  await crowd.until(`${visitor.name} shows all`, () => visitor.shown >= wanted);
}

function rssOf(place: Place): number {
  return place.relay.rssBytes() / 2 ** 20;
}
