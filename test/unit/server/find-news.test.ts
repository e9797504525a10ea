import { expect, test } from 'vitest';
import type { Planned } from '../../../protocol/wire/composer.ts';
import type { Question, QuestionNews } from '../../../protocol/wire/questions.ts';
import type { Notice } from '../../../server/usecases/context.ts';
import { findNews } from '../../../server/usecases/notices/find-news.ts';

const [ana, bo, cy] = [
  { id: 'ana', name: 'Ana' },
  { id: 'bo', name: 'Bo' },
  { id: 'cy', name: 'Cy' },
];
const question: Question = {
  ...{ id: 'q', conversationId: 'c', label: 'Visitor', siteName: 'Shop', by: ana, to: bo, department: null },
  ...{ text: 'Refund?', number: 1, askedAt: 1, dueAt: 9, state: 'open', endedAt: null, endedBy: null },
  ...{ answer: null, answerNumber: null, version: 1 },
};
const told = (given: Partial<Question>, why: QuestionNews, agentIds = ['ana', 'bo', 'cy']) =>
  findNews([{ tell: 'question', question: { ...question, ...given }, why, agentIds }]).map(
    ({ kind, agentId, who, text }) => [kind, agentId, who, text],
  );

test('NT2 D10 a mention is news for whoever it names, with who wrote it; the same one has the same cause', () => {
  const at = { conversationId: 'c', number: 3, label: 'Visitor', siteName: 'Shop', at: 1, seenAt: null };
  const notice: Notice = { tell: 'mention', agentId: 'bo', mention: { ...at, by: ana, text: '@Bo look' } };
  const [one, other] = [findNews([notice]), findNews([notice])];
  expect(one).toMatchObject([{ kind: 'mention', agentId: 'bo', conversationId: 'c', who: 'Ana', text: '@Bo look' }]);
  expect(other).toEqual(one);
  expect(findNews([{ tell: 'mentionSeen', agentId: 'bo', conversationId: 'c', upToNumber: 3 }])).toEqual([]);
});

test('NT2 D7 an answer for later is news when it asks, for its author, anew for each time that it asks', () => {
  const planned: Planned = {
    ...{ id: 'p', conversationId: 'c', by: ana, body: 'As promised', madeAt: 1, sendAt: 2, close: null },
    ...{ state: 'held', held: 'visitor_wrote', outsideHours: false, opensAt: null, version: 2 },
  };
  const held = findNews([{ tell: 'planned', planned }]);
  expect(held).toMatchObject([{ kind: 'held', agentId: 'ana', conversationId: 'c', text: 'As promised' }]);
  for (const state of ['waiting', 'sent', 'cancelled'] as const)
    expect(findNews([{ tell: 'planned', planned: { ...planned, state } }])).toEqual([]);
  const again = findNews([{ tell: 'planned', planned: { ...planned, version: 4 } }]);
  expect(again[0]?.cause).not.toBe(held[0]?.cause);
});

test('T15 T16 T17 a question is news for whoever is asked, its end for whoever asked, its time for both', () => {
  expect(told({}, 'asked')).toEqual([['ask', 'bo', 'Ana', 'Refund?']]);
  expect(told({ to: null, department: { id: 'd', name: 'Billing' } }, 'asked', ['ana', 'bo'])).toHaveLength(1);
  expect(told({ state: 'answered', endedBy: bo, answer: 'Yes' }, 'answered')).toEqual([
    ['mention', 'ana', 'Bo', 'Yes'],
  ]);
  expect(told({ state: 'declined', endedBy: bo }, 'declined')).toEqual([['mention', 'ana', 'Bo', 'Refund?']]);
  expect(told({ state: 'withdrawn', endedBy: cy }, 'withdrawn')).toEqual([]);
  expect(told({}, 'overdue').map(([kind, agentId]) => [kind, agentId])).toEqual([
    ['ask', 'bo'],
    ['mention', 'ana'],
  ]);
  expect(told({}, 'seen')).toEqual([]);
});
