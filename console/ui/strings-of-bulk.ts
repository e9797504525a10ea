import { number } from './format.ts';
import { inLanguage } from './language.ts';

/** What is done to many conversations at once (U8). */
export const bulkWords = inLanguage('bulk', {
  label: 'Chosen conversations',
  chosen: (count: number) => `${number(count)} chosen`,
  all: (count: number) => `Choose all ${number(count)}`,
  clear: 'Choose none',
  acts: 'Do with the chosen ones',
  short: 'Do …',
  take: 'Take over',
  ask: 'Ask a colleague to take',
  return: 'Give back to the queue',
  move: 'Move to a department',
  tag: 'Add or remove tags',
  snooze: 'Remind me later',
  close: 'Close',
  running: (asked: number, total: number) => `${number(asked)} of ${number(total)}`,
  stop: 'Stop',
  done: (count: number) => (count === 1 ? '1 conversation is done.' : `${number(count)} conversations are done.`),
  refused: (count: number, why: string) => `${number(count)} not: ${why}.`,
  left: (count: number) => `${number(count)} still chosen: not tried, or no answer came.`,
  why: {
    reassigned: 'somebody else has them',
    forbidden: 'not yours to do this with',
    conversation_closed: 'closed already',
    agent_absent: 'the colleague is not there',
    ask_open: 'a colleague has been asked already',
    not_found: 'not there any more',
    invalid_payload: 'it cannot be done with them',
    other: 'the relay did not take it',
  },
  undo: 'Undo',
  ok: 'OK',
  title: {
    take: (count: number) => (count === 1 ? 'Take over 1 conversation?' : `Take over ${number(count)} conversations?`),
    ask: (count: number) =>
      count === 1
        ? 'Ask a colleague to take 1 conversation?'
        : `Ask a colleague to take ${number(count)} conversations?`,
    return: (count: number) =>
      count === 1 ? 'Give 1 conversation back to the queue?' : `Give ${number(count)} conversations back to the queue?`,
    move: (count: number) => (count === 1 ? 'Move 1 conversation?' : `Move ${number(count)} conversations?`),
    tag: (count: number) => (count === 1 ? 'Tags of 1 conversation' : `Tags of ${number(count)} conversations`),
    snooze: (count: number) =>
      count === 1 ? 'Remind you of 1 conversation' : `Remind you of ${number(count)} conversations`,
    close: (count: number) => (count === 1 ? 'Close 1 conversation?' : `Close ${number(count)} conversations?`),
  },
  hint: {
    take: 'They become yours, also above your limit.',
    ask: 'Each is asked for; you serve on until the colleague says yes.',
    return: 'They keep their places in the queue.',
    move: 'They go to the queue of that department, at their places.',
    tag: 'Several with commas between them. Can be undone.',
    snooze: 'They come back by themselves when a visitor writes.',
    close: 'Visitors are told. This cannot be undone.',
  },
  colleague: 'Colleague',
  department: 'Department',
  add: 'Add',
  remove: 'Remove',
  when: 'When',
  outcome: 'How did they end?',
  outcomes: { resolved: 'Resolved', unresolved: 'Not resolved', spam: 'Spam' },
  cancel: 'Cancel',
});
