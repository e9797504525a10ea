import { expect, test } from 'vitest';
import { subjectOf } from '../../../widget/browser/subject.ts';
import type { Who } from '../../../widget/model/ports.ts';
import { settle } from '../../support/manual-clock.ts';
import { opened, visit } from './visit.ts';

/** Several people at one browser: what one of them wrote is never sent as the next (I5). */

const bodies = ({ relay }: ReturnType<typeof visit>) => relay.payloads('conversation:open').map(({ body }) => body);

test('I5 written by one who was never greeted: the next one neither sees nor sends it, on this page and on the next', async () => {
  const who: Who = { identity: 'for.mia.x' };
  const first = visit({ who });
  first.chat.setOpen(true);
  first.say('Mia’s own words');
  await settle();
  expect(first.lines()).toEqual(['Mia’s own words|pending']);
  await first.clock.advance(10);

  const next = visit({ ...first, who: { identity: 'for.ben.x' } });
  next.chat.setOpen(true);
  await settle();
  expect(next.lines()).toEqual([]);
  next.relay.storing().greet();
  next.say('I am Ben');
  await settle();
  expect([bodies(next), next.lines()]).toEqual([['I am Ben'], ['I am Ben|sent']]);
});

test('I5 written before she signed in, by herself, or where a page names nobody in her browser: it goes out', async () => {
  for (const [before, after] of [
    [undefined, 'for.mia.x'],
    ['for.mia.x', 'for.mia.y'],
    ['for.mia.x', undefined],
  ]) {
    const first = visit({ who: { identity: before } });
    if (!after) first.relay.greet({ token: 'token-of-mia', visitorId: 'mia' });
    first.relay.enter({ status: 'offline' });
    first.chat.setOpen(true);
    first.say('Mine');
    await settle();
    const next = opened({ ...first, who: { identity: after } });
    await settle();
    expect(bodies(next)).toEqual(['Mine']);
  }
});

test('I5 written by one who was never greeted: a page that has not said yet who is there sends nothing of hers, and all once it names her', async () => {
  const first = visit({ who: { identity: 'for.mia.x' } });
  first.chat.setOpen(true);
  first.say('Mine');
  await settle();
  await first.clock.advance(10);

  const who: Who = {};
  const next = opened({ ...first, who });
  next.say('From somebody');
  await settle();
  expect([bodies(next), next.lines()]).toEqual([['From somebody'], ['From somebody|sent']]);
  who.identity = 'for.ben.x';
  next.chat.reread();
  expect(next.lines()).toEqual(['From somebody|sent']);
  who.identity = 'for.mia.y';
  next.chat.reread();
  await settle();
  expect(next.lines()).toEqual(['From somebody|sent', 'Mine|sent']);
});

test('I5 another tab signed somebody else in: this one follows, says its own word no more, and leaves unsent what was hers', async () => {
  const who: Who = { identity: 'for.mia.x' };
  const here = visit({ who });
  here.chat.setOpen(true);
  here.relay.storing().greet({ token: 'token-of-mia', visitorId: 'mia' });
  here.relay.enter({ status: 'offline' });
  here.say('Never sent by Mia');
  here.chat.write('half a sentence');
  await settle();

  // Signed out by the relay, and the other tab has not been greeted yet: it goes first.
  here.relay.refuse('unauthorized');
  await here.clock.advance(999);
  expect(here.relay.wanted).toBe(false);
  here.shelf.write('who', 'ben');
  here.shelf.other('token', 'token-of-ben');
  expect([here.relay.wanted, here.relay.hello()]).toEqual([
    true,
    expect.objectContaining({ token: 'token-of-ben', identity: undefined }),
  ]);
  here.relay.greet({ visitorId: 'ben' });
  await settle();
  expect([who.identity, here.chat.taken.value, here.lines(), here.chat.draft.value]).toEqual([undefined, 1, [], '']);
  expect(bodies(here)).toEqual([]);
});

test('I3 another tab lost the token on its way: who is named here is signed in again, and stays so', async () => {
  const who: Who = { identity: 'for.mia.x' };
  const here = visit({ who });
  here.chat.setOpen(true);
  here.relay.greet({ token: 'token-of-mia', visitorId: 'mia' });
  here.shelf.other('token', 'token-of-nobody');
  await here.clock.advance(0);
  expect(here.relay.hello()).toMatchObject({ token: 'token-of-nobody', identity: 'for.mia.x' });
  here.relay.greet({ token: 'token-of-mia-again', visitorId: 'mia' });
  expect([who.identity, here.chat.taken.value, here.shelf.read('token')]).toEqual([
    'for.mia.x',
    0,
    'token-of-mia-again',
  ]);
});

test('I5 the page names her again after another tab had named somebody else: that is the latest word', async () => {
  const who: Who = { identity: 'for.mia.x' };
  const here = visit({ who });
  here.chat.setOpen(true);
  here.relay.greet({ token: 'token-of-mia', visitorId: 'mia' });
  here.shelf.write('who', 'ben');
  here.shelf.other('token', 'token-of-ben');
  await here.clock.advance(0);
  here.relay.hello();
  here.relay.greet({ visitorId: 'ben' });
  expect([who.identity, here.chat.taken.value]).toEqual([undefined, 1]);
  who.identity = 'for.mia.x';
  expect(here.relay.hello()).toMatchObject({ token: 'token-of-ben', identity: 'for.mia.x' });
});

test('P13 I3 the relay has forgotten her token: the signed word is said again, and her words go out', async () => {
  const here = visit({ who: { identity: 'for.mia.x' } });
  here.chat.setOpen(true);
  here.relay.storing().greet({ token: 'old', visitorId: 'mia' });
  here.relay.enter({ status: 'offline' });
  here.say('Still mine');
  await settle();
  here.relay.refuse('unauthorized');
  await here.clock.advance(1_000);
  expect(here.relay.hello()).toMatchObject({ token: undefined, identity: 'for.mia.x' });
  here.relay.greet({ token: 'new', visitorId: 'mia-again' });
  await settle();
  expect([bodies(here), here.chat.taken.value]).toEqual([['Still mine'], 0]);
});

test('I5 whom a token names is read from it; of what is none, nobody', () => {
  const claims = (sub: unknown) => Buffer.from(JSON.stringify({ sub, name: 'Ä>?' })).toString('base64url');
  expect(['mia', '?>~ÿ'].map((sub) => typeof subjectOf(`head.${claims(sub)}.signature`))).toEqual(['string', 'string']);
  expect(subjectOf(`head.${claims('mia')}.signature`)).toBe('mia');
  for (const none of [undefined, null, '', 'a', 'a.b.c', 'a.%%%.c', {}]) expect(subjectOf(none)).toBeUndefined();
});
