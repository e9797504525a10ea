// @vitest-environment node
import { expect, it } from 'vitest';
import { causeOf, type Left } from '../../../server/domain/measures/cause.ts';
import { goneBy } from '../../../server/domain/measures/gone.ts';

const MINUTE = 60_000;
/** In the queue for five minutes, ended by hand. */
const plain: Left = {
  outcome: 'abandoned_in_queue',
  closedBy: 'visitor',
  closedThen: false,
  openedAt: 0,
  closedAt: 5 * MINUTE,
  goneAt: null,
  goneHow: null,
};
const lost = { goneAt: MINUTE, goneHow: 'lost' } as const;
const left = { goneAt: MINUTE, goneHow: 'left' } as const;

it.each<[string, Partial<Left>, string | null]>([
  ['she ended it in the queue', {}, 'queue_too_long'],
  ['she ended it with an agent', { outcome: 'abandoned_before_answer' }, 'agent_silent'],
  ['she ended it within ten seconds', { closedAt: 10_000 }, 'page_left'],
  ['a moment later', { closedAt: 10_001 }, 'queue_too_long'],
  ['it began while it was closed, and her connection was lost', { closedThen: true, ...lost }, 'outside_hours'],
  ['ended at closing time', { closedBy: 'system' }, 'outside_hours'],
  ['her connection was lost before closing time', { closedBy: 'system', ...lost }, 'connection_lost'],
  ['lost within ten seconds is lost', { closedBy: 'system', goneAt: 5_000, goneHow: 'lost' }, 'connection_lost'],
  ['lost after an answer', { outcome: 'left_after_answer', closedBy: 'system', ...lost }, 'connection_lost'],
  [
    'lost, then the agent ended it',
    { outcome: 'abandoned_before_answer', closedBy: 'agent', ...lost },
    'connection_lost',
  ],
  ['lost on one way, ended by her on another', { ...lost }, 'queue_too_long'],
  [
    'her page went at once, and it ended at closing time',
    { closedBy: 'system', goneAt: 4_000, goneHow: 'left' },
    'page_left',
  ],
  ['her page went later, and it ended at closing time', { closedBy: 'system', ...left }, 'outside_hours'],
  [
    'her page went later, then the agent ended it',
    { outcome: 'abandoned_before_answer', closedBy: 'agent', ...left },
    'agent_silent',
  ],
  ['resolved has no cause, whatever her connection did', { outcome: 'resolved', closedBy: 'agent', ...lost }, null],
  ['open has none yet', { outcome: null, closedBy: null, closedAt: null, ...lost }, null],
])('M7 %s', (_title, more, cause) => {
  expect(causeOf({ ...plain, ...more })).toBe(cause);
});

it('M7 what a socket says of its end: by itself, by her page, or by the relay, which says nothing of her', () => {
  expect(['ping timeout', 'transport close', 'transport error'].map(goneBy)).toEqual(['lost', 'lost', 'lost']);
  expect(goneBy('client namespace disconnect')).toBe('left');
  expect(['server shutting down', 'server namespace disconnect'].map(goneBy)).toEqual([null, null]);
});
