import { expect, test } from 'vitest';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { MESSAGE_CHARS_MAX, OUTBOX_MESSAGES_MAX } from '../../../protocol/wire/limits.ts';
import type { Entry, Marks } from '../../../protocol/wire/model.ts';
import { settle } from '../../support/manual-clock.ts';
import { type Visit, visit } from './visit.ts';

const ana = { id: 'a1', name: 'Ana' };
const NO_MARKS: Marks = { visitorDelivered: 0, visitorRead: 0, agentDelivered: 0, agentRead: 0 };

function opened(from?: Parameters<typeof visit>[0], available = true): Visit {
  const here = visit(from);
  here.chat.setOpen(true);
  here.relay.storing().greet({ available });
  return here;
}

function told(here: Visit, entry: Entry): void {
  here.relay.fact('entry:added', { conversationId: 'c1', entry });
}

/** A conversation that Ana has taken: 1 the visitor's message, 2 queued, 3 assigned. */
async function served(from?: Parameters<typeof visit>[0]): Promise<Visit> {
  const here = opened(from);
  here.say('Hello');
  await settle();
  told(here, { kind: 'queued', seq: 2, at: 2, episode: 1, reason: 'opened' });
  told(here, { kind: 'assigned', seq: 3, at: 3, episode: 1, agent: ana });
  return here;
}

const fromAna = (seq: number, body: string): Entry => ({
  kind: 'message',
  seq,
  at: seq,
  author: 'agent',
  agent: ana,
  clientId: `ana-${seq}`,
  body,
});

test('W3: nothing is stored and nothing connects before the visitor acts', () => {
  const here = visit();
  expect(here.relay.starts).toBe(0);
  expect(here.shelf.items.size + here.tab.items.size).toBe(0);
});

test('W3: a visitor with a conversation is connected at once; one without anything left is not', async () => {
  const first = await served();
  expect(first.shelf.read('chat')).toBe('1');
  const again = visit({ shelf: first.shelf });
  expect(again.relay.wanted).toBe(true);

  told(first, { kind: 'closed', seq: 4, at: 4, episode: 1, by: 'agent' });
  first.chat.skip();
  expect(first.shelf.read('chat')).toBeNull();
  expect(visit({ shelf: first.shelf }).relay.wanted).toBe(false);
});

test('W3: an opened and closed panel without a word leaves no connection behind', () => {
  const here = opened();
  here.chat.setOpen(false);
  expect(here.relay.wanted).toBe(false);
  expect(here.chat.link.value).toBe('quiet');
});

test('a first message opens the conversation with the page it was written on', async () => {
  const here = opened();
  here.say('  Hello  ');
  expect(here.lines()).toEqual(['Hello|pending']);
  await settle();
  expect(here.relay.payloads('conversation:open')).toEqual([
    {
      clientId: expect.stringMatching(/^client-id-/),
      body: 'Hello',
      email: undefined,
      page: { url: 'https://shop.example/', title: 'Shop' },
    },
  ]);
  expect(here.lines()).toEqual(['Hello|sent']);
  expect(here.chat.draft.value).toBe('');
});

test('what is written while the conversation opens follows into it, in order', async () => {
  const here = opened();
  here.say('one');
  here.say('two');
  await settle();
  expect(here.relay.payloads('conversation:open')).toHaveLength(1);
  expect(here.relay.payloads('message:send')).toMatchObject([{ conversationId: 'c1', body: 'two' }]);
  expect(here.lines()).toEqual(['one|sent', 'two|sent']);
});

test('W6: screens follow the conversation', async () => {
  const here = opened();
  expect(here.chat.screen.value).toBe('start');
  here.say('Hello');
  expect(here.chat.screen.value).toBe('waiting');
  await settle();
  told(here, { kind: 'queued', seq: 2, at: 2, episode: 1, reason: 'opened' });
  expect(here.chat.screen.value).toBe('waiting');
  here.relay.fact('availability:changed', { available: false });
  expect(here.chat.screen.value).toBe('unattended');
  told(here, { kind: 'assigned', seq: 3, at: 3, episode: 1, agent: ana });
  expect(here.chat.screen.value).toBe('active');
  expect(here.chat.agent.value).toEqual(ana);
  told(here, { kind: 'queued', seq: 4, at: 4, episode: 1, reason: 'agent_gone' });
  expect(here.chat.requeued.value).toBe(true);
  told(here, { kind: 'closed', seq: 5, at: 5, episode: 1, by: 'system' });
  expect(here.chat.screen.value).toBe('rating');
});

