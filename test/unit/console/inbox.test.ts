import { expect, test } from 'vitest';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { ConsoleDesk, summaryOf } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';
import { sectionsIn } from '../../support/sections-in.ts';

const names = (desk: ConsoleDesk) =>
  sectionsIn(desk.desk.inbox).map(([name, lines]) => [name, lines.map(({ id }) => id)]);

test('the longest wait is on top of its section, and sections stand in reading order', async () => {
  const desk = new ConsoleDesk();
  await desk.open([
    summaryOf('quiet', { lastAt: 9_000 }),
    summaryOf('short', { waitingSince: 5_000 }),
    summaryOf('long', { waitingSince: 2_000 }),
    summaryOf('later', { status: 'queued', agent: null, queuedAt: 400 }),
    summaryOf('first', { status: 'queued', agent: null, queuedAt: 300 }),
    summaryOf('theirs', { agent: { id: 'agent-2', name: 'Bo' } }),
    summaryOf('done', { status: 'closed', closedAt: 8_000 }),
  ]);
  expect(names(desk)).toEqual([
    ['yours', ['long', 'short', 'quiet']],
    ['waiting', ['first', 'later']],
    ['colleagues', ['theirs']],
    ['closed', ['done']],
  ]);
});

test('H7 who is kept until chat opens has a section of her own, and no wait that looks like a fault', async () => {
  const desk = new ConsoleDesk();
  const kept = summaryOf('kept', { status: 'queued', agent: null, held: true, waitingSince: 1_000, queuedAt: 100 });
  await desk.open([summaryOf('first', { status: 'queued', agent: null, queuedAt: 300, waitingSince: 1_000 }), kept], {
    at: 3_600_000,
  });
  expect(names(desk)).toEqual([
    ['waiting', ['first']],
    ['held', ['kept']],
  ]);
  const levelOf = (id: string) => {
    const summary = desk.desk.inbox.find(id);
    return summary && desk.desk.waitOf(summary)?.level;
  };
  expect([levelOf('first'), levelOf('kept')]).toEqual(['danger', 'calm']);
});

test('P15: a fact only says that there is more; pages are asked for until there is none', async () => {
  const desk = new ConsoleDesk();
  await desk.open([summaryOf('a')]);
  const pages = [
    { conversations: [summaryOf('a', { change: 2, unread: 1 })], change: 2, more: true, reset: false },
    { conversations: [summaryOf('b', { change: 3 })], change: 3, more: false, reset: false },
  ];
  desk.relay.script('inbox:sync', () =>
    success(pages.shift() ?? { conversations: [], change: 3, more: false, reset: false }),
  );
  desk.relay.fact('inbox:moved', { change: 3 });
  await settle();
  expect(desk.relay.payloads('inbox:sync')).toEqual([{ afterChange: 1 }, { afterChange: 2 }]);
  expect([...desk.desk.inbox.conversations.value.keys()]).toEqual(['a', 'b']);
  expect(desk.desk.inbox.unread.value).toBe(1);
});

test('P15: a long list comes in pages, and what changed meanwhile is asked for after the last one', async () => {
  const desk = new ConsoleDesk();
  desk.app.start(null);
  await settle();
  const queued = (id: string, queuedAt: number, change = 1) =>
    summaryOf(id, { status: 'queued', agent: null, queuedAt, change });
  const pages = [
    {
      conversations: [queued('a', 10), queued('b', 20), summaryOf('done', { status: 'closed' })],
      change: 4,
      more: true,
    },
    { conversations: [queued('c', 30), queued('d', 40)], change: 5, more: false },
  ];
  desk.relay.script('inbox:list', () => success(pages.shift() ?? { conversations: [], change: 0, more: false }));
  desk.relay.script('inbox:sync', () =>
    success({ conversations: [queued('a', 10, 5)], change: 5, more: false, reset: false }),
  );
  desk.relay.ready({ change: 5 });
  await settle();
  expect(desk.relay.payloads('inbox:list')).toEqual([{}, { after: { queuedAt: 20, conversationId: 'b' } }]);
  expect(desk.relay.payloads('inbox:sync')).toEqual([{ afterChange: 4 }]);
  expect([...desk.desk.inbox.conversations.value.keys()]).toEqual(['a', 'b', 'done', 'c', 'd']);
  expect(desk.desk.inbox.behind.value).toBe(false);
});

