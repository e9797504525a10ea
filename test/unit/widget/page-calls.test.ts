import { effect } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { success } from '../../../protocol/wire/errors.ts';
import { OUTBOX_MESSAGES_MAX } from '../../../protocol/wire/limits.ts';
import type { DeskbellEvents } from '../../../widget/embed/api.ts';
import { createHostLink } from '../../../widget/model/host-link.ts';
import type { Who } from '../../../widget/model/ports.ts';
import { settle } from '../../support/manual-clock.ts';
import { ana, fromAna, subjectOf, told, type Visit, type VisitParts, visit } from './visit.ts';

/** The page's commands over the real model, at moments that no page chooses (W18). */

type Event = [name: string, detail: unknown];

function pageOf(from: Partial<VisitParts> = {}) {
  const who: Who = {};
  const here = visit({ ...from, who });
  const events: Event[] = [];
  const setLocale = vi.fn();
  const restart = vi.fn();
  const host = createHostLink({
    ...{ chat: here.chat, who, options: {}, watch: effect },
    ports: {
      setLocale,
      restart,
      subjectOf,
      popOut: () => true,
      soon: (run) => run(),
      after: () => () => {},
      warn: () => {},
    },
  });
  for (const name of Object.keys(SHAPES)) host.run('on', [name, (detail: unknown) => events.push([name, detail])]);
  return { here, host, who, events, setLocale, restart };
}

/** As widget/embed/api.ts publishes them: another field, or none, does not compile. */
const SHAPES = {
  ready: undefined,
  open: undefined,
  close: undefined,
  'message:sent': { text: expect.any(String) },
  'message:received': { text: expect.any(String), agent: expect.any(String) },
  unread: expect.any(Number),
  'conversation:started': undefined,
  'conversation:ended': { by: expect.stringMatching(/^(?:visitor|agent|system)$/) },
  'agent:assigned': { name: expect.any(String) },
  'agent:left': { name: expect.any(String) },
  'form:submitted': { topic: expect.any(String), fields: [expect.any(String)] },
  'file:sent': { type: expect.any(String), bytes: expect.any(Number) },
  queue: { waiting: expect.any(Boolean) },
  rating: { score: expect.any(Number) },
  availability: expect.any(Boolean),
  identified: { subject: expect.any(String) },
  error: { code: expect.any(String), message: expect.any(String) },
} satisfies DeskbellEvents;

const bodies = ({ relay }: Visit) =>
  [...relay.payloads('conversation:open'), ...relay.payloads('message:send')].map(({ body }) => body);

test('W18 what comes with each event is what the published types say', async () => {
  const { here, host, events } = pageOf();
  here.relay.script('visitor:identity', () => success({ subject: 'mia' }));
  here.chat.setOpen(true);
  here.relay.storing().greet();
  here.chat.intake.value = { topic: 'orders', fields: { order: '4711' } };
  host.run('identify', ['a.b.c']);
  here.relay.greet();
  host.run('sendMessage', ['Hello']);
  await settle();
  told(here, { kind: 'queued', seq: 2, at: 2, episode: 1, reason: 'opened' });
  told(here, { kind: 'assigned', seq: 3, at: 3, episode: 1, agent: ana });
  here.chat.setOpen(false);
  told(here, fromAna(4, 'Hi'));
  const file = { id: 'f1', name: 'a.png', kind: 'image' as const, type: 'image/png', bytes: 9 };
  told(here, { kind: 'message', author: 'visitor', seq: 5, at: 5, clientId: 'mine-5', body: 'a.png', file });
  told(here, { kind: 'queued', seq: 6, at: 6, episode: 1, reason: 'returned' });
  told(here, { kind: 'closed', seq: 7, at: 7, episode: 1, by: 'agent' });
  told(here, { kind: 'rated', seq: 8, at: 8, episode: 1, score: 5 });
  host.run('sendMessage', [5]);
  await settle();
  // `ready` is the loader's own.
  expect([...new Set(events.map(([name]) => name)), 'ready'].sort()).toEqual(Object.keys(SHAPES).sort());
  for (const [name, detail] of events) expect(detail, name).toEqual(SHAPES[name as keyof DeskbellEvents]);
});