test('W6: with nobody there the message is left with an e-mail address, and more can be written', async () => {
  const here = opened(undefined, false);
  expect(here.chat.screen.value).toBe('nobody');
  here.chat.write('Do you ship to Norway?');
  here.chat.writeEmail('me at home');
  here.chat.send();
  expect(here.chat.emailWrong.value).toBe(true);
  expect(here.relay.payloads('conversation:open')).toEqual([]);
  expect(here.chat.draft.value).toBe('Do you ship to Norway?');

  here.chat.writeEmail(' me@example.org ');
  here.chat.send();
  await settle();
  expect(here.relay.payloads('conversation:open')).toMatchObject([{ email: 'me@example.org' }]);
  expect(here.chat.screen.value).toBe('unattended');
  here.say('By Friday?');
  await settle();
  expect(here.lines()).toEqual(['Do you ship to Norway?|sent', 'By Friday?|sent']);
});

test('W6: an address can be added to a message that waits', async () => {
  const here = opened(undefined, false);
  here.say('Do you ship to Norway?');
  await settle();
  here.chat.writeEmail('me@example.org');
  here.chat.leaveEmail();
  expect(here.relay.payloads('conversation:contact')).toEqual([{ conversationId: 'c1', email: 'me@example.org' }]);
  here.relay.settle('conversation:contact', success({ seq: 2, at: 2 }));
  told(here, { kind: 'contact', seq: 2, at: 2, email: 'me@example.org' });
  await settle();
  expect(here.chat.contact.value).toBe('me@example.org');
  expect(here.chat.email.value).toBe('');
});

test('W8: unsent messages survive a reload and are sent once, in order', async () => {
  const first = visit();
  first.chat.setOpen(true);
  first.relay.storing().greet();
  first.relay.enter({ status: 'offline' });
  first.say('one');
  first.say('two');
  expect(first.lines()).toEqual(['one|pending', 'two|pending']);
  first.chat.dispose();

  const again = visit({ shelf: first.shelf, clock: first.clock });
  expect(again.relay.wanted).toBe(true);
  expect(again.lines()).toEqual(['one|pending', 'two|pending']);
  again.relay.storing().greet();
  await settle();
  expect(again.relay.sent.filter((sent) => sent.name !== 'typing:set').map((sent) => sent.name)).toEqual([
    'conversation:open',
    'message:send',
  ]);
  expect(again.lines()).toEqual(['one|sent', 'two|sent']);
  expect(again.shelf.names().filter((name) => name.startsWith('out:'))).toEqual([]);
});

test('W8: a draft survives closing the panel and a reload of this tab, not a new tab', () => {
  const first = opened();
  first.chat.write('half a tho');
  first.chat.setOpen(false);
  expect(first.chat.draft.value).toBe('half a tho');
  expect(visit({ shelf: first.shelf, tab: first.tab }).chat.draft.value).toBe('half a tho');
  expect(visit({ shelf: first.shelf }).chat.draft.value).toBe('');
});

test('W8: the tab that was greeted first decides who this visitor is', async () => {
  const here = visit();
  here.chat.setOpen(true);
  here.shelf.write('token', 'token-of-other-tab');
  here.relay.greet({ token: 'token-of-this-tab' });
  expect(here.shelf.read('token')).toBe('token-of-other-tab');
  await here.clock.advance(0);
  expect(here.relay.starts).toBe(2);
  expect(here.relay.hello().token).toBe('token-of-other-tab');
});

test('W8: what another tab leaves behind or skips holds here too', async () => {
  const here = await served();
  told(here, { kind: 'closed', seq: 4, at: 4, episode: 1, by: 'agent' });
  expect(here.chat.screen.value).toBe('rating');
  here.shelf.other('skipped', 'c1:1');
  expect(here.chat.screen.value).toBe('ended');
  here.shelf.other('left', 'c1');
  expect(here.chat.screen.value).toBe('start');
  expect(here.lines()).toEqual([]);
});

test('W9: half a surrogate pair is replaced, a text of white space is not sent, one too long stays where it is', async () => {
  const here = opened();
  here.say(' \n ');
  here.say('x'.repeat(MESSAGE_CHARS_MAX + 1));
  expect(here.lines()).toEqual([]);
  expect(here.chat.draft.value).toHaveLength(MESSAGE_CHARS_MAX + 1);
  here.say('a\ud800b\u0000');
  await settle();
  expect(here.relay.payloads('conversation:open')).toMatchObject([{ body: 'a\ufffdb' }]);
  here.say('x'.repeat(MESSAGE_CHARS_MAX));
  await settle();
  expect(here.relay.payloads('message:send')).toHaveLength(1);
});

