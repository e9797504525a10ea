// @vitest-environment node
import { expect, test } from 'vitest';
import { REDIRECT_PAUSE_MS, REDIRECTS_MAX, REDIRECTS_WITHIN_MS } from '../../../protocol/wire/limits-of-writing.ts';
import { decideRedirect, type RedirectState } from '../../../server/domain/redirect.ts';

/** T20 A visitor asks for another department. */

const NOW = 1_000_000_000;
const state: RedirectState = { visitorId: 'mia', status: 'active', departmentId: 'sales' };
const returns = { id: 'returns', name: 'Returns', isOpen: true };
const moved = { do: 'move', from: 'agent', to: { id: 'returns', name: 'Returns' } };
const decide = (more: Partial<RedirectState> = {}, to: typeof returns | undefined = returns, before: number[] = []) =>
  decideRedirect({ ...state, ...more }, 'mia', to, before, NOW);

test('T20 of a conversation that somebody serves, to a department that is there and open', () => {
  expect(decide()).toEqual(moved);
  expect(decide({ departmentId: null })).toEqual(moved);
});

test('T20 whoever waits may ask too, with the same pause and bound', () => {
  expect(decide({ status: 'queued' })).toEqual({ ...moved, from: 'queue' });
  const soon = decide({ status: 'queued' }, returns, [NOW - REDIRECT_PAUSE_MS + 1]);
  expect(soon).toEqual({ do: 'refuse', error: 'rate_limited', retryAfterMs: 1 });
});

test('T20 not of another visitor, or an ended one; not to where it is, or where nobody is', () => {
  const errors = [
    decide({ visitorId: 'eve' }),
    decide({ status: 'closed' }),
    decideRedirect(state, 'mia', undefined, [], NOW),
    decide({ departmentId: 'returns' }),
    decide({}, { ...returns, isOpen: false }),
  ].map((decision) => decision.do === 'refuse' && decision.error);
  expect(errors).toEqual([...['not_found', 'conversation_closed', 'not_found'], ...['forbidden', 'forbidden']]);
});

test('T20 REDIRECT_PAUSE_MS: not from one to the other and back again', () => {
  const soon = decide({}, returns, [NOW - REDIRECT_PAUSE_MS + 1]);
  expect(soon).toEqual({ do: 'refuse', error: 'rate_limited', retryAfterMs: 1 });
  expect(decide({}, returns, [NOW - REDIRECT_PAUSE_MS])).toEqual(moved);
});

test('T20 REDIRECTS_MAX within REDIRECTS_WITHIN_MS', () => {
  const before = Array.from({ length: REDIRECTS_MAX }, (_, n) => NOW - REDIRECTS_WITHIN_MS + 1 + n * REDIRECT_PAUSE_MS);
  expect(decide({}, returns, before)).toEqual({ do: 'refuse', error: 'rate_limited', retryAfterMs: 1 });
  expect(decide({}, returns, before.slice(1))).toEqual(moved);
  expect(
    decide(
      {},
      returns,
      before.map((at) => at - 1),
    ),
  ).toEqual(moved);
});