test('P14: heads that tell of a later change repair a lost fact', async () => {
  const desk = new ConsoleDesk();
  await desk.open([summaryOf('a')]);
  desk.relay.script('inbox:sync', () =>
    success({ conversations: [summaryOf('b', { change: 2 })], change: 2, more: false, reset: false }),
  );
  desk.relay.fact('heads:told', { epoch: 'epoch-1', heads: {}, change: 2 });
  await settle();
  expect(desk.desk.inbox.find('b')).toBeDefined();
});

test('P15: too far behind, the list is read afresh and what is gone is gone', async () => {
  const desk = new ConsoleDesk();
  await desk.open([summaryOf('old')]);
  desk.relay.script('inbox:sync', () => success({ conversations: [], change: 1, more: false, reset: true }));
  desk.relay.holding([summaryOf('new', { change: 9_000 })], 9_000);
  desk.relay.fact('inbox:moved', { change: 9_000 });
  await settle();
  expect([...desk.desk.inbox.conversations.value.keys()]).toEqual(['new']);
});

test('P13: another epoch is another database: everything held is dropped and listed again', async () => {
  const desk = new ConsoleDesk();
  await desk.open([summaryOf('before', { change: 700 })], { change: 700 });
  desk.relay.holding([summaryOf('after')], 5);
  desk.relay.ready({ epoch: 'epoch-2', change: 5 });
  await settle();
  expect([...desk.desk.inbox.conversations.value.keys()]).toEqual(['after']);
});

test('P13: an answer of before the change of epoch is void', async () => {
  const desk = new ConsoleDesk();
  await desk.open([summaryOf('before')]);
  desk.relay.fact('inbox:moved', { change: 2 });
  desk.relay.holding([summaryOf('after')], 5);
  desk.relay.ready({ epoch: 'epoch-2', change: 5 });
  desk.relay.settle(
    'inbox:sync',
    success({ conversations: [summaryOf('ghost')], change: 2, more: false, reset: false }),
  );
  await settle();
  expect([...desk.desk.inbox.conversations.value.keys()]).toEqual(['after']);
});

test('an older summary never replaces a newer one', async () => {
  const desk = new ConsoleDesk();
  await desk.open([summaryOf('a', { change: 5, lastText: 'newer' })], { change: 5 });
  desk.relay.script('inbox:sync', () =>
    success({
      conversations: [summaryOf('a', { change: 4, lastText: 'older' })],
      change: 6,
      more: false,
      reset: false,
    }),
  );
  desk.relay.fact('inbox:moved', { change: 6 });
  await settle();
  expect(desk.desk.inbox.find('a')?.lastText).toBe('newer');
});

test('a list that could not be read says so and is asked for again by itself', async () => {
  const desk = new ConsoleDesk();
  desk.relay.script('inbox:list', () => refusal('unavailable'));
  desk.app.start(null);
  await settle();
  desk.relay.ready();
  await settle();
  expect(desk.desk.inbox.state.value).toBe('failed');
  desk.relay.holding([summaryOf('a')]);
  await desk.clock.advance(16_000);
  expect(desk.desk.inbox.state.value).toBe('ready');
});

test('M1: a wait turns to warn at 60 s and to danger at 180 s, by the relay’s clock', async () => {
  const desk = new ConsoleDesk();
  const relayNow = 5_000_000;
  await desk.open([summaryOf('a', { waitingSince: relayNow })], { at: relayNow });
  const level = () => desk.desk.waitOf(summaryOf('a', { waitingSince: relayNow }))?.level;
  expect(level()).toBe('calm');
  await desk.clock.advance(59_000);
  expect(level()).toBe('calm');
  await desk.clock.advance(1_000);
  expect(level()).toBe('warn');
  await desk.clock.advance(120_000);
  expect(level()).toBe('danger');
});
