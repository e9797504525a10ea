// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { PARTICIPANTS_MAX } from '../../../protocol/wire/limits.ts';
import {
  type Asked,
  decideAccept,
  decideAsk,
  decideCancel,
  decideDecline,
  decideLeave,
  decideMove,
  decidePick,
  decideReturn,
  decideTakeover,
  type HandState,
} from '../../../server/domain/by-hand.ts';

const NOW = 1_000_000;
const ana = { id: 'a1', role: 'agent' } as const;
const bo = { id: 'a2', role: 'agent' } as const;
const cy = { id: 'a3', role: 'agent' } as const;
const sue = { id: 's1', role: 'supervisor' } as const;

const queued: HandState = { status: 'queued', agentId: null, assignment: 0, participants: [], ask: null };
const active: HandState = { ...queued, status: 'active', agentId: ana.id, assignment: 1 };
const closed: HandState = { ...active, status: 'closed' };
const transfer = { kind: 'transfer', toId: bo.id, byId: ana.id, until: NOW + 10 } as const;
const asking: HandState = { ...active, ask: transfer };
const inviting: HandState = { ...active, ask: { ...transfer, kind: 'invite' } };
const shared: HandState = { ...active, participants: [bo.id] };

const here = (who: { id: string; role: 'agent' | 'viewer' }): Asked => ({
  ...who,
  availability: 'available',
  present: true,
});
const refuse = (error: string) => expect.objectContaining({ do: 'refuse', error });

describe('T3 pick, T8 take over', () => {
  it.each([
    ['T3 one that waits', decidePick(queued, ana), { do: 'take', how: 'picked' }],
    ['T3 twice is once', decidePick(active, ana), { do: 'repeat' }],
    ['T3 somebody was faster', decidePick(active, bo), refuse('reassigned')],
    ['T3 not even a supervisor picks what a colleague has', decidePick(active, sue), refuse('reassigned')],
    ['T3 nothing is picked after the end', decidePick(closed, ana), refuse('conversation_closed')],
    ['T8 a supervisor takes over', decideTakeover(active, sue), { do: 'take', how: 'taken_over' }],
    ['T8 an agent does not', decideTakeover(active, bo), refuse('forbidden')],
    ['T8 twice is once', decideTakeover({ ...active, agentId: sue.id }, sue), { do: 'repeat' }],
    ['T8 of one that waits it is a pick', decideTakeover(queued, sue), { do: 'take', how: 'picked' }],
    ['T8 nothing is taken over after the end', decideTakeover(closed, sue), refuse('conversation_closed')],
  ])('%s', (_title, decision, expected) => expect(decision).toEqual(expected));
});

describe('T9 back to the queue', () => {
  it.each([
    ['T9 by who serves it', decideReturn(active, ana), { do: 'return' }],
    ['T9 by a supervisor', decideReturn(active, sue), { do: 'return' }],
    ['T9 not by a colleague', decideReturn(active, bo), refuse('reassigned')],
    ['T9 not by who was invited', decideReturn(shared, bo), refuse('reassigned')],
    ['T9 not what nobody had', decideReturn(queued, ana), refuse('forbidden')],
    ['T9 to a department that is there', decideMove(active, ana, true), { do: 'return' }],
    ['T9 to none', decideMove(active, ana, false), refuse('not_found')],
    ['T9 what is not hers she does not move', decideMove(active, bo, true), refuse('reassigned')],
    ['T9 not after the end', decideReturn(closed, ana), refuse('conversation_closed')],
  ])('%s', (_title, decision, expected) => expect(decision).toEqual(expected));
});

describe('T4 T6 ask a colleague', () => {
  const full = { ...active, participants: Array.from({ length: PARTICIPANTS_MAX }, (_, n) => `p${n}`) };
  it.each([
    ['T4 the serving agent asks', decideAsk(active, ana, 'transfer', here(bo)), { do: 'ask' }],
    ['T4 a supervisor asks for another', decideAsk(active, sue, 'transfer', here(bo)), { do: 'ask' }],
    ['T6 invites', decideAsk(active, ana, 'invite', here(bo)), { do: 'ask' }],
    ['T4 a stranger does not', decideAsk(active, cy, 'transfer', here(bo)), refuse('reassigned')],
    ['T4 not what waits', decideAsk(queued, ana, 'transfer', here(bo)), refuse('forbidden')],
    ['T4 not after the end', decideAsk(closed, ana, 'transfer', here(bo)), refuse('conversation_closed')],
    ['T4 one question at a time', decideAsk(asking, ana, 'invite', here(cy)), refuse('ask_open')],
    ['T4 nobody of that name', decideAsk(active, ana, 'transfer', undefined), refuse('not_found')],
    ['T4 not oneself', decideAsk(active, ana, 'transfer', here(ana)), refuse('forbidden')],
    [
      'T4 who is away',
      decideAsk(active, ana, 'transfer', { ...here(bo), availability: 'away' }),
      refuse('agent_absent'),
    ],
    [
      'T4 who is not there',
      decideAsk(active, ana, 'transfer', { ...here(bo), present: false }),
      refuse('agent_absent'),
    ],
    [
      'T4 who only looks',
      decideAsk(active, ana, 'transfer', here({ id: 'v', role: 'viewer' })),
      refuse('agent_absent'),
    ],
    ['T6 who is in already', decideAsk(shared, ana, 'invite', here(bo)), refuse('forbidden')],
    ['T4 who is in may get all of it', decideAsk(shared, ana, 'transfer', here(bo)), { do: 'ask' }],
    ['T6 up to PARTICIPANTS_MAX', decideAsk(full, ana, 'invite', here(bo)), refuse('forbidden')],
  ])('%s', (_title, decision, expected) => expect(decision).toEqual(expected));
});

describe('T5 the answer', () => {
  it.each([
    ['T4 yes to a transfer', decideAccept(asking, bo, NOW), { do: 'take' }],
    ['T6 yes to an invitation', decideAccept(inviting, bo, NOW), { do: 'join' }],
    ['T5 up to the last millisecond', decideAccept(asking, bo, NOW + 9), { do: 'take' }],
    ['T5 not one later', decideAccept(asking, bo, NOW + 10), refuse('ask_over')],
    ['T5 only who was asked', decideAccept(asking, cy, NOW), refuse('ask_over')],
    ['T5 twice is once', decideAccept({ ...active, agentId: bo.id }, bo, NOW), { do: 'repeat' }],
    ['T6 twice is once', decideAccept(shared, bo, NOW), { do: 'repeat' }],
    ['T5 not after the end', decideAccept(closed, bo, NOW), refuse('ask_over')],
    ['T5 no', decideDecline(asking, bo), { do: 'end', how: 'declined' }],
    ['T5 no, twice', decideDecline(active, bo), refuse('ask_over')],
    ['T5 a stranger has nothing to decline', decideDecline(asking, cy), refuse('ask_over')],
    ['T5 taken back', decideCancel(asking, ana), { do: 'end', how: 'cancelled' }],
    ['T5 taken back by a supervisor', decideCancel(asking, sue), { do: 'end', how: 'cancelled' }],
    ['T5 not by others', decideCancel(asking, cy), refuse('forbidden')],
    ['T5 nothing to take back', decideCancel(active, ana), refuse('ask_over')],
    ['T7 out again', decideLeave(shared, bo), { do: 'leave' }],
    ['T7 the serving agent cannot just go', decideLeave(shared, ana), refuse('forbidden')],
  ])('%s', (_title, decision, expected) => expect(decision).toEqual(expected));
});
