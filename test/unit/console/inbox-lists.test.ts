import { signal } from '@preact/signals';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsPlace } from '../../../console/model/fits-place.ts';
import { InboxIndex } from '../../../console/model/inbox-index.ts';
import { orderOf } from '../../../console/model/inbox-order.ts';
import { formatPlace, type ListPlace, parsePlace, WHOLE_LIST } from '../../../console/model/list-place.ts';
import { formatRoute, parseRoute } from '../../../console/model/route.ts';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { INBOX_BULK_MAX } from '../../../protocol/wire/inbox-limits.ts';
import type { ConversationSummary } from '../../../protocol/wire/model.ts';
import { ana, ConsoleDesk, summaryOf } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';

const NOW = 10_000_000;
const seer = { meId: ana.id, isMentioned: (id: string) => id === 'c3', isAsked: (id: string) => id === 'c2' };
const PLACES: Record<string, ListPlace> = {
  tagged: { view: 'all', sort: 'waiting', filter: { tag: 'vip' } },
  late: { view: 'all', sort: 'waiting', filter: { minutes: 5 } },
  own: { view: 'mine', sort: 'activity', filter: { department: '' } },
  named: { view: 'mentions', sort: 'waiting', filter: {} },
};

const summary = fc.record({
  id: fc.integer({ min: 0, max: 12 }).map((n) => `c${n}`),
  status: fc.constantFrom('queued', 'active', 'closed'),
  mine: fc.boolean(),
  waits: fc.option(fc.integer({ min: 0, max: 20 })),
  at: fc.integer({ min: 0, max: 30 }),
  tags: fc.constantFrom([], ['vip']),
  departmentId: fc.constantFrom(null, 'd1'),
});

function made(given: Record<string, unknown>, change: number): ConversationSummary {
  const { id, status, mine, waits, at, tags, departmentId } = given as never as {
    id: string;
    status: ConversationSummary['status'];
    mine: boolean;
    waits: number | null;
    at: number;
    tags: string[];
    departmentId: string | null;
  };
  return summaryOf(id, {
    ...{ change, status, tags, departmentId, openedAt: at * 60_000, queuedAt: at * 60_000, lastAt: at * 60_000 },
    agent: status === 'queued' ? null : mine ? { id: ana.id, name: ana.name } : { id: 'agent-2', name: 'Bo' },
    closedAt: status === 'closed' ? at * 60_000 : null,
    waitingSince: waits === null ? null : NOW - waits * 60_000,
  });
}

test('U2 counts, order and who waits longest are what counting over everything would say, after any changes', () => {
  fc.assert(
    fc.property(
      fc.array(summary, { maxLength: 60 }),
      fc.constantFrom('waiting', 'newest', 'oldest', 'activity'),
      fc.constantFrom('all', 'mine', 'unassigned', 'mentions'),
      (changes, sort, view) => {
        const place: ListPlace = { view, sort, filter: {} };
        const index = new InboxIndex({ ...seer, leads: true, isSnoozed: () => false });
        index.show(place);
        index.count(new Map(Object.entries(PLACES)));
        changes.forEach((given, at) => void index.put(made(given, at)));
        const all = [...index.lines.values()];
        const fits = (which: ListPlace, one: ConversationSummary) =>
          fitsPlace(one, which, seer) && (one.status !== 'closed' || which.view === 'mentions');
        for (const [key, which] of Object.entries(PLACES)) {
          const waits = all.filter(({ summary: one }) => fits(which, one));
          const counted = which.filter.minutes
            ? waits.filter(({ summary: one }) => one.waitingSince !== null && NOW - one.waitingSince >= 5 * 60_000)
            : waits;
          expect(index.tally(key, NOW), key).toBe(counted.length);
        }
        expect(index.tally('unassigned', NOW)).toBe(all.filter((one) => one.summary.status === 'queued').length);
        const listed = all
          .filter(({ summary: one }) => fitsPlace(one, place, seer))
          .filter(({ summary: one }) => view !== 'all' || sort === 'waiting' || one.status !== 'closed')
          .sort(orderOf(sort));
        expect(index.list.map((line) => line.summary.id)).toEqual(listed.map((line) => line.summary.id));
        const waiting = all.flatMap(({ summary: one }) => (one.status === 'closed' ? [] : (one.waitingSince ?? [])));
        expect(index.waits[0]?.summary.waitingSince).toBe(waiting.length > 0 ? Math.min(...waiting) : undefined);
      },
    ),
  );
});

