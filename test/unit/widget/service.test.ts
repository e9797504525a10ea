import { expect, test } from 'vitest';
import { refusal } from '../../../protocol/wire/errors.ts';
import type { ServiceTold } from '../../../protocol/wire/settings.ts';
import { settle } from '../../support/manual-clock.ts';
import { opened, told, type Visit, visit } from './visit.ts';

const CLOSED: ServiceTold = { open: false, opensAt: 9_000, day: null, text: null };
const OPEN: ServiceTold = { open: true, opensAt: null, day: null, text: null };

function greeted(more: object): Visit {
  const here = visit();
  here.chat.setOpen(true);
  here.relay.storing().greet({ available: true, ...more });
  return here;
}

test('H6 closed: a message is left, whoever is available; open: as ever', () => {
  const here = greeted({ service: CLOSED });
  expect(here.chat.screen.value).toBe('nobody');
  expect(here.chat.service.value).toEqual(CLOSED);
  here.relay.fact('service:changed', OPEN);
  expect(here.chat.screen.value).toBe('start');
  expect(here.chat.service.value).toBeNull();
  expect(greeted({ service: OPEN }).chat.screen.value).toBe('start');
  // A relay that knows no hours says nothing of them.
  expect(greeted({}).chat.screen.value).toBe('start');
});

test('H7 it closes while the visitor waits: told, and not asked to write again', async () => {
  const here = opened();
  here.say('Hello');
  await settle();
  told(here, { kind: 'queued', seq: 2, at: 2, episode: 1, reason: 'opened' });
  expect(here.chat.screen.value).toBe('waiting');
  here.relay.fact('service:changed', CLOSED);
  told(here, { kind: 'notice', seq: 3, at: 3, what: 'kept' });
  expect(here.chat.screen.value).toBe('unattended');
  expect(here.chat.thread.value.at(-1)).toMatchObject({ kind: 'event', happening: { what: 'kept' } });
});

test('Q1 the place is shown while the conversation waits, and only of this one', async () => {
  const here = opened();
  here.relay.fact('queue:moved', { conversationId: 'c1', position: 2 });
  expect(here.chat.place.value).toBeNull();
  here.say('Hello');
  await settle();
  told(here, { kind: 'queued', seq: 2, at: 2, episode: 1, reason: 'opened' });
  expect(here.chat.place.value).toEqual({ conversationId: 'c1', position: 2 });
  here.relay.fact('queue:moved', { conversationId: 'c0', position: 9 });
  expect(here.chat.place.value).toBeNull();
  here.relay.fact('queue:moved', { conversationId: 'c1', position: 1, lowMs: 0, highMs: 60_000 });
  expect(here.chat.place.value).toMatchObject({ position: 1, highMs: 60_000 });
  told(here, { kind: 'assigned', seq: 3, at: 3, episode: 1, agent: { id: 'a1', name: 'Ana' } });
  expect(here.chat.place.value).toBeNull();
});

test('Q5 a full queue: the words stay, and are left with us or tried again', async () => {
  const here = opened();
  const answers = [refusal('queue_full'), refusal('queue_full')];
  const { send } = here.relay;
  const asked: object[] = [];
  here.relay.send = ((name: string, payload: object) => {
    if (name !== 'conversation:open') return send.call(here.relay, name as never, payload as never);
    asked.push(payload);
    const refused = answers.shift();
    return refused ? Promise.resolve(refused) : send.call(here.relay, name as never, payload as never);
  }) as never;
  here.say('Where is my jug?');
  await settle();
  expect(here.lines()).toEqual(['Where is my jug?|failed']);
  expect(here.chat.full.value).toBe(true);
  expect(here.chat.screen.value).toBe('start');
  const clientId =
    here.chat.thread.value.flatMap((item) => (item.kind === 'group' ? item.lines : []))[0]?.clientId ?? '';
  here.chat.retry(clientId);
  await settle();
  expect(here.lines()).toEqual(['Where is my jug?|failed']);

  here.chat.writeEmail('not an address');
  here.chat.leaveWithUs(clientId);
  expect(here.chat.emailWrong.value).toBe(true);
  expect(asked).toHaveLength(2);
  here.chat.writeEmail('me@example.org');
  here.chat.leaveWithUs(clientId);
  await settle();
  expect(asked.at(-1)).toMatchObject({ clientId, leave: true, email: 'me@example.org' });
  expect(here.lines()).toEqual(['Where is my jug?|sent']);
  expect(here.chat.full.value).toBe(false);
});

test('C13 the warning and the end for silence are told in the thread', async () => {
  const here = opened();
  here.say('Hello');
  await settle();
  told(here, { kind: 'queued', seq: 2, at: 2, episode: 1, reason: 'opened' });
  told(here, { kind: 'notice', seq: 3, at: 3, what: 'still_waiting', text: 'Soon.' });
  told(here, { kind: 'notice', seq: 4, at: 4, what: 'idle_warning', until: 99 });
  told(here, { kind: 'closed', seq: 5, at: 5, episode: 1, by: 'system', reason: 'idle' });
  const events = here.chat.thread.value.flatMap((item) => (item.kind === 'event' ? [item.happening] : []));
  expect(events).toMatchObject([
    { what: 'still_waiting', text: 'Soon.' },
    { what: 'idle_warning', until: 99 },
    { what: 'closed', by: 'system', reason: 'idle' },
  ]);
});
