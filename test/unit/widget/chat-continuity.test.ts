import { expect, test } from 'vitest';
import { success } from '../../../protocol/wire/errors.ts';
import { IDENTITY_CHARS_MAX } from '../../../protocol/wire/limits.ts';
import type { Entry } from '../../../protocol/wire/model.ts';
import { settle } from '../../support/manual-clock.ts';
import { fromAna, NO_MARKS, opened, served, told, visit } from './visit.ts';

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

test('I6: signed out in another tab, what was being written here is gone; a token alone that is gone takes no words', async () => {
  const here = visit();
  for (const name of ['token', 'chat']) here.shelf.other(name, '1');
  here.chat.write('half of a secret');
  here.chat.writeEmail('mia@example.org');
  here.shelf.other('token', null);
  expect(here.chat.draft.value).toBe('half of a secret');
  here.shelf.other('chat', null);
  expect([here.chat.draft.value, here.chat.email.value, here.tab.read('draft')]).toEqual(['', '', null]);
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

test('W18 I1 whatever a page gives as a token, the hello stays one that the relay takes', () => {
  const given = [undefined, '', 'x'.repeat(100_000), 5, { a: 1 }];
  const told = given.map((identity) => visit({ who: { identity: identity as string } }).relay.hello().identity);
  expect(told).toEqual([undefined, '', 'x'.repeat(IDENTITY_CHARS_MAX), '5', '[object Object]']);
});
