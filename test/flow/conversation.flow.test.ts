import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addSite } from '../../server/usecases/add-site.ts';
import { erasePerson, eraseSome } from '../../server/usecases/people/erase-person.ts';
import { Loopback } from '../support/loopback.ts';
import { type AgentTab, Browser, employ, openAgentTab, openVisitorTab, type VisitorTab } from '../support/people.ts';
import { sectionsIn } from '../support/sections-in.ts';
import { openTestContext, type TestContext } from '../support/test-context.ts';

/** The real models of widget and console, the real dispatch, use cases, routing and SQLite; only the link is played. */

let context: TestContext;
let loopback: Loopback;
let gone: (() => void)[];

beforeEach(async () => {
  context = await openTestContext();
  const { answer } = await addSite(context, { name: 'Shop', key: 'demo', origins: ['https://shop.example'] });
  if (!answer.ok) throw new Error(answer.error);
  loopback = new Loopback(context, answer.value.site);
  gone = [];
});
afterEach(async () => {
  for (const leave of gone) leave();
  await loopback.close();
  await context.close();
});

function visitor(browser = new Browser('kim')): VisitorTab {
  const tab = openVisitorTab(loopback, browser);
  gone.push(tab.crash);
  return tab;
}

async function agent(name = 'Ana', browser = new Browser(name)): Promise<AgentTab> {
  const tab = await openAgentTab(loopback, await employ(loopback, name), browser);
  gone.push(tab.crash);
  return tab;
}

/** The agent opens the only conversation of her list. */
async function take(desk: AgentTab): Promise<string> {
  await move();
  const [id] = desk.listed();
  if (!id) throw new Error('nothing in the list');
  desk.desk.open(id);
  await move();
  return id;
}

async function move(ms = 200): Promise<void> {
  await loopback.flush();
  await context.clock.advance(ms);
  await loopback.flush();
}

const bodies = (tab: VisitorTab | AgentTab) => tab.shown().map((line) => line.body);

