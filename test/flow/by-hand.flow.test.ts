import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ASK_MS } from '../../protocol/wire/limits.ts';
import { addSite } from '../../server/usecases/add-site.ts';
import { keepPresence } from '../../server/usecases/keep-presence.ts';
import { createSweeper } from '../../server/workers/sweeper.ts';
import { Loopback } from '../support/loopback.ts';
import { type AgentTab, Browser, employ, openAgentTab, openVisitorTab, type VisitorTab } from '../support/people.ts';
import { openTestContext, type TestContext } from '../support/test-context.ts';

/** Three desks and a visitor: what people do by hand, over the real models of both sides. */

let context: TestContext;
let loopback: Loopback;
let shop: VisitorTab;
let ana: AgentTab;
let bo: AgentTab;
let id: string;
let gone: (() => void)[];

beforeEach(async () => {
  context = await openTestContext();
  const { answer } = await addSite(context, { name: 'Shop', key: 'demo', origins: ['https://shop.example'] });
  if (!answer.ok) throw new Error(answer.error);
  loopback = new Loopback(context, answer.value.site);
  gone = [];
  ana = await desk('Ana');
  shop = openVisitorTab(loopback, new Browser('kim'));
  gone.push(shop.crash);
  shop.say('Where is my mug?');
  await move();
  bo = await desk('Bo');
  await move();
  id = ana.listed()[0] ?? '';
  for (const one of [ana, bo]) one.desk.open(id);
  await move();
});
afterEach(async () => {
  for (const leave of gone) leave();
  await loopback.close();
  await context.close();
});

async function desk(name: string): Promise<AgentTab> {
  const tab = await openAgentTab(loopback, await employ(loopback, name), new Browser(name));
  gone.push(tab.crash);
  return tab;
}

async function move(ms = 200): Promise<void> {
  await loopback.flush();
  await context.clock.advance(ms);
  await loopback.flush();
}

const thread = (tab: AgentTab) => {
  const { value } = tab.desk.thread;
  if (!value) throw new Error('No conversation is open.');
  return value;
};
const notesOf = (tab: AgentTab) =>
  thread(tab).items.value.flatMap((item) => (item.kind === 'note' ? [`${item.body} (${item.state})`] : []));
const bodies = (tab: VisitorTab | AgentTab) => tab.shown().map((line) => line.body);
const happenings = () => shop.chat.thread.value.flatMap((item) => (item.kind === 'event' ? [item.happening.what] : []));
const say = async (tab: AgentTab, text: string) => {
  tab.say(text);
  await move();
};
const ask = async (kind: 'transfer' | 'invite') => {
  const done = thread(ana).hand.askFor(kind, bo.agentId, 'Knows mugs.');
  await move();
  expect(await done).toBe(true);
};
const answer = async (accept: boolean) => {
  const done = accept ? bo.desk.asks.accept(id) : bo.desk.asks.decline(id);
  await move();
  return done;
};

describe('a note', () => {
  test('T10 reaches the team and never the visitor; kept while the link is cut, stored once', async () => {
    ana.connection.cut();
    thread(ana).notes.write('Careful, she is a journalist.');
    expect(thread(ana).notes.send()).toBe(true);
    await move();
    expect(notesOf(ana)).toEqual(['Careful, she is a journalist. (pending)']);
    expect(notesOf(bo)).toEqual([]);
    ana.connection.mend();
    await move(20_000);
    await say(ana, 'It is on its way.');
    for (const one of [ana, bo]) expect(notesOf(one)).toEqual(['Careful, she is a journalist. (stored)']);
    expect(bodies(shop)).toEqual(['Where is my mug?', 'It is on its way.']);
    expect(JSON.stringify(shop.chat.thread.value)).not.toContain('journalist');
  });

  test('T10 a fact that was lost in silence is repaired by the list', async () => {
    bo.connection.setDeaf(true);
    thread(ana).notes.write('Lost on the way.');
    thread(ana).notes.send();
    await move();
    expect(notesOf(bo)).toEqual([]);
    bo.connection.setDeaf(false);
    await loopback.tellHeads();
    await move();
    expect(notesOf(bo)).toEqual(['Lost on the way. (stored)']);
  });
});

