// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../server/domain/measures/derive-facts.ts';
import type { AssignmentRow, EpisodeRowOfFacts, Facts, WaitRow } from '../../../server/domain/measures/fact-rows.ts';

/** What stored rows mean, by hand: one conversation, instants in seconds. */

const S = 1_000;
const episode = (more: Partial<EpisodeRowOfFacts> = {}): EpisodeRowOfFacts => ({
  ...{
    no: 1,
    episode: 1,
    siteId: 'site',
    departmentId: null,
    language: 'DE',
    page: 'https://shop.example/a?who=mia#x',
  },
  ...{ stage: null, topic: null, segments: '[]', tags: '[]', closedThen: 0, targetMs: null },
  ...{ openedAt: 0, closedAt: 600 * S, closedBy: 'agent', goneAt: null, goneHow: null, outcome: 'resolved' },
  ...{ score: null, solved: null, complaint: 0, lastAgentId: 'bo', person: 'v:mia', firstResponseMs: null },
  ...{ ratedAt: null, wordsFrom: 0, effort: null, recommend: null, commented: 0, running: null, queuedSince: null },
  ...more,
});
const wait = (more: Partial<WaitRow> = {}): WaitRow => ({
  ...{ no: 1, episode: 1, startedSeq: 1, first: 1, startedAt: 0, lengthMs: 60 * S, queueMs: 20 * S },
  ...{ end: 'answered', agentId: 'ana' },
  ...more,
});
const assignment = (agentId: string, at: number, endedAt: number | null, endReason: string | null): AssignmentRow => ({
  ...{ no: 1, agentId, at: at * S, endedAt: endedAt === null ? null : endedAt * S, endReason },
});
function derive(rows: Partial<Facts>, nowS = 1_000) {
  const none = { waits: [], assignments: [], written: [], again: [], promises: [] };
  const [fact] = deriveFacts({ episodes: [episode()], ...none, ...rows }, () => (from, to) => to - from, nowS * S);
  if (!fact) throw new Error('There is one.');
  return fact;
}

describe('what rows mean', () => {
  it('M1 the queue in a wait that still runs: what passed there before, and what passes there now', () => {
    const open = { closedAt: null, closedBy: null, outcome: null } as const;
    const running = { startedAt: 100 * S, startedSeq: 3, queueMs: 5 * S };
    const queueOf = (queuedSince: number | null, nowS: number) =>
      derive({ episodes: [episode({ ...open, running, queuedSince })] }, nowS).waits.map(({ queue }) => queue.ms);
    expect(queueOf(130 * S, 160)).toEqual([35 * S]);
    expect(queueOf(null, 160)).toEqual([5 * S]);
    // Queued before she wrote: only from then on. And never more than the wait is long.
    expect(queueOf(40 * S, 160)).toEqual([60 * S]);
    expect(queueOf(130 * S, 99)).toEqual([0]);
  });

  it('M2 a running wait is the first one until another was', () => {
    const open = { closedAt: null, closedBy: null, outcome: null } as const;
    const running = { startedAt: 100 * S, startedSeq: 3, queueMs: 0 };
    const firsts = (waits: WaitRow[]) =>
      derive({ episodes: [episode({ ...open, running })], waits }).waits.map(({ isFirst, isOpen }) => [
        isFirst,
        isOpen,
      ]);
    expect(firsts([])).toEqual([[true, true]]);
    expect(firsts([wait()])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('M3 N7 an answered wait is of whoever answered, another of whoever had it then, in the queue of nobody', () => {
    const assignments = [assignment('ana', 20, 100, 'requeued'), assignment('bo', 300, 600, 'closed')];
    const waits = [
      wait({ agentId: 'cleo' }),
      wait({ startedSeq: 3, startedAt: 80 * S, lengthMs: 10 * S, end: 'abandoned', agentId: null }),
      wait({ startedSeq: 5, startedAt: 80 * S, lengthMs: 120 * S, end: 'abandoned', agentId: null }),
      wait({ startedSeq: 7, startedAt: 590 * S, lengthMs: 10 * S, end: 'abandoned', agentId: null }),
    ];
    expect(derive({ assignments, waits }).waits.map(({ agentId }) => agentId)).toEqual(['cleo', 'ana', null, 'bo']);
  });

  it('M4 M5 two times in the queue and two with an agent: each summed, what lies between is in neither', () => {
    const assignments = [assignment('ana', 20, 100, 'requeued'), assignment('bo', 300, 600, 'closed')];
    const fact = derive({ assignments });
    expect([fact.queue.ms, fact.handling?.ms, fact.resolution.ms, fact.isServed]).toEqual([
      ...[220 * S, 380 * S, 600 * S],
      true,
    ]);
    const left = derive({ assignments: assignments.slice(0, 1) });
    expect([left.queue.ms, left.handling?.ms, left.isServed]).toEqual([520 * S, 80 * S, false]);
    // Handed on is no time in the queue.
    const handed = derive({
      assignments: [assignment('ana', 20, 300, 'transferred'), assignment('bo', 300, null, null)],
    });
    expect([handed.queue.ms, handed.handling?.ms]).toEqual([20 * S, 580 * S]);
  });

  it('M5 whom nobody ever had was not handled in no time', () => {
    const fact = derive({ episodes: [episode({ outcome: 'abandoned_in_queue' })] });
    expect([fact.handling, fact.queue.ms, fact.isServed]).toEqual([null, 600 * S, false]);
  });

  it('M5 opened again: a new life with its own begin, and the assignments of its own', () => {
    const again = episode({ episode: 2, openedAt: 700 * S, closedAt: 900 * S });
    const assignments = [assignment('ana', 10, 600, 'closed'), assignment('bo', 720, 900, 'closed')];
    const none = { waits: [], written: [], again: [], promises: [] };
    const facts = deriveFacts({ episodes: [episode(), again], assignments, ...none }, () => (a, b) => b - a, 1_000 * S);
    expect(
      facts.map((one) => [one.resolution.ms, one.queue.ms, one.handling?.ms, one.isReopened, one.isAgain]),
    ).toEqual([
      [600 * S, 10 * S, 590 * S, true, true],
      [200 * S, 20 * S, 180 * S, false, false],
    ]);
  });

  it('M5 left in the queue after somebody had it, and opened again: whoever has it next is of the new life', () => {
    const again = episode({ episode: 2, openedAt: 700 * S, closedAt: 900 * S });
    const assignments = [assignment('ana', 10, 300, 'requeued'), assignment('bo', 720, 900, 'closed')];
    const none = { waits: [], written: [], again: [], promises: [] };
    const episodes = [episode({ outcome: 'abandoned_in_queue' }), again];
    const facts = deriveFacts({ episodes, assignments, ...none }, () => (a, b) => b - a, 1_000 * S);
    expect(facts.map((one) => [one.queue.ms, one.handling?.ms, one.isServed])).toEqual([
      [310 * S, 290 * S, false],
      [20 * S, 180 * S, true],
    ]);
  });

  it('M9 a complaint that was spam is none; N5 a page is where, and never who', () => {
    expect([1, 0].map((complaint) => derive({ episodes: [episode({ complaint })] }).isComplaint)).toEqual([
      true,
      false,
    ]);
    const fact = derive({ episodes: [episode({ complaint: 1, outcome: 'spam' })] });
    expect([fact.isComplaint, fact.page, fact.language]).toEqual([false, 'shop.example/a', 'de']);
  });
});
