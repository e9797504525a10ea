import { afterEach, beforeEach, expect, test } from 'vitest';
import { seededRandom } from '../../protocol/kit/random.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';
import { addSite } from '../../server/usecases/add-site.ts';
import { closeConversation } from '../../server/usecases/close-conversation.ts';
import type { AgentSubject, VisitorSubject } from '../../server/usecases/context.ts';
import { openConversation } from '../../server/usecases/open-conversation.ts';
import { startVisitorSession } from '../../server/usecases/start-visitor-session.ts';
import { tagConversation } from '../../server/usecases/tag-conversation.ts';
import { Loopback } from '../support/loopback.ts';
import { type AgentTab, Browser, employ, openAgentTab } from '../support/people.ts';
import { openTestContext, type TestContext } from '../support/test-context.ts';

/** Nothing vanishes from the agents' list, whatever it missed and whenever it came back. */

const CHANGES = 1_000;
const RECONNECTS = 50;

let context: TestContext;
let loopback: Loopback;
let desk: AgentTab;
let visitors: VisitorSubject[];
beforeEach(async () => {
  context = await openTestContext();
  const { answer } = await addSite(context, { name: 'Shop', key: 'demo', origins: ['https://shop.example'] });
  if (!answer.ok) throw new Error(answer.error);
  const { site } = answer.value;
  loopback = new Loopback(context, site);
  desk = await openAgentTab(loopback, await employ(loopback, 'Ana', 2), new Browser('Ana'));
  visitors = [];
  for (let count = 0; count < 60; count += 1) {
    const started = await startVisitorSession(context, site, { version: 1, site: 'demo' });
    if (started.answer.ok) visitors.push(started.answer.value.subject);
  }
  await loopback.flush();
});
afterEach(async () => {
  desk.crash();
  await loopback.close();
  await context.close();
});

/** Marks move without a change of the list; threads have their own (P15). */
function bare(summaries: Iterable<ConversationSummary>) {
  return [...summaries].map(({ marks: _, ...rest }) => rest).sort((a, b) => (a.id < b.id ? -1 : 1));
}

const VIP = { view: 'all', sort: 'waiting', filter: { tag: 'vip' } } as const;

test(`P15 U2 ${RECONNECTS} reconnects in the middle of ${CHANGES} changes: the list is what is stored, and what is counted of it is what counting says`, async () => {
  const random = seededRandom(29);
  const open = new Map<VisitorSubject, string>();
  let made = 0;
  const vips = new Set<string>();
  const counted: number[] = [];
  const { views } = desk.desk.lists;
  void views.save({ name: 'Vip', shared: false }, VIP);
  await loopback.flush();
  const tally = () => desk.desk.inbox.tally(views.own.value[0]?.id ?? '');
  const change = async () => {
    made += 1;
    // No two are closed in one millisecond: which of them stays in the list as the fiftieth is nobody's business.
    await context.clock.advance(1);
    const visitor = visitors[Math.floor(random() * visitors.length)] as VisitorSubject;
    const conversationId = open.get(visitor);
    if (conversationId && random() < 0.4) {
      // A colleague changes what is filtered by.
      const [add, remove] = vips.delete(conversationId) ? [[], ['vip']] : [['vip'], []];
      if (add.length > 0) vips.add(conversationId);
      const colleague: AgentSubject = { kind: 'agent', agent: desk.desk.me, sessionId: 'bo' };
      const done = await tagConversation(context, colleague, { conversationId, add, remove });
      return loopback.tell(done.notices);
    }
    if (conversationId && random() < 0.6) {
      open.delete(visitor);
      const done = await closeConversation(context, visitor, { conversationId });
      return loopback.tell(done.notices);
    }
    const clientId = `client-id-${String(made).padStart(8, '0')}`;
    const done = await openConversation(context, visitor, { clientId, body: `Text ${made}` });
    if (done.answer.ok) open.set(visitor, done.answer.value.conversationId);
    loopback.tell(done.notices);
    if (done.wakeRouting) loopback.routing.wake();
  };

  for (let round = 0; round < RECONNECTS; round += 1) {
    for (let count = 0; count < CHANGES / RECONNECTS; count += 1) {
      if (count === 5) desk.connection.cut();
      if (count === 15) desk.connection.mend();
      await change();
      // Sometimes what was told is under way when the link breaks, sometimes it has arrived.
      if (random() < 0.2) await loopback.flush();
    }
    // Half of what was told on the new link is lost in silence; the heartbeat finds it.
    desk.connection.setDeaf(round % 2 === 0);
    await change();
    await loopback.flush();
    desk.connection.setDeaf(false);
    await loopback.tellHeads();
    await context.clock.advance(200);
    await loopback.flush();
    const { conversations } = await context.store.listInbox({ openLimit: 150, closedLimit: 50 });
    expect(bare(desk.desk.inbox.conversations.value.values()), `after reconnect ${round + 1}`).toEqual(
      bare(conversations),
    );
    const tagged = conversations.filter(({ status, tags = [] }) => status !== 'closed' && tags.includes('vip'));
    expect(tally(), `after reconnect ${round + 1}`).toBe(tagged.length);
    counted.push(tagged.length);
  }
  expect(await context.store.readChange()).toBeGreaterThanOrEqual(CHANGES);
  expect(Math.max(...counted)).toBeGreaterThan(3);
  expect(desk.desk.inbox.behind.value).toBe(false);
});
