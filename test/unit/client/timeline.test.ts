import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Reader } from '../../../protocol/client/reader.ts';
import {
  addEntries,
  addHead,
  addMarks,
  emptyTimeline,
  holdsMessage,
  isBehind,
  NO_MARKS,
  standingOf,
  unreadBy,
} from '../../../protocol/client/timeline.ts';
import { type Answer, refusal, success } from '../../../protocol/wire/errors.ts';
import type { Position } from '../../../protocol/wire/events.ts';
import type { Entry, MessageEntry, SyncPage } from '../../../protocol/wire/model.ts';
import { settle } from '../../support/manual-clock.ts';

const message = (seq: number, author: 'visitor' | 'agent' = 'visitor'): MessageEntry => ({
  kind: 'message',
  seq,
  at: seq,
  author,
  clientId: `client-${seq}`,
  body: `text ${seq}`,
});
const all = (count: number): Entry[] => Array.from({ length: count }, (_, index) => message(index + 1));

describe('P4 the timeline', () => {
  test('P4 applies the next, drops the older, remembers that there is later', () => {
    let timeline = addEntries(emptyTimeline('c'), [message(1), message(2)]);
    timeline = addEntries(timeline, [message(2), message(4)]);
    expect(timeline.entries.map((entry) => entry.seq)).toEqual([1, 2]);
    expect([timeline.last, timeline.head, isBehind(timeline)]).toEqual([2, 4, true]);
    timeline = addEntries(timeline, [message(3), message(4)]);
    expect([timeline.last, isBehind(timeline)]).toEqual([4, false]);
  });

  test('P4 whatever is lost, repeated or out of order: never a hole, never twice, never out of order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 5 }), { maxLength: 20 }),
        (batches) => {
          let timeline = emptyTimeline('c');
          for (const batch of batches) {
            timeline = addEntries(
              timeline,
              batch.map((seq) => message(seq)),
            );
            expect(timeline.entries.map((entry) => entry.seq)).toEqual(all(timeline.last).map((entry) => entry.seq));
            expect(timeline.head).toBeGreaterThanOrEqual(timeline.last);
          }
        },
      ),
    );
  });

  test('P4 marks and heads only rise', () => {
    let timeline = addMarks(emptyTimeline('c'), { ...NO_MARKS, agentRead: 5 });
    timeline = addMarks(timeline, { ...NO_MARKS, agentRead: 3, visitorRead: 2 });
    expect(timeline.marks).toEqual({ ...NO_MARKS, agentRead: 5, visitorRead: 2 });
    expect(addHead(addHead(timeline, 9), 4).head).toBe(9);
  });

  test('C1 the standing follows the entries through an episode and a reopening', () => {
    const entries: Entry[] = [
      { kind: 'queued', seq: 1, at: 1, episode: 1, reason: 'opened' },
      message(2),
      { kind: 'assigned', seq: 3, at: 3, episode: 1, agent: { id: 'a', name: 'Ana' } },
      { kind: 'closed', seq: 4, at: 4, episode: 1, by: 'agent' },
      { kind: 'rated', seq: 5, at: 5, episode: 1, score: 4 },
      { kind: 'queued', seq: 6, at: 6, episode: 2, reason: 'reopened' },
      { kind: 'assigned', seq: 7, at: 7, episode: 2, agent: { id: 'b', name: 'Bo' } },
      { kind: 'queued', seq: 8, at: 8, episode: 2, reason: 'agent_gone' },
    ];
    const upTo = (seq: number) => standingOf(addEntries(emptyTimeline('c'), entries.slice(0, seq)));
    expect(upTo(2)).toMatchObject({ status: 'queued', agent: null });
    expect(upTo(3)).toMatchObject({ status: 'active', agent: { name: 'Ana' } });
    expect(upTo(5)).toMatchObject({
      status: 'closed',
      closedBy: 'agent',
      rating: { score: 4 },
      agent: { name: 'Ana' },
    });
    expect(upTo(6)).toMatchObject({ status: 'queued', episode: 2, rating: null, requeued: false });
    expect(upTo(8)).toMatchObject({ status: 'queued', episode: 2, requeued: true, agent: null });
  });

  test('P4 unread counts the other side only, after the mark', () => {
    const timeline = addMarks(
      addEntries(emptyTimeline('c'), [message(1), message(2, 'agent'), message(3, 'agent'), message(4)]),
      { ...NO_MARKS, visitorRead: 2 },
    );
    expect(unreadBy('visitor', timeline)).toBe(1);
    expect(unreadBy('agent', timeline)).toBe(2);
    expect(holdsMessage(timeline, 'client-3')).toBe(true);
    expect(holdsMessage(timeline, 'client-9')).toBe(false);
  });
});

function openReader(stored: Entry[], pageSize = 3) {
  const asked: number[] = [];
  let broken = false;
  const shown: number[][] = [];
  const reader = new Reader({
    conversationId: 'c',
    sync: async (position: Position): Promise<Answer<SyncPage>> => {
      asked.push(position.afterSeq);
      if (broken) return refusal('unavailable');
      const entries = stored.filter((entry) => entry.seq > position.afterSeq).slice(0, pageSize);
      const head = stored.length;
      const more = (entries.at(-1)?.seq ?? position.afterSeq) < head;
      return success({ conversationId: 'c', entries, head, more, marks: NO_MARKS });
    },
    onChange: (timeline) => shown.push(timeline.entries.map((entry) => entry.seq)),
  });
  return { reader, asked, shown, breakLink: (value: boolean) => (broken = value) };
}

describe('P6 the reader', () => {
  test('P6 catches up page by page, asking once at a time', async () => {
    const { reader, asked } = openReader(all(8));
    void reader.catchUp();
    void reader.catchUp();
    await settle();
    expect(asked).toEqual([0, 3, 6]);
    expect(reader.timeline.last).toBe(8);
  });

  test('P6 a later entry makes it ask for what is between, and nothing is shown with a hole', async () => {
    const { reader, asked, shown } = openReader(all(5));
    reader.addEntry(message(1));
    reader.addEntry(message(5));
    await settle();
    expect(asked).toEqual([1, 4]);
    expect(reader.timeline.entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4, 5]);
    for (const list of shown) expect(list).toEqual(list.map((_, index) => index + 1));
  });

  test('P14 a head that is told reveals a silent loss', async () => {
    const { reader } = openReader(all(2));
    reader.addEntry(message(1));
    reader.addHead(2);
    await settle();
    expect(reader.timeline.last).toBe(2);
  });

  test('P6 a failed ask is not repeated by itself; the next sign asks again', async () => {
    const { reader, asked, breakLink } = openReader(all(2));
    breakLink(true);
    reader.addHead(2);
    await settle();
    expect(asked).toEqual([0]);
    breakLink(false);
    reader.addHead(2);
    await settle();
    expect(reader.timeline.last).toBe(2);
  });
});