test('a full outbox keeps the text where it was written and says so', () => {
  const here = visit();
  here.chat.setOpen(true);
  for (let count = 0; count < OUTBOX_MESSAGES_MAX; count += 1) here.say(`message ${count}`);
  here.say('one more');
  expect(here.chat.draft.value).toBe('one more');
  expect(here.chat.notice.value).toEqual({ what: 'outbox_full', max: OUTBOX_MESSAGES_MAX });
});

test('a message that was refused stays, and is tried again in a new conversation where its own is over', async () => {
  const here = await served();
  here.relay.script('message:send', () => refusal('conversation_closed'));
  here.say('Too late?');
  await settle();
  const failed = here.chat.thread.value.flatMap((item) => (item.kind === 'group' ? item.lines : [])).at(-1);
  expect(failed).toMatchObject({ body: 'Too late?', state: 'failed', error: 'conversation_closed' });
  told(here, { kind: 'closed', seq: 4, at: 4, episode: 1, by: 'agent' });
  here.relay.script('conversation:open', () => success({ conversationId: 'c2', seq: 1, at: 9 }));
  here.chat.retry(failed?.clientId ?? '');
  await settle();
  expect(here.relay.payloads('conversation:open').at(-1)).toMatchObject({ body: 'Too late?' });
  expect(here.lines()).toEqual(['Too late?|sent']);
  expect(here.chat.screen.value).toBe('waiting');
});

test('rate_limited: the message waits as long as it is told to, and the person knows', async () => {
  const here = await served();
  let free = false;
  here.relay.script('message:send', () =>
    free ? success({ seq: 4, at: 4 }) : refusal('rate_limited', { retryAfterMs: 2_000 }),
  );
  here.say('Quick');
  await settle();
  expect(here.chat.notice.value).toEqual({ what: 'held', error: 'rate_limited' });
  expect(here.lines()).toEqual(['Hello|sent', 'Quick|pending']);
  free = true;
  await here.clock.advance(1_999);
  expect(here.relay.payloads('message:send')).toHaveLength(1);
  await here.clock.advance(1);
  expect(here.lines()).toEqual(['Hello|sent', 'Quick|sent']);
  expect(here.chat.notice.value).toBeNull();
});

test('W7: an unknown token is forgotten, and unsent texts go to the new visitor’s conversation', async () => {
  const here = await served();
  here.relay.enter({ status: 'offline' });
  here.say('Still here');
  here.relay.refuse('unauthorized');
  expect(here.shelf.read('token')).toBeNull();
  expect(here.lines()).toEqual(['Still here|pending']);
  await here.clock.advance(0);
  expect(here.relay.hello()).toMatchObject({ token: undefined, resume: undefined });
  here.relay.visitorId = 'visitor-2';
  here.relay.script('conversation:open', () => success({ conversationId: 'c2', seq: 1, at: 1 }));
  here.relay.greet();
  await settle();
  expect(here.relay.payloads('conversation:open').at(-1)).toMatchObject({ body: 'Still here' });
  expect(here.shelf.read('token')).toBe('token-of-visitor-2');
  expect(here.chat.refused.value).toBeNull();
});

test('W7: refused without a token is not tried again and again', async () => {
  const here = visit();
  here.chat.setOpen(true);
  here.relay.hello();
  here.relay.refuse('unauthorized');
  await here.clock.advance(60_000);
  expect(here.relay.starts).toBe(1);
  expect(here.chat.screen.value).toBe('blocked');
});

test('W7: an old version says so; a later greeting takes it back', () => {
  const here = visit();
  here.chat.setOpen(true);
  here.relay.refuse('version_too_old');
  expect(here.chat.screen.value).toBe('blocked');
  expect(here.chat.refused.value).toBe('version_too_old');
  here.relay.greet();
  expect(here.chat.screen.value).toBe('start');
});

test('W7: another epoch voids what is held, and the whole conversation is read anew', async () => {
  const here = await served();
  expect(here.relay.hello()).toMatchObject({ epoch: 'epoch-1', resume: [{ conversationId: 'c1', afterSeq: 3 }] });
  here.relay.enter({ status: 'offline' });
  here.relay.epoch = 'epoch-2';
  const entries: Entry[] = [{ ...fromAna(1, 'Restored'), kind: 'message' } as Entry];
  here.relay.greet({ conversations: [{ conversationId: 'c1', entries, head: 1, more: false, marks: NO_MARKS }] });
  await settle();
  expect(here.lines()).toEqual(['Restored|received']);
  expect(here.relay.hello()).toMatchObject({ epoch: 'epoch-2', resume: [{ conversationId: 'c1', afterSeq: 1 }] });
});

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
  here.page.tell('hidden');
  here.chat.setOpen(true);
  await here.clock.advance(500);
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

