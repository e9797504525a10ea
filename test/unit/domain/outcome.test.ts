// @vitest-environment node
import { expect, it } from 'vitest';
import { decideOutcome } from '../../../server/domain/outcome.ts';

const waiting = { waitingSince: 1, firstResponseMs: null };
const answered = { waitingSince: null, firstResponseMs: 900 };
const waitingAgain = { waitingSince: 5, firstResponseMs: 900 };

it.each([
  ['the visitor leaves the queue', { status: 'queued', ...waiting }, 'visitor', undefined, 'abandoned_in_queue'],
  [
    'the visitor leaves a silent agent',
    { status: 'active', ...waiting },
    'visitor',
    undefined,
    'abandoned_before_answer',
  ],
  ['the visitor leaves content', { status: 'active', ...answered }, 'visitor', undefined, 'resolved'],
  ['the visitor leaves unanswered', { status: 'active', ...waitingAgain }, 'visitor', undefined, 'left_after_answer'],
  [
    'answered, then back in the queue: never abandoned',
    { status: 'queued', ...waitingAgain },
    'visitor',
    undefined,
    'left_after_answer',
  ],
  ['answered and content, then back in the queue', { status: 'queued', ...answered }, 'visitor', undefined, 'resolved'],
  ['the agent ends after an answer', { status: 'active', ...waitingAgain }, 'agent', undefined, 'resolved'],
  ['the agent ends without an answer', { status: 'active', ...waiting }, 'agent', undefined, 'unresolved'],
  ['the agent says spam', { status: 'active', ...waiting }, 'agent', 'spam', 'spam'],
  ['the agent says unresolved', { status: 'active', ...answered }, 'agent', 'unresolved', 'unresolved'],
  ['the agent says resolved', { status: 'active', ...waiting }, 'agent', 'resolved', 'resolved'],
] as const)('M7 %s', (_title, episode, by, given, expected) => {
  expect(decideOutcome(episode, by, given)).toBe(expected);
});

it('M7 who tidies up after a visitor that had gone unanswered did not leave her without help', () => {
  const silent = { status: 'active', ...waiting } as const;
  expect(decideOutcome(silent, 'agent', undefined, true)).toBe('abandoned_before_answer');
  expect(decideOutcome(silent, 'agent', 'spam', true)).toBe('spam');
  expect(decideOutcome({ status: 'active', ...waitingAgain }, 'agent', undefined, true)).toBe('resolved');
  expect(decideOutcome({ status: 'queued', ...waiting }, 'agent', undefined, true)).toBe('abandoned_in_queue');
});
