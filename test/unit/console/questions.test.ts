import { expect, test } from 'vitest';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import type { Question } from '../../../protocol/wire/questions.ts';
import { ana, assignedTo, ConsoleDesk, queued, summaryOf, visitorSays } from '../../support/console-desk.ts';
import { settle } from '../../support/manual-clock.ts';

const me = { id: ana.id, name: ana.name };
const bo = { id: 'agent-2', name: 'Bo' };
const toMe: Question = {
  ...{ id: 'q1', conversationId: 'c2', label: 'Visitor', siteName: 'Shop', by: bo, to: me, department: null },
  ...{ text: 'Refund?', number: 1, askedAt: 1, dueAt: 9, state: 'open', endedAt: null, endedBy: null },
  ...{ answer: null, answerNumber: null, version: 1 },
};
const mine: Question = { ...toMe, id: 'q2', by: me, to: bo };
const answered: Question = { ...mine, state: 'answered', endedAt: 2, endedBy: bo, answer: 'Yes', version: 2 };

async function open(held: Question[] = []): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk();
  desk.go('/console/inbox/c1');
  desk.relay.thread('c1', [visitorSays(1, 'Hello?'), queued(2), assignedTo(3, ana)]);
  for (const quiet of ['receipt:set', 'typing:set', 'question:seen'] as const)
    desk.relay.script(quiet, () => success({}));
  desk.http.answers.set('departments', success([]));
  desk.relay.script('team:list', () => success({ at: 0, members: [], awayReasons: [], idleAwayMs: 0, undoMs: 0 }));
  desk.relay.script('question:list', ({ conversationId }) =>
    success({ at: 0, questions: held.filter((one) => !conversationId || one.conversationId === conversationId) }),
  );
  await desk.open([summaryOf('c1'), summaryOf('c2')]);
  await settle();
  return desk;
}
const rung = (desk: ConsoleDesk) => desk.claimed.filter((name) => name.includes('question:'));

test('T15 what is asked of me rings once, is counted in its list and stays until it has ended', async () => {
  const desk = await open();
  const { questions } = desk.desk.composing;
  desk.relay.fact('question:changed', { question: toMe, why: 'asked' });
  desk.relay.fact('question:changed', { question: toMe, why: 'asked' });
  await settle();
  expect(questions.asked.value).toEqual([toMe]);
  expect(desk.desk.inbox.tally('asked')).toBe(1);
  expect(rung(desk)).toHaveLength(1);
  desk.relay.fact('question:changed', { question: { ...toMe, version: 2 }, why: 'overdue' });
  expect(rung(desk)).toHaveLength(2);
  const withdrawn = { ...toMe, state: 'withdrawn', endedBy: bo, version: 3 } as const;
  desk.relay.fact('question:changed', { question: withdrawn, why: 'withdrawn' });
  // A late word changes nothing.
  desk.relay.fact('question:changed', { question: toMe, why: 'asked' });
  expect(questions.asked.value).toEqual([]);
  expect(desk.desk.inbox.tally('asked')).toBe(0);
});

test('T16 an answer to me is news until that conversation is open; then it stands there until it is put away', async () => {
  const desk = await open();
  const { questions } = desk.desk.composing;
  desk.relay.fact('question:changed', { question: mine, why: 'asked' });
  expect(rung(desk)).toEqual([]);
  desk.relay.fact('question:changed', { question: answered, why: 'answered' });
  await settle();
  expect(questions.news.value).toEqual([answered]);
  expect(rung(desk)).toHaveLength(1);
  desk.go('/console/inbox/c2');
  await settle();
  expect(questions.news.value).toEqual([]);
  expect(desk.relay.payloads('question:seen')).toEqual([{ conversationId: 'c2' }]);
  expect(questions.of('c2')).toEqual([answered]);
  questions.putAway('q2');
  expect(questions.of('c2')).toEqual([]);
});

test('T16 what was answered while I was away is news when I come; seen in another tab it is none', async () => {
  const desk = await open([toMe, answered]);
  const { questions } = desk.desk.composing;
  expect(questions.news.value).toEqual([answered]);
  expect(questions.asked.value).toEqual([toMe]);
  desk.relay.fact('question:changed', { question: { ...answered, version: 3 }, why: 'seen' });
  expect(questions.news.value).toEqual([]);
});

test('T16 whoever was slower is told, and reads what is true', async () => {
  const desk = await open([toMe]);
  const { questions } = desk.desk.composing;
  desk.relay.script('question:end', () => refusal('changed_meanwhile'));
  desk.relay.script('question:list', () => success({ at: 0, questions: [] }));
  expect(await questions.end(toMe, 'answered', 'Yes')).toBe('changed_meanwhile');
  await settle();
  expect(questions.asked.value).toEqual([]);
});