test('ending says when it could not, and ends when it could', async () => {
  const here = await served();
  here.chat.end();
  here.chat.end();
  expect(here.relay.payloads('conversation:close')).toEqual([{ conversationId: 'c1' }]);
  expect(here.chat.ending.value).toBe(true);
  here.relay.settle('conversation:close', refusal('unavailable'));
  await settle();
  expect(here.chat.notice.value).toEqual({ what: 'end_failed' });
  here.chat.end();
  told(here, { kind: 'closed', seq: 4, at: 4, episode: 1, by: 'visitor' });
  here.relay.settle('conversation:close', success({ seq: 4, at: 4 }));
  await settle();
  expect(here.chat.screen.value).toBe('rating');
  expect(here.chat.notice.value).toBeNull();
});

test('rating: the score with its comment, kept when it fails, thanked when it arrives', async () => {
  const here = await served();
  told(here, { kind: 'closed', seq: 4, at: 4, episode: 1, by: 'visitor' });
  await here.chat.rating.submit();
  expect(here.relay.payloads('conversation:rate')).toEqual([]);
  here.chat.rating.choose(4);
  here.chat.rating.write(' Kind and quick ');
  void here.chat.rating.submit();
  expect(here.relay.payloads('conversation:rate')).toEqual([
    { conversationId: 'c1', episode: 1, score: 4, comment: 'Kind and quick' },
  ]);
  here.relay.settle('conversation:rate', refusal('unavailable'));
  await settle();
  expect(here.chat.rating.state.value).toBe('failed');
  expect(here.chat.rating.score.value).toBe(4);
  void here.chat.rating.submit();
  told(here, { kind: 'rated', seq: 5, at: 5, episode: 1, score: 4, comment: 'Kind and quick' });
  here.relay.settle('conversation:rate', success({ seq: 5, at: 5 }));
  await settle();
  expect(here.chat.screen.value).toBe('ended');
  expect(here.chat.rated.value).toBe(4);
});

test('a skipped rating is not asked for again after a reload', async () => {
  const first = await served();
  const closed: Entry = { kind: 'closed', seq: 4, at: 4, episode: 1, by: 'visitor' };
  told(first, closed);
  first.chat.skip();
  const again = visit({ shelf: first.shelf });
  again.chat.setOpen(true);
  const entries: Entry[] = [
    { kind: 'queued', seq: 1, at: 1, episode: 1, reason: 'opened' },
    { ...closed, seq: 2 },
  ];
  again.relay.greet({ conversations: [{ conversationId: 'c1', entries, head: 2, more: false, marks: NO_MARKS }] });
  expect(again.chat.screen.value).toBe('ended');
});

test('a new chat starts with an empty page, also after a reload; the next message opens it', async () => {
  const here = await served();
  told(here, { kind: 'closed', seq: 4, at: 4, episode: 1, by: 'visitor' });
  here.chat.startNew();
  expect(here.chat.screen.value).toBe('start');
  expect(here.chat.thread.value).toEqual([]);
  const again = visit({ shelf: here.shelf });
  again.chat.setOpen(true);
  const entries: Entry[] = [{ kind: 'closed', seq: 1, at: 4, episode: 1, by: 'visitor' }];
  again.relay.greet({ conversations: [{ conversationId: 'c1', entries, head: 1, more: false, marks: NO_MARKS }] });
  expect(again.chat.screen.value).toBe('start');
  here.relay.script('conversation:open', () => success({ conversationId: 'c2', seq: 1, at: 9 }));
  here.say('Another thing');
  await settle();
  expect(here.relay.payloads('conversation:open')).toHaveLength(2);
  expect(here.lines()).toEqual(['Another thing|sent']);
});

test('ending is undone by going on: the message goes into the same conversation', async () => {
  const here = await served();
  told(here, { kind: 'closed', seq: 4, at: 4, episode: 1, by: 'visitor' });
  expect(here.chat.canContinue.value).toBe(true);
  here.chat.continueChat();
  expect(here.chat.screen.value).toBe('start');
  here.relay.script('message:send', () => success({ seq: 5, at: 5 }));
  here.say('One more thing');
  await settle();
  expect(here.relay.payloads('message:send')).toMatchObject([{ conversationId: 'c1', body: 'One more thing' }]);
  told(here, { kind: 'queued', seq: 6, at: 6, episode: 2, reason: 'reopened' });
  expect(here.chat.screen.value).toBe('waiting');
});

test('a disposed chat leaves no timer behind', async () => {
  const here = await served();
  here.chat.write('x');
  here.relay.fact('typing:changed', { conversationId: 'c1', by: 'agent', typing: true });
  told(here, fromAna(4, 'Hi'));
  here.relay.enter({ status: 'offline' });
  here.chat.dispose();
  expect(here.clock.waiting).toBe(0);
  expect(here.relay.wanted).toBe(false);
});
