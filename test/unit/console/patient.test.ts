import { expect, test } from 'vitest';
import { patient } from '../../../console/model/patient.ts';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import {
  ana as asAna,
  assignedTo,
  ConsoleDesk,
  PlainMemory,
  queued,
  summaryOf,
  visitorSays,
} from '../../support/console-desk.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';

/** U18: who leafs quickly through many conversations uses the budget up, and a press is done all the same. */

const RESOLVED = { conversationId: 'c1', outcome: 'resolved' };

async function sit(waits: number[]) {
  const desk = new ConsoleDesk(new PlainMemory());
  desk.relay.thread('c1', [visitorSays(1, 'Hello?'), queued(2), assignedTo(3, asAna)]);
  desk.relay.script('conversation:close', () => {
    const retryAfterMs = waits.shift();
    return retryAfterMs === undefined ? success({ seq: 4, at: 4 }) : refusal('rate_limited', { retryAfterMs });
  });
  desk.go('/console/inbox/c1');
  await desk.open([summaryOf('c1')]);
  await settle();
  return desk;
}

test('U18 a press that the relay has no budget for is done when it has', async () => {
  const desk = await sit([20, 400]);
  const closed = desk.thread.close('resolved');
  await settle();
  expect([desk.relay.payloads('conversation:close').length, desk.thread.closing.value]).toEqual([1, true]);
  await desk.clock.advance(20);
  await desk.clock.advance(399);
  expect(desk.relay.payloads('conversation:close')).toHaveLength(2);
  await desk.clock.advance(1);
  expect(await closed).toMatchObject({ ok: true });
  expect(desk.relay.payloads('conversation:close')).toEqual([RESOLVED, RESOLVED, RESOLVED]);
});

test('U18 what would take longer than two seconds, or is refused again and again, is said', async () => {
  const far = await sit([2_001]);
  expect(await far.thread.close('resolved')).toMatchObject({ error: 'rate_limited' });
  expect(far.relay.payloads('conversation:close')).toHaveLength(1);
  const never = await sit(Array(9).fill(10));
  const closed = never.thread.close('resolved');
  for (let tries = 0; tries < 5; tries += 1) await never.clock.advance(10);
  expect(await closed).toMatchObject({ error: 'rate_limited' });
  expect(never.relay.payloads('conversation:close')).toHaveLength(5);
});

test.each([
  ['conversation:pick', 2],
  ['conversation:tag', 2],
  ['followup:add', 2],
  ['view:save', 2],
  ['macro:run', 2],
  ['conversation:sync', 2],
  // Pages and marks come again by themselves, and these are held until they are stored.
  ['visitor:read', 1],
  ['inbox:sync', 1],
  ['typing:set', 1],
  ['mention:seen', 1],
  ['draft:write', 1],
  ['message:send', 1],
  ['note:add', 1],
  ['inbox:bulk', 1],
] as const)('U18 %s is asked %i times', async (name, times) => {
  const clock = new ManualClock();
  const asked: string[] = [];
  const send = async (one: string) => {
    asked.push(one);
    return asked.length === 1 ? refusal('rate_limited', { retryAfterMs: 10 }) : success({});
  };
  const answer = patient({ send } as never, clock).send(name, {} as never);
  await settle();
  await clock.advance(10);
  expect([(await answer).ok, asked]).toEqual([times === 2, Array(times).fill(name)]);
});