test('W18 W8 signed out while a message is on its way: what is told late writes nothing, and the next person sends nothing', async () => {
  const { here, host } = pageOf();
  here.chat.setOpen(true);
  here.relay.greet();
  host.run('sendMessage', ['Secret']);
  await settle();
  expect(bodies(here)).toEqual(['Secret']);
  // As the panel does it (main.tsx), and the loader after it.
  void here.chat.ask('visitor:logout', {});
  host.dispose();
  here.chat.dispose();
  here.shelf.items.clear();
  here.tab.items.clear();
  here.relay.settle('conversation:open', success({ conversationId: 'c1', seq: 1, at: 1 }));
  // Late words of the relay to the one who is gone: a greeting with a token among them.
  here.relay.greet();
  told(here, { kind: 'queued', seq: 2, at: 2, episode: 1, reason: 'opened' });
  await settle();
  expect([here.shelf.names(), here.tab.names()]).toEqual([[], []]);
  const { here: next } = pageOf({ shelf: here.shelf, tab: here.tab, clock: here.clock });
  next.chat.setOpen(true);
  next.relay.storing().greet();
  await settle();
  expect([next.lines(), bodies(next)]).toEqual([[], []]);
});

test('W18 I3 named while the outbox is full: all of it waits for the new hello and goes out once, in order', async () => {
  const { here, host, who, events } = pageOf();
  here.relay.storing().greet();
  here.relay.enter({ status: 'offline' });
  const texts = Array.from({ length: OUTBOX_MESSAGES_MAX }, (_, at) => `text ${at}`);
  for (const text of texts) host.run('sendMessage', [text]);
  host.run('sendMessage', ['one too many']);
  expect(events.at(-1)).toEqual(['error', { code: 'invalid_argument', message: expect.stringMatching(/too many/) }]);
  host.run('identify', ['a.b.c', { name: 'Mia' }]);
  expect([who.identity, here.lines().length]).toEqual(['a.b.c', OUTBOX_MESSAGES_MAX]);
  expect(here.relay.greet().identity).toBe('a.b.c');
  await vi.waitUntil(async () => {
    await settle();
    return bodies(here).length >= texts.length;
  }, 60_000);
  await settle();
  expect(bodies(here)).toEqual(texts);
  expect(here.lines().every((line) => line.endsWith('|sent'))).toBe(true);
  expect(here.relay.payloads('visitor:describe')).toContainEqual({ name: 'Mia' });
});

test('W18 another language in the midst of a chat: the relay hears it, and words, draft and place stay', async () => {
  const { here, host, setLocale } = pageOf();
  here.chat.setOpen(true);
  here.relay.storing().greet();
  here.say('Hello');
  await settle();
  here.chat.write('half a sen');
  host.run('setLocale', ['de']);
  await settle();
  expect(setLocale).toHaveBeenCalledWith('de');
  expect(here.relay.payloads('visitor:describe')).toEqual([{ locale: 'de' }]);
  expect([here.lines(), here.chat.draft.value, here.chat.open.value]).toEqual([['Hello|sent'], 'half a sen', true]);
});

test('I5 somebody else is named: all begins anew at once, with a connection or without; a fresh token of the same person changes nothing', () => {
  const { here, host, who, restart } = pageOf();
  here.chat.setOpen(true);
  host.run('identify', ['for.mia.x', { name: 'Mia' }]);
  host.run('identify', ['for.mia.y']);
  expect([restart.mock.calls, who.identity]).toEqual([[], 'for.mia.y']);
  host.run('identify', ['for.ben.x', { name: 'Ben' }]);
  expect(restart.mock.calls).toEqual([[[['identify', 'for.ben.x', { name: 'Ben', email: undefined }]], true]]);
});
