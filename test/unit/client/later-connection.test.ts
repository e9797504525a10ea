import { expect, test, vi } from 'vitest';
import { LaterConnection } from '../../../protocol/client/later-connection.ts';
import { refusal } from '../../../protocol/wire/errors.ts';
import type { VisitorCommands, VisitorFacts } from '../../../protocol/wire/events.ts';
import { FakeRelay } from '../../support/fake-connection.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';

/** A carrier that comes when it is needed (P9, W16). */

function setUp(failures = 0) {
  const clock = new ManualClock();
  const relay = new FakeRelay();
  const load = vi.fn(async () => relay);
  for (let failed = 0; failed < failures; failed += 1) load.mockRejectedValueOnce(new Error('no network'));
  const later = new LaterConnection<VisitorCommands, VisitorFacts>({ load, clock, random: () => 1 });
  const told: string[] = [];
  later.listen((event) => told.push(event.kind === 'fact' ? event.name : event.state.status));
  return { clock, relay, load, later, told };
}

test('P9 it is fetched at the first start, once, and then carries', async () => {
  const { relay, load, later, told } = setUp();
  expect(load).not.toHaveBeenCalled();
  expect(await later.send('typing:set', { conversationId: 'c', typing: true })).toEqual(refusal('unavailable'));
  later.start();
  await settle();
  relay.storing().greet();
  expect(later.state).toEqual({ status: 'online' });
  expect(told).toContain('session:ready');
  later.stop();
  later.start();
  await settle();
  expect(load).toHaveBeenCalledTimes(1);
});

test('W16 where it cannot be fetched it is asked for again, later each time, and at once when the network is back', async () => {
  const { clock, load, later, told } = setUp(3);
  later.start();
  await settle();
  expect([later.state.status, load.mock.calls.length]).toEqual(['offline', 1]);
  await clock.advance(1_000);
  expect(load).toHaveBeenCalledTimes(2);
  await clock.advance(1_000);
  expect(load).toHaveBeenCalledTimes(2);
  later.wake();
  await settle();
  expect(load).toHaveBeenCalledTimes(3);
  later.wake();
  await settle();
  expect(load).toHaveBeenCalledTimes(4);
  expect(told.slice(0, 4)).toEqual(['connecting', 'offline', 'connecting', 'offline']);
});

test('P9 stopped while it is fetched, it stays stopped, and no timer waits', async () => {
  const { clock, relay, later } = setUp();
  later.start();
  later.stop();
  await settle();
  expect([later.state.status, relay.state.status, clock.waiting]).toEqual(['offline', 'offline', 0]);
});
