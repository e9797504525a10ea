import { effect, signal } from '@preact/signals';
import { beforeEach, expect, test, vi } from 'vitest';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import { createHostLink, type HostLink } from '../../../widget/model/host-link.ts';
import type { HostChat } from '../../../widget/model/host-ports.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';
import { subjectOf } from './visit.ts';

/** What the page tracks while the chat is connected (W18). */

const ask = vi.fn<HostChat['ask']>();
let host: HostLink;
let clock: ManualClock;

beforeEach(() => {
  ask.mockReset();
  ask.mockResolvedValue(success({}) as never);
  clock = new ManualClock();
  const nothing = signal(null);
  host = createHostLink({
    chat: {
      ...{ open: signal(true), unread: signal(0), available: signal(true), link: signal('online'), timeline: nothing },
      ...{ heard: signal(true), refused: nothing, away: signal(false), taken: signal(0), outgoing: signal([]) },
      ...{ front: nothing, intake: signal(undefined), ask },
      ...{ say: () => true, write: () => {}, reread: () => {}, setOpen: () => {} },
    },
    options: {},
    watch: effect,
    who: {},
    ports: {
      ...{ setLocale: () => {}, popOut: () => true, warn: () => {}, restart: () => {}, subjectOf },
      soon: (run) => run(),
      after: (ms, run) => clock.after(ms, run),
    },
  });
});

const names = () => ask.mock.calls.map(([, said]) => (said as { event: string }).event);

test('W18 a page that tracks and tracks spends nothing: one after the other, the last twenty, and the order among them', async () => {
  host.run('track', ['first']);
  host.run('track', ['order', { id: 'A-1' }]);
  for (let count = 0; count < 5_000; count += 1) host.run('track', [`event-${count}`]);
  expect(names()).toEqual(['first']);
  for (let times = 0; times < 30; times += 1) await settle();
  expect(names()).toHaveLength(21);
  expect([names()[1], names()[2], names()[20]]).toEqual(['order', 'event-4981', 'event-4999']);
});

test('W18 an event that the relay could not take now is said again when it may be, and no sooner', async () => {
  ask.mockResolvedValueOnce({ ...refusal('rate_limited'), retryAfterMs: 3_000 } as never);
  host.run('track', ['order', { id: 'A-1' }]);
  await settle();
  host.run('track', ['cart', { value: 5 }]);
  await clock.advance(2_999);
  expect(names()).toEqual(['order']);
  await clock.advance(1);
  for (let times = 0; times < 3; times += 1) await settle();
  expect(names()).toEqual(['order', 'order', 'cart']);
  host.dispose();
  expect(clock.waiting).toBe(0);
});