test('U3 a list stands in the address and comes back from it; what cannot be read is left out', () => {
  const place: ListPlace = {
    view: 'mine',
    sort: 'oldest',
    filter: { tag: 'a&b=c', department: '', minutes: 5, rating: 'low', channel: 'mail', text: 'zoë' },
  };
  expect(parsePlace(formatPlace(place))).toEqual(place);
  expect(formatPlace(WHOLE_LIST)).toBe('');
  const route = { name: 'inbox' as const, conversationId: 'c/1', list: place };
  expect(parseRoute(formatRoute(route))).toEqual(route);
  expect(parsePlace('view=everything&sort=up&minutes=-3&rating=superb&channel=pigeon&tag=')).toEqual(WHOLE_LIST);
});

test('U3 another address is another list; a conversation keeps the list it was opened from', async () => {
  const desk = new ConsoleDesk();
  await desk.open([
    summaryOf('a', { tags: ['vip'] }),
    summaryOf('b'),
    summaryOf('c', { status: 'queued', agent: null }),
  ]);
  const shown = () => {
    const { length, at } = desk.desk.lists.listed.value;
    return Array.from({ length }, (_, index) => at(index)?.id);
  };
  desk.app.go({ name: 'inbox', conversationId: null, list: parsePlace('tag=vip') });
  expect(shown()).toEqual(['a']);
  desk.app.go({ name: 'inbox', conversationId: 'a', list: desk.desk.lists.place.value });
  expect([desk.app.hrefOf(desk.app.route.value), shown()]).toEqual(['/console/inbox/a?tag=vip', ['a']]);
  desk.app.go({ name: 'inbox', conversationId: null });
  expect(shown()).toEqual(['a', 'b', 'c']);
});

test('K4 U1 what was put off, and where somebody named me, moves at once and is counted', async () => {
  const desk = new ConsoleDesk();
  await desk.open([summaryOf('a'), summaryOf('b')]);
  const [snoozed, mentioned] = [signal<ReadonlySet<string>>(new Set()), signal<ReadonlySet<string>>(new Set())];
  desk.desk.inbox.listen(snoozed, mentioned);
  snoozed.value = new Set(['a']);
  expect(desk.desk.inbox.listed.value.sections.map(({ name, count }) => [name, count])).toEqual([
    ['yours', 1],
    ['snoozed', 1],
  ]);
  mentioned.value = new Set(['b']);
  expect(desk.desk.inbox.tally('mentions')).toBe(1);
  mentioned.value = new Set();
  expect(desk.desk.inbox.tally('mentions')).toBe(0);
});

test('U1 D11 the list of mentions holds what the relay says names me, until it was looked at', async () => {
  const desk = new ConsoleDesk();
  const mention = { conversationId: 'b', number: 1, label: 'b', siteName: 'Shop', by: { id: 'bo', name: 'Bo' } };
  const mentions = [{ ...mention, text: '@Ana look', at: 1, seenAt: null }];
  desk.relay.script('mention:list', () => success({ mentions, more: false, unread: 1 }));
  await desk.open([summaryOf('a'), summaryOf('b')]);
  await settle();
  expect(desk.desk.inbox.tally('mentions')).toBe(1);
  desk.app.go({ name: 'inbox', conversationId: null, list: parsePlace('view=mentions') });
  expect([desk.desk.lists.listed.value.length, desk.desk.lists.listed.value.at(0)?.id]).toEqual([1, 'b']);
  desk.desk.composing.mentions.seen('b');
  expect(desk.desk.inbox.tally('mentions')).toBe(0);
});

