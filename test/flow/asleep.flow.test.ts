import { afterEach, beforeEach, expect, test } from 'vitest';
import { addSite } from '../../server/usecases/add-site.ts';
import { Loopback } from '../support/loopback.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { type AgentTab, Browser, employ, openAgentTab, openVisitorTab, type VisitorTab } from '../support/people.ts';
import { openTestContext, type TestContext } from '../support/test-context.ts';

/** A visitor's machine sleeps through the night with her chat open; the relay and the agent go on without her. */

const HOUR_MS = 3_600_000;
let context: TestContext;
let loopback: Loopback;
/** Of her machine. */
let own: ManualClock;
let browser: Browser;
let shop: VisitorTab;
let desk: AgentTab;

beforeEach(async () => {
  context = await openTestContext();
  const { answer } = await addSite(context, { name: 'Shop', key: 'demo', origins: ['https://shop.example'] });
  if (!answer.ok) throw new Error(answer.error);
  loopback = new Loopback(context, answer.value.site);
  // Nine in the evening: she sleeps into the next day.
  context.clock.suspend(12 * HOUR_MS);
  own = new ManualClock(context.clock.now());
  browser = new Browser('kim');
  desk = await openAgentTab(loopback, await employ(loopback, 'Ana'), new Browser('Ana'));
  shop = openVisitorTab(loopback, browser, own);
});
afterEach(async () => {
  shop.crash();
  desk.crash();
  await loopback.close();
  await context.close();
});

/** Time for everybody who is awake. */
async function move(ms = 200, isAsleep = false): Promise<void> {
  await loopback.flush();
  await context.clock.advance(ms);
  if (!isAsleep) await own.advance(ms);
  await loopback.flush();
}

async function talk(): Promise<void> {
  await move();
  shop.say('Is the lamp in stock?');
  await move();
  const [id] = desk.listed();
  desk.desk.open(id ?? '');
  await move();
  desk.say('I have a look.');
  await move(1_000);
  await move(1_000);
}

/** As SocketConnection does when a page is back: the link that was held is dead, and a new one is made. */
async function wakeUp(): Promise<void> {
  shop.connection.cut();
  shop.connection.mend();
  await move(1_000);
}

const days = () => shop.chat.thread.value.filter((item) => item.kind === 'day').length;
const bodies = (tab: VisitorTab | AgentTab) => tab.shown().map((line) => line.body);

for (const hours of [12, 60])
  test(`W10 W11 W41 ${hours} hours asleep: what was missed is there once and counted, each day has its line, and words typed as the lid closed go out`, async () => {
    await talk();
    expect([bodies(shop), days(), shop.chat.unread.value]).toEqual([['Is the lamp in stock?', 'I have a look.'], 1, 0]);
    const token = browser.items.get('token');
    const seen = shop.chat.thread.value.length;
    shop.chat.setOpen(false);
    // The lid closes: nothing gets through any more, and nobody is told.
    shop.connection.silence();
    shop.say('The green one');
    desk.say('We have two.');
    await move(1_000, true);
    // Nothing that the relay does of itself belongs to this story.
    for (const clock of [own, context.clock]) clock.suspend(hours * HOUR_MS);
    desk.say('Good morning! Shall I put one aside?');
    await move(1_000, true);
    expect([bodies(shop).length, seen]).toEqual([3, seen]);

    await wakeUp();
    const all = ['Is the lamp in stock?', 'I have a look.', 'We have two.', 'Good morning! Shall I put one aside?'];
    expect(bodies(shop)).toEqual([...all, 'The green one']);
    expect([shop.chat.unread.value, days(), shop.chat.link.value, shop.chat.refused.value]).toEqual([
      2,
      2,
      'online',
      null,
    ]);
    // After a day the token is another one; it is the same visitor's.
    expect(browser.items.get('token') === token).toBe(hours < 24);
    shop.chat.setOpen(true);
    await move(1_000);
    expect(shop.chat.unread.value).toBe(0);
    expect(bodies(desk)).toEqual([...all, 'The green one']);
    expect(desk.listed()).toHaveLength(1);
    expect(shop.shown().at(-1)?.state).toMatch(/delivered|read/);
    // By the relay's clock, whatever hers says.
    expect(Math.abs(shop.chat.now() - context.clock.now())).toBeLessThan(1_000);
  });
