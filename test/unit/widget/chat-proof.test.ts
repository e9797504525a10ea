import { expect, test } from 'vitest';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import type { Entry } from '../../../protocol/wire/model.ts';
import { settle } from '../../support/manual-clock.ts';
import { fromAna, NO_MARKS, opened, served, told, visit } from './visit.ts';

/** A client that cannot prove that it is up to date says so and repairs itself. */

const heads = (head: number, epoch = 'epoch-1') => ({ epoch, heads: { c1: head } });

test('P14 W10 what is known to be missing is fetched; where that lasts, it is said, and no longer when it is there', async () => {
  const here = await served();
  here.relay.fact('heads:told', heads(4));
  expect(here.chat.link.value).toBe('online');
  await here.clock.advance(800);
  expect(here.chat.link.value).toBe('behind');
  here.relay.settle('conversation:sync', refusal('unavailable'));
  await settle();
  expect(here.chat.link.value).toBe('behind');
  // The next heartbeat asks again.
  here.relay.fact('heads:told', heads(4));
  const entries = [fromAna(4, 'There')];
  here.relay.settle(
    'conversation:sync',
    success({ conversationId: 'c1', entries, head: 4, more: false, marks: NO_MARKS }),
  );
  await settle();
  expect([here.lines(), here.chat.link.value]).toEqual([['Hello|sent', 'There|received'], 'online']);
  expect(here.relay.starts).toBe(1);
});

test('W10 a gap that closes within 800 ms is not worth a word', async () => {
  const here = await served();
  told(here, fromAna(5, 'second'));
  await here.clock.advance(799);
  const entries = [fromAna(4, 'first'), fromAna(5, 'second')];
  here.relay.settle(
    'conversation:sync',
    success({ conversationId: 'c1', entries, head: 5, more: false, marks: NO_MARKS }),
  );
  await settle();
  await here.clock.advance(10_000);
  expect(here.chat.link.value).toBe('online');
});

test('P14 who is told no heads for 25 s connects anew; with heads it stays', async () => {
  const here = await served();
  for (let beat = 0; beat < 10; beat += 1) {
    await here.clock.advance(10_000);
    here.relay.fact('heads:told', heads(3));
  }
  expect(here.relay.starts).toBe(1);
  await here.clock.advance(24_999);
  expect(here.relay.starts).toBe(1);
  await here.clock.advance(1);
  expect(here.relay.starts).toBe(2);
});

test('P14 a visitor without a conversation is told no heads, and is left in peace', async () => {
  const here = opened();
  await here.clock.advance(120_000);
  expect(here.relay.starts).toBe(1);
});

test('P13 heads of another epoch: greeted anew, nothing held, the unsent kept and sent where it was meant to go', async () => {
  const here = await served();
  here.relay.script('message:send', () => refusal('unavailable'));
  here.say('Was this stored?');
  await settle();
  here.relay.epoch = 'epoch-2';
  here.relay.fact('heads:told', heads(2, 'epoch-2'));
  await here.clock.advance(0);
  expect(here.relay.starts).toBe(2);
  expect(here.lines()).toContain('Was this stored?|pending');
  const entries: Entry[] = [fromAna(1, 'Restored')];
  here.relay.storing(2).greet({
    conversations: [{ conversationId: 'c1', entries, head: 1, more: false, marks: NO_MARKS }],
  });
  await settle();
  const ids = here.relay.payloads('message:send').map(({ clientId }) => clientId);
  expect(new Set(ids).size, 'the same id before and after').toBe(1);
  expect(here.lines()).toEqual(['Restored|received', 'Was this stored?|sent']);
});

test('P13 a message whose conversation is in no database any more opens one, without the person', async () => {
  const here = await served();
  here.relay.script('message:send', () => refusal('not_found'));
  here.say('one');
  here.say('two');
  await settle();
  // The first opens a conversation; the second was for the lost one as well, and joins.
  expect(here.relay.payloads('conversation:open').map(({ body }) => body)).toEqual(['Hello', 'one', 'two']);
  expect(
    here.chat.thread.value.some((item) => item.kind === 'group' && item.lines.some((l) => l.state === 'failed')),
  ).toBe(false);
});

test('P1 an id that names another text is given up: trying again sends the same words under a new one', async () => {
  const here = await served();
  here.relay.script('message:send', () => refusal('cid_conflict'));
  here.say('Mine');
  await settle();
  const [first] = here.relay.payloads('message:send');
  expect(here.lines()).toEqual(['Hello|sent', 'Mine|failed']);
  here.relay.storing(4);
  here.chat.retry(first?.clientId ?? '');
  await settle();
  expect(here.relay.payloads('message:send').at(-1)).toMatchObject({ body: 'Mine' });
  expect(here.relay.payloads('message:send').at(-1)?.clientId).not.toBe(first?.clientId);
  expect(here.lines()).toEqual(['Hello|sent', 'Mine|sent']);
});

test('W17 a page that sleeps lets go of its link, and comes back with what is kept', async () => {
  const here = await served();
  here.page.tell('away');
  expect(here.relay.wanted).toBe(false);
  here.say('typed as it fell asleep');
  here.page.tell('back');
  expect(here.relay.wanted).toBe(true);
  here.relay.storing(4).greet();
  await settle();
  expect(here.lines().at(-1)).toBe('typed as it fell asleep|sent');
});

test('W8 two tabs that are new ask for a token one after the other, and are one visitor', async () => {
  const line: (() => Promise<void>)[] = [];
  const alone = (run: () => Promise<void>) => void line.push(run);
  const first = visit({ alone });
  const second = visit({ alone, shelf: first.shelf, clock: first.clock });
  first.chat.setOpen(true);
  second.chat.setOpen(true);
  expect([first.relay.starts, second.relay.starts]).toEqual([0, 0]);
  const turn = line[0]?.();
  expect([first.relay.starts, second.relay.starts]).toEqual([1, 0]);
  first.relay.greet();
  await first.clock.advance(100);
  await turn;
  await line[1]?.();
  expect(second.relay.starts).toBe(1);
  expect(second.relay.hello().token).toBe('token-of-visitor-1');
});

test('W8 who waits for the token of another tab goes on as soon as it is there', async () => {
  const here = visit({ alone: () => {} });
  here.chat.setOpen(true);
  await here.clock.advance(800);
  expect([here.relay.starts, here.chat.link.value]).toEqual([0, 'connecting']);
  here.shelf.other('token', 'token-of-other-tab');
  expect(here.relay.starts).toBe(1);
});

test('W8 a second carrier that was greeted as somebody new becomes who the first one is', async () => {
  const here = opened();
  here.relay.greet({ token: 'token-of-somebody-else', visitorId: 'visitor-2' });
  expect(here.shelf.read('token')).toBe('token-of-visitor-1');
  await here.clock.advance(0);
  expect(here.relay.hello().token).toBe('token-of-visitor-1');
});

test('P33 a token that is exchanged takes the place of the one before, without a second greeting', async () => {
  const here = await served();
  here.relay.enter({ status: 'offline' });
  here.relay.greet({ token: 'token-of-tomorrow' });
  await here.clock.advance(0);
  expect([here.shelf.read('token'), here.relay.starts]).toEqual(['token-of-tomorrow', 1]);
  expect(here.lines()).toEqual(['Hello|sent']);
});