test('U5 closed ones come as somebody looks back; one that ends now stands where it belongs, one that goes on leaves', async () => {
  const desk = new ConsoleDesk();
  const ended = (id: string, closedAt: number) => summaryOf(id, { status: 'closed', closedAt, score: null });
  const pages = [
    { conversations: [ended('x', 900)], next: { closedAt: 800, conversationId: 'y' } },
    { conversations: [], next: { closedAt: 400, conversationId: 'z' } },
    { conversations: [ended('old', 100)], next: null },
  ];
  desk.relay.script('inbox:closed', () => success(pages.shift() as never));
  await desk.open([summaryOf('a')]);
  desk.app.go({ name: 'inbox', conversationId: null, list: parsePlace('view=closed&rating=none') });
  await settle();
  const { closed, listed } = desk.desk.lists;
  const ids = () => Array.from({ length: listed.value.length }, (_, at) => listed.value.at(at)?.id);
  expect([ids(), closed.state.value, closed.next.value]).toEqual([['x', 'old'], 'ready', null]);
  expect(desk.relay.payloads('inbox:closed')[2]).toEqual({
    filter: { rating: 'none' },
    ...{ order: 'newest', after: { closedAt: 400, conversationId: 'z' } },
  });
  closed.moved(ended('now', 1_000));
  closed.moved(summaryOf('x', { status: 'active' }));
  closed.moved(summaryOf('rated', { status: 'closed', closedAt: 1_100, score: 5 }));
  expect(ids()).toEqual(['now', 'old']);
  expect(desk.desk.inbox.find('old')?.id).toBe('old');
});

test('U8 many are asked for in parts, a busy relay is asked again, and one answer counts them all', async () => {
  const desk = new ConsoleDesk();
  const count = INBOX_BULK_MAX + 2;
  await desk.open(Array.from({ length: count }, (_, n) => summaryOf(`c${n}`)));
  let asked = 0;
  desk.relay.script('inbox:bulk', ({ conversationIds }) => {
    asked += 1;
    if (asked === 2) return refusal('rate_limited', { retryAfterMs: 700 });
    const [first = '', ...done] = conversationIds;
    return success({ done, refused: [{ conversationId: first, error: 'reassigned' }] });
  });
  const { selection, bulk } = desk.desk.lists;
  selection.all();
  expect(selection.count.value).toBe(count);
  const running = bulk.run({ do: 'tag', add: ['vip'], remove: [] }, [...selection.ids.peek()]);
  await settle();
  expect(bulk.progress.value).toEqual({ asked: INBOX_BULK_MAX, total: count });
  await desk.clock.advance(700);
  await running;
  expect(bulk.result.value).toMatchObject({ left: 0 });
  expect(bulk.result.value?.done).toHaveLength(count - 2);
  expect([...(bulk.result.value?.refused ?? [])].map(([error, ids]) => [error, ids.length])).toEqual([
    ['reassigned', 2],
  ]);
  // What was not done is still chosen.
  expect(selection.count.value).toBe(2);
  void bulk.undo();
  await settle();
  expect(desk.relay.payloads('inbox:bulk').at(-1)?.act).toEqual({ do: 'tag', add: [], remove: ['vip'] });
});

test('U8 a range goes from what was chosen last to what is pressed, by the order on the screen', async () => {
  const desk = new ConsoleDesk();
  await desk.open(['a', 'b', 'c', 'd'].map((id, n) => summaryOf(id, { lastAt: 100 - n })));
  const { selection } = desk.desk.lists;
  selection.toggle('b');
  selection.extend('d');
  expect([...selection.ids.value].sort()).toEqual(['b', 'c', 'd']);
  selection.toggle('c');
  expect([...selection.ids.value].sort()).toEqual(['b', 'd']);
  selection.clear();
  expect(selection.count.value).toBe(0);
});