describe('a conversation, both sides', () => {
  test('C1 R1 from the first word to the rating', async () => {
    const desk = await agent();
    const shop = visitor();
    await move();
    shop.say('Hello');
    expect(shop.shown()).toEqual([{ body: 'Hello', state: 'pending' }]);
    await take(desk);
    expect(shop.shown()[0]?.state).toMatch(/sent|delivered|read/);
    expect(shop.chat.agent.value?.name).toBe('Ana');
    desk.say('Hi Kim');
    await move(1_000);
    expect(bodies(shop)).toEqual(['Hello', 'Hi Kim']);
    expect(bodies(desk)).toEqual(['Hello', 'Hi Kim']);
    await move(1_000);
    expect(desk.shown()[1]?.state).toBe('read');
    expect(shop.shown()[0]?.state).toBe('read');
    void desk.desk.thread.value?.close('resolved');
    await move(1_000);
    expect(shop.chat.screen.value).toBe('rating');
    expect(desk.desk.thread.value?.barrier.value).toBe('closed');
  });

  test('P1 sends of both sides survive a cut at any moment, once and in order', async () => {
    const desk = await agent();
    const shop = visitor();
    await move();
    shop.say('one');
    await take(desk);
    // Cut after the command left and before its answer came: nobody knows whether it was stored.
    shop.say('two');
    await new Promise((resolve) => setImmediate(resolve));
    shop.connection.cut();
    shop.say('three');
    desk.say('four');
    desk.connection.cut();
    desk.say('five');
    await move();
    shop.connection.mend();
    desk.connection.mend();
    await move(2_000);
    await move(2_000);
    const all = bodies(shop);
    expect([...all].sort()).toEqual(['five', 'four', 'one', 'three', 'two']);
    expect(all.filter((body) => ['one', 'two', 'three'].includes(body))).toEqual(['one', 'two', 'three']);
    expect(bodies(desk)).toEqual(all);
    expect(shop.shown().every((line) => line.state !== 'pending' && line.state !== 'failed')).toBe(true);
  });

  test('P1 P8 a crashed tab leaves its unsent message; the next page sends it once', async () => {
    const desk = await agent();
    const browser = new Browser('kim');
    const shop = visitor(browser);
    await move();
    shop.say('one');
    await take(desk);
    shop.connection.cut();
    shop.say('two');
    shop.say('three');
    shop.crash();
    const next = visitor(browser);
    await move(1_000);
    expect(bodies(next)).toEqual(['one', 'two', 'three']);
    expect(bodies(desk)).toEqual(['one', 'two', 'three']);
  });

  test('P8 two tabs of one visitor show the same, and one conversation', async () => {
    const desk = await agent();
    const browser = new Browser('kim');
    const first = visitor(browser);
    await move();
    first.say('from the first');
    await take(desk);
    const second = visitor(browser);
    await move();
    second.say('from the second');
    await move();
    desk.say('to both');
    await move(1_000);
    expect(bodies(first)).toEqual(['from the first', 'from the second', 'to both']);
    expect(bodies(second)).toEqual(bodies(first));
    expect(desk.listed()).toHaveLength(1);
  });

  test('P14 a silent loss shows within one heartbeat, for the visitor, the agent and the list', async () => {
    const desk = await agent();
    const shop = visitor();
    await move();
    shop.say('one');
    await take(desk);
    shop.connection.setDeaf(true);
    desk.say('two');
    await move();
    shop.connection.setDeaf(false);
    expect(bodies(shop)).toEqual(['one']);
    await loopback.tellHeads();
    await move();
    expect(bodies(shop)).toEqual(['one', 'two']);
    desk.connection.setDeaf(true);
    shop.say('three');
    await move();
    desk.connection.setDeaf(false);
    expect(bodies(desk)).toEqual(['one', 'two']);
    await loopback.tellHeads();
    await move();
    expect(bodies(desk)).toEqual(['one', 'two', 'three']);
    expect(desk.desk.inbox.mine.value[0]?.lastText).toBe('three');
  });

  test('R1 R5 nobody there: the message waits and reaches the first agent who comes', async () => {
    const shop = visitor();
    await move();
    expect(shop.chat.available.value).toBe(false);
    shop.chat.writeEmail('kim@example.org');
    shop.say('Call me');
    await move();
    expect(shop.shown()).toEqual([{ body: 'Call me', state: 'sent' }]);
    const desk = await agent('Bo');
    await take(desk);
    expect(bodies(desk)).toEqual(['Call me']);
    expect(shop.chat.agent.value?.name).toBe('Bo');
    expect(desk.desk.inbox.mine.value[0]?.visitor.email).toBe('kim@example.org');
  });

  test('C5 a message that meets the end of the conversation is not lost: it opens a new episode', async () => {
    const desk = await agent();
    const shop = visitor();
    await move();
    shop.say('one');
    const id = await take(desk);
    shop.connection.cut();
    shop.say('too late?');
    void desk.desk.thread.value?.close('resolved');
    await move();
    shop.connection.mend();
    await move(1_000);
    expect(bodies(shop)).toEqual(['one', 'too late?']);
    expect(await context.store.findConversation(id)).toMatchObject({ episode: 2, status: 'active' });
    expect(bodies(desk)).toEqual(['one', 'too late?']);
  });

  test('J12 erased while two colleagues read it, one of them without a link: her words leave both, and neither can write', async () => {
    const desk = await agent();
    const colleague = await agent('Bo');
    const shop = visitor();
    await move();
    shop.say('My secret is a heron');
    const id = await take(desk);
    colleague.desk.open(id);
    await move();
    desk.desk.thread.value?.write('Dear heron');
    colleague.desk.thread.value?.notes.write('heron again');
    colleague.connection.cut();
    await move(2_000);
    const { visitorId } = (await context.store.findConversation(id)) ?? { visitorId: '' };
    const owner = { ...desk.desk.me, role: 'owner' as const };
    const begun = await erasePerson(context, { kind: 'agent', agent: owner, sessionId: 's' }, { visitorId });
    loopback.tell(begun.notices);
    loopback.tell((await eraseSome(context, { remove: async () => {} }, 20)).notices);
    await move();
    const holds = ({ desk: { thread, composing, inbox } }: AgentTab) =>
      JSON.stringify([
        thread.value?.items.value,
        thread.value?.draft.value,
        thread.value?.notes.draft.value,
        composing.drafts.read(id),
        composing.noteDrafts.read(id),
        [...inbox.conversations.value.values()],
      ]).includes('heron');
    expect([desk.desk.thread.value?.state.value, holds(desk)]).toEqual(['erased', false]);
    expect([colleague.desk.thread.value?.state.value, holds(colleague)]).toEqual(['ready', true]);
    expect(desk.desk.thread.value?.send()).toBe(false);
    colleague.connection.mend();
    await move(1_000);
    expect([colleague.desk.thread.value?.state.value, holds(colleague)]).toEqual(['erased', false]);
    // Whoever opens it afterwards reads that, and nothing else.
    colleague.desk.open(null);
    colleague.desk.open(id);
    await move();
    expect([colleague.desk.thread.value?.state.value, bodies(colleague)]).toEqual(['erased', []]);
  });

  test('P15 an agent who was cut off has the right list again after the link is back', async () => {
    const desk = await agent();
    const shops = [visitor(new Browser('a')), visitor(new Browser('b')), visitor(new Browser('c'))];
    await move();
    shops[0]?.say('a');
    await move();
    desk.connection.cut();
    shops[1]?.say('b');
    shops[2]?.say('c');
    shops[0]?.chat.end();
    await move();
    desk.connection.mend();
    await move(1_000);
    const listed = sectionsIn(desk.desk.inbox).map(([name, lines]) => [name, lines.map((one) => one.lastText).sort()]);
    expect(listed).toEqual([
      ['yours', ['b', 'c']],
      ['closed', ['a']],
    ]);
  });
});
