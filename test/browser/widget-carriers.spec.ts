import { expect, test } from '@playwright/test';
import { type AnsweringAgent, employAgent } from '../support/answering-agent.ts';
import { createNetwork } from '../support/refusing-network.ts';
import { type RelayProcess, startRelay } from '../support/relay-process.ts';
import { visitShop } from '../support/shop-visit.ts';

/** Where WebSocket is blocked, the chat goes by HTTP; and whatever carries it, each message is there once (P9). */

let relay: RelayProcess;
let ana: AnsweringAgent;
test.beforeEach(async () => {
  relay = await startRelay();
  ana = await employAgent(relay, 'Ana');
});
test.afterEach(async () => {
  await ana.leave();
  await relay.remove();
});

test('P9 without WebSocket the whole chat goes by HTTP, to the rating', async ({ context }) => {
  const network = createNetwork();
  await network.block();
  const asked: string[] = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const visit = await visitShop(context, relay, '/demo/', network.route);
  await visit.open();
  await visit.say('Is anybody there?');
  const id = await ana.hears('Is anybody there?');
  await ana.reply(id, 'Yes, by another road.');
  await visit.sees('Yes, by another road.');
  await visit.say('Good.');
  await ana.hears('Good.');
  await expect(visit.page.getByText('There is no connection right now', { exact: false })).toHaveCount(0);
  await visit.page.getByRole('button', { name: 'End chat' }).click();
  await visit.page.getByRole('radio', { name: '4 of 5' }).check();
  await visit.page.getByRole('button', { name: 'Send rating' }).click();
  await expect(visit.page.getByText('Thank you for your rating')).toBeVisible();
  expect(await ana.messages(id)).toEqual(['Is anybody there?', 'Yes, by another road.', 'Good.']);
  // Answers come with what is sent, too: a quick talk is over before the first look of its own (POLL_OPEN_MS).
  await expect.poll(() => asked).toContain('/api/v1/visitor/poll');
  expect(visit.problems).toEqual([]);
});

test('P9 messages said while the carrier changes appear once, in order', async ({ context }) => {
  const network = createNetwork();
  const visit = await visitShop(context, relay, '/demo/', network.route);
  const { page } = visit;
  await visit.open();
  await visit.say('by socket');
  const id = await ana.hears('by socket');

  await network.block();
  await visit.say('while it falls');
  await ana.hears('while it falls');
  await ana.reply(id, 'answer by HTTP');
  await visit.sees('answer by HTTP');

  // Stored by HTTP, but its answer is held until the socket carries again and has told the same message.
  // By the page itself: what is asked with a body cannot be asked again for it over Firefox's protocol.
  await page.evaluate(() => {
    const { fetch } = window;
    const free = new Promise((resolve) => Object.assign(window, { letGo: resolve }));
    window.fetch = async (...given) => {
      const answer = await fetch(...given);
      if (String(given[0]).endsWith('/commands/message:send')) await free;
      return answer;
    };
  });
  await visit.say('while it rises');
  await ana.hears('while it rises');
  await network.free(page);
  await expect.poll(network.isUp).toBe(true);
  await ana.reply(id, 'answer by socket');
  await visit.sees('answer by socket');
  await visit.sees('while it rises');
  await page.evaluate(() => Reflect.get(window, 'letGo')());
  await visit.say('by socket again');
  await ana.hears('by socket again');

  const all = [
    'by socket',
    'while it falls',
    'answer by HTTP',
    'while it rises',
    'answer by socket',
    'by socket again',
  ];
  for (const text of all) await visit.sees(text);
  expect(await ana.messages(id)).toEqual(all);
  await page.reload();
  await visit.open();
  for (const text of all) await visit.sees(text);
  expect(visit.problems).toEqual([]);
});
