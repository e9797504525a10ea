import { effect, signal } from '@preact/signals';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Timeline } from '../../../protocol/client/timeline.ts';
import { success } from '../../../protocol/wire/errors.ts';
import { createHostLink, type HostLink } from '../../../widget/model/host-link.ts';
import type { HostChat } from '../../../widget/model/host-ports.ts';
import type { Link } from '../../../widget/model/link.ts';
import { subjectOf } from './visit.ts';

/** A page may give what throws at every touch; nothing is thrown back at it (W18). */

const wild = new Proxy(
  {},
  Object.fromEntries(
    ['get', 'has', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor'].map((trap) => [
      trap,
      () => {
        throw wild;
      },
    ]),
  ),
);
const ask = vi.fn<HostChat['ask']>(async () => success({}) as never);
const warn = vi.fn();
let options: Record<string, unknown>;
let host: HostLink;

beforeEach(() => {
  vi.clearAllMocks();
  options = {};
  host = createHostLink({
    chat: {
      ...{ open: signal(false), unread: signal(0), available: signal(null), timeline: signal<Timeline | null>(null) },
      ...{ link: signal<Link>('online'), heard: signal(false), away: signal(false), taken: signal(0) },
      ...{ refused: signal(null), outgoing: signal([]), front: signal(null), intake: signal(undefined) },
      ...{ ask, say: () => true, write: () => {}, reread: () => {}, setOpen: () => {} },
    },
    ...{ options, who: {}, watch: effect },
    ports: {
      ...{ setLocale: () => {}, popOut: () => true, restart: () => {}, subjectOf, warn },
      ...{ soon: (run) => run(), after: () => () => {} },
    },
  });
});

test.each([
  ['setAttributes', [wild]],
  ['track', ['look', wild]],
  ['track', [wild]],
  ['identify', [wild]],
  ['identify', ['a.b.c', wild]],
  ['setTags', [[wild]]],
  ['setTags', [wild]],
  ['setDepartment', [wild]],
  ['setLocale', [wild]],
  ['newMessage', ['Hello', wild]],
  ['sendMessage', [wild]],
  ['on', [wild, () => {}]],
  ['once', ['open', wild]],
  ['off', [wild]],
])('W18 %s of what throws at every touch is said to be wrong, and what comes after it holds', (verb, values) => {
  const wrong = vi.fn();
  host.run('on', ['error', wrong]);
  host.run(verb, values);
  expect(warn).toHaveBeenCalledTimes(1);
  expect(wrong).toHaveBeenCalledWith({ code: 'invalid_argument', message: expect.any(String) });
  host.run('setTags', [['vip']]);
  expect(ask).toHaveBeenCalledWith('visitor:describe', { tags: ['vip'] });
});

test('W18 so is what boot is given', () => {
  Object.assign(options, { name: wild });
  host.run('boot', []);
  expect(warn).toHaveBeenCalledTimes(1);
});
