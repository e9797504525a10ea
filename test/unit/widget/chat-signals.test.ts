import { expect, test } from 'vitest';
import { success } from '../../../protocol/wire/errors.ts';
import type { Entry } from '../../../protocol/wire/model.ts';
import { settle } from '../../support/manual-clock.ts';
import { fromAna, NO_MARKS, opened, served, told, visit } from './visit.ts';

test('a gap is never shown: what is missing is asked for first', async () => {
  const here = await served();
  told(here, fromAna(5, 'second'));
  expect(here.lines()).toEqual(['Hello|sent']);
  expect(here.relay.payloads('conversation:sync').at(-1)).toEqual({ conversationId: 'c1', afterSeq: 3 });
  const entries = [fromAna(4, 'first'), fromAna(5, 'second')];
  here.relay.settle(
    'conversation:sync',
    success({ conversationId: 'c1', entries, head: 5, more: false, marks: NO_MARKS }),
  );
  await settle();
  expect(here.lines()).toEqual(['Hello|sent', 'first|received', 'second|received']);
});

test('a stored message whose place is still to come stays on the screen', async () => {
  const here = await served();
  here.relay.script('message:send', () => success({ seq: 6, at: 6 }));
  here.say('Mine');
  await settle();
  expect(here.lines()).toEqual(['Hello|sent', 'Mine|pending']);
  const clientId = here.relay.payloads('message:send').at(-1)?.clientId ?? '';
  const entries: Entry[] = [
    fromAna(4, 'a'),
    fromAna(5, 'b'),
    { kind: 'message', seq: 6, at: 6, author: 'visitor', clientId, body: 'Mine' },
  ];
  here.relay.settle(
    'conversation:sync',
    success({ conversationId: 'c1', entries, head: 6, more: false, marks: NO_MARKS }),
  );
  await settle();
  expect(here.lines()).toEqual(['Hello|sent', 'a|received', 'b|received', 'Mine|sent']);
});

test('W11: delivered when received, read when open and visible, at most one receipt in 500 ms', async () => {
  const here = await served();
  here.relay.script('receipt:set', () => success({}));
  here.chat.setOpen(false);
  told(here, fromAna(4, 'one'));
  expect(here.relay.payloads('receipt:set')).toEqual([{ conversationId: 'c1', deliveredSeq: 4, readSeq: 0 }]);
  expect(here.chat.unread.value).toBe(1);
  told(here, fromAna(5, 'two'));
  told(here, fromAna(6, 'three'));
  expect(here.relay.payloads('receipt:set')).toHaveLength(1);
  expect(here.chat.unread.value).toBe(3);
  await here.clock.advance(499);
  expect(here.relay.payloads('receipt:set')).toHaveLength(1);
  here.page.tell('hidden');
  here.chat.setOpen(true);
  await here.clock.advance(1);
  expect(here.relay.payloads('receipt:set').at(-1)).toEqual({ conversationId: 'c1', deliveredSeq: 6, readSeq: 0 });
  here.page.tell('shown');
  await here.clock.advance(500);
  expect(here.relay.payloads('receipt:set').at(-1)).toEqual({ conversationId: 'c1', deliveredSeq: 6, readSeq: 6 });
  expect(here.relay.payloads('receipt:set')).toHaveLength(3);
  expect(here.chat.unread.value).toBe(0);
});

test('W11: own messages show how far they came', async () => {
  const here = await served();
  here.relay.fact('receipt:changed', { conversationId: 'c1', marks: { ...NO_MARKS, agentDelivered: 3 } });
  expect(here.lines()).toEqual(['Hello|delivered']);
  here.relay.fact('receipt:changed', { conversationId: 'c1', marks: { ...NO_MARKS, agentDelivered: 3, agentRead: 3 } });
  expect(here.lines()).toEqual(['Hello|read']);
});

test('W11: the divider stands before what was new when the panel was opened', async () => {
  const here = await served();
  here.chat.setOpen(false);
  told(here, fromAna(4, 'while you were away'));
  here.chat.setOpen(true);
  expect(here.chat.thread.value.map((item) => item.kind)).toEqual(['day', 'group', 'event', 'unread', 'group']);
  // Who answers has seen what was new.
  here.chat.write('I see');
  here.chat.send();
  expect(here.chat.thread.value.map((item) => item.kind)).not.toContain('unread');
});

test('typing is told at once, then every three seconds, and not after sending', async () => {
  const here = await served();
  here.relay.script('typing:set', () => success({}));
  here.relay.script('message:send', () => success({ seq: 4, at: 4 }));
  const typed = () => here.relay.payloads('typing:set').map((payload) => payload.typing);
  here.chat.write('H');
  here.chat.write('He');
  expect(typed()).toEqual([true]);
  await here.clock.advance(3_000);
  here.chat.write('Hey');
  expect(typed()).toEqual([true, true]);
  here.chat.write('');
  expect(typed()).toEqual([true, true, false]);
  here.chat.write('Y');
  here.chat.send();
  expect(typed()).toEqual([true, true, false, true]);
});

test('the agent’s typing is shown for six seconds, or until the message', async () => {
  const here = await served();
  const typing = () => here.relay.fact('typing:changed', { conversationId: 'c1', by: 'agent', typing: true });
  typing();
  expect(here.chat.agentTyping.value).toBe(true);
  await here.clock.advance(5_999);
  expect(here.chat.agentTyping.value).toBe(true);
  await here.clock.advance(1);
  expect(here.chat.agentTyping.value).toBe(false);
  typing();
  told(here, fromAna(4, 'Here it is'));
  expect(here.chat.agentTyping.value).toBe(false);
});

test('W10: connecting and offline are said after 800 ms, not for a blink', async () => {
  const here = visit();
  here.chat.setOpen(true);
  await here.clock.advance(799);
  expect(here.chat.link.value).toBe('quiet');
  await here.clock.advance(1);
  expect(here.chat.link.value).toBe('connecting');
  here.relay.greet();
  expect(here.chat.link.value).toBe('online');
  here.relay.enter({ status: 'offline' });
  here.relay.enter({ status: 'connecting' });
  await here.clock.advance(500);
  here.relay.greet();
  await here.clock.advance(5_000);
  expect(here.chat.link.value).toBe('online');
  here.relay.enter({ status: 'offline' });
  await here.clock.advance(800);
  expect(here.chat.link.value).toBe('offline');
  here.relay.enter({ status: 'connecting' });
  expect(here.chat.link.value).toBe('offline');
});

test('the page coming back wakes the connection', () => {
  const here = opened();
  here.page.tell('back');
  here.page.tell('shown');
  expect(here.relay.wakes).toBe(2);
});

test('W4 a disposed chat leaves no timer and no open database behind', async () => {
  const here = await served();
  here.chat.write('x');
  here.relay.fact('typing:changed', { conversationId: 'c1', by: 'agent', typing: true });
  told(here, fromAna(4, 'Hi'));
  here.relay.enter({ status: 'offline' });
  here.chat.dispose();
  expect([here.clock.waiting, here.outbox.closed]).toEqual([0, 1]);
  expect(here.relay.wanted).toBe(false);
});
