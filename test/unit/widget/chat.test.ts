import { expect, test } from 'vitest';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { MESSAGE_CHARS_MAX, OUTBOX_MESSAGES_MAX } from '../../../protocol/wire/limits.ts';
import type { Entry } from '../../../protocol/wire/model.ts';
import { settle } from '../../support/manual-clock.ts';
import { ana, NO_MARKS, opened, served, told, visit } from './visit.ts';

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

test('W41 days and what may still be changed go by the relay’s clock, however wrong the visitor’s is', async () => {
  const here = visit();
  const ahead = 26 * 3_600_000;
  here.chat.setOpen(true);
  here.relay.greet({ at: here.clock.now() - ahead });
  await here.clock.advance(500);
  expect(here.clock.now() - here.chat.now()).toBe(ahead);
});
