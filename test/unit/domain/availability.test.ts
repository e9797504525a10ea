// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { AWAY_REASONS_USUAL, decideAvailability, decideIdle } from '../../../server/domain/availability.ts';

const known = AWAY_REASONS_USUAL;
const set = (availability: string, awayReason: string | null) => ({ do: 'set', availability, awayReason });
const refuse = (error: string) => ({ do: 'refuse', error });

describe('T11 availability', () => {
  it.each([
    ['available has no reason', decideAvailability('agent', 'available', 'Lunch', known), set('available', null)],
    ['away needs none', decideAvailability('agent', 'away', null, known), set('away', null)],
    ['away with one of the team’s', decideAvailability('agent', 'away', 'Lunch', known), set('away', 'Lunch')],
    ['one the team does not know', decideAvailability('agent', 'away', 'Golf', known), refuse('invalid_payload')],
    ['the owner’s own list', decideAvailability('owner', 'away', 'Golf', ['Golf']), set('away', 'Golf')],
    ['only viewing', decideAvailability('admin', 'away', 'viewing', []), set('away', 'viewing')],
    ['a viewer cannot be available', decideAvailability('viewer', 'available', null, known), refuse('forbidden')],
    ['a viewer is always viewing', decideAvailability('viewer', 'away', 'Lunch', known), set('away', 'viewing')],
  ])('%s', (_title, decision, expected) => expect(decision).toEqual(expected));
});

describe('T12 no input', () => {
  const idle = { agentId: 'a1', seenAt: 1_000 };
  it.each([
    ['before the warning', 1_000 + 599_999 - 60_000, { do: 'wait' }],
    ['the warning', 1_000 + 600_000 - 60_000, { do: 'warn', awayAt: 601_000 }],
    ['until the last millisecond', 600_999, { do: 'warn', awayAt: 601_000 }],
    ['away', 601_000, { do: 'away', awayReason: 'inactive' }],
  ])('%s', (_title, now, expected) => expect(decideIdle(idle, 600_000, 60_000, now)).toEqual(expected));

  it('who has no session any more is the lease’s business', () => {
    expect(decideIdle({ agentId: 'a1', seenAt: null }, 600_000, 60_000, 9_999_999)).toEqual({ do: 'wait' });
  });
});