describe('a colleague', () => {
  test('T4 transfer: the visitor hears of it when it is accepted, and both desks agree', async () => {
    await ask('transfer');
    expect(bo.desk.asks.open.value).toMatchObject([{ kind: 'transfer', byName: 'Ana', note: 'Knows mugs.' }]);
    expect(happenings()).toEqual(['joined']);
    await say(ana, 'One moment.');
    expect(await answer(true)).toBe(true);
    expect(happenings()).toEqual(['joined', 'joined']);
    expect(thread(ana).barrier.value).toBe('colleague');
    expect(thread(bo).barrier.value).toBeNull();
    await say(bo, 'Bo here.');
    expect(bodies(shop)).toEqual(['Where is my mug?', 'One moment.', 'Bo here.']);
    expect(bo.desk.asks.open.value).toEqual([]);
  });

  test('T5 no answer in time: the ring ends everywhere and it stays with Ana', async () => {
    const nobody = { listOpenSessions: () => [], keepPresence: async () => {} };
    const sweeper = createSweeper({
      ...{ store: context.store, clock: context.clock, ...nobody },
      tell: (notices) => loopback.tell(notices),
      wakeRouting: () => loopback.routing.wake(),
      onFailure: (task, error) => {
        throw new Error(`${task}: ${String(error)}`);
      },
    });
    await ask('transfer');
    await move(ASK_MS);
    await keepPresence(context, [ana.agentId, bo.agentId]);
    await sweeper.sweep();
    await move();
    for (const one of [ana, bo]) expect(one.desk.inbox.find(id)?.ask).toBeNull();
    expect(thread(ana).barrier.value).toBeNull();
    expect(await answer(true)).toBe(false);
    expect(bo.desk.asks.refused.value).toBe('ask_over');
  });

  test('T6 invite: both write, the visitor sees who came in and who left', async () => {
    await ask('invite');
    await answer(true);
    await say(bo, 'Bo here.');
    await say(ana, 'Ana here.');
    const leave = thread(bo).hand.do('conversation:leave');
    await move();
    expect(await leave).toBe(true);
    expect(happenings()).toEqual(['joined', 'joined']);
    expect(bodies(shop)).toEqual(['Where is my mug?', 'Bo here.', 'Ana here.']);
    expect(thread(bo).barrier.value).toBe('colleague');
    expect(bodies(ana)).toEqual(bodies(shop));
  });

  test('C4 a message that was under way when its author left is kept and says so', async () => {
    await ask('invite');
    await answer(true);
    const leave = thread(bo).hand.do('conversation:leave');
    bo.say('Too late.');
    await move();
    expect(await leave).toBe(true);
    expect(bo.shown().at(-1)).toEqual({ body: 'Too late.', state: 'failed' });
    expect(bodies(shop)).toEqual(['Where is my mug?']);
  });
});

test('T9 T3 given back and picked by another: the place is kept, the visitor keeps her thread', async () => {
  const queuedAt = ana.desk.inbox.find(id)?.queuedAt;
  const away = [ana.desk.availability.set('away'), bo.desk.availability.set('away', 'Lunch')];
  await move();
  const back = thread(ana).hand.giveBack('Not my shelf.');
  await move();
  expect(await Promise.all([...away, back])).toEqual([true, true, true]);
  expect(ana.desk.inbox.find(id)).toMatchObject({ status: 'queued', queuedAt });
  const pick = thread(bo).hand.do('conversation:pick');
  await move();
  expect(await pick).toBe(true);
  await say(bo, 'Bo picked it.');
  expect(bodies(shop)).toEqual(['Where is my mug?', 'Bo picked it.']);
  expect(JSON.stringify(shop.chat.thread.value)).not.toContain('shelf');
});

test('T13 two tabs of one agent: the question rings in both and is answered once', async () => {
  const second = await openAgentTab(loopback, 'bo@example.org', new Browser('bo-phone'));
  gone.push(second.crash);
  await move();
  await ask('transfer');
  expect([bo, second].map((tab) => tab.desk.asks.open.value.length)).toEqual([1, 1]);
  const [one, two] = [bo.desk.asks.accept(id), second.desk.asks.decline(id)];
  await move();
  expect([await one, await two].filter(Boolean)).toHaveLength(1);
  expect([bo, second].map((tab) => tab.desk.asks.open.value.length)).toEqual([0, 0]);
  const away = second.desk.availability.set('away', 'Lunch');
  await move();
  await away;
  expect(bo.desk.availability.reason.value).toBe('Lunch');
});
