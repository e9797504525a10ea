import { effect, signal } from '@preact/signals';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Outbox } from '../../../protocol/client/outbox.ts';
import { addEntries, emptyTimeline, type Timeline } from '../../../protocol/client/timeline.ts';
import { type ErrorCode, refusal, success } from '../../../protocol/wire/errors.ts';
import {
  ATTRIBUTE_NAME_CHARS_MAX,
  ATTRIBUTE_TEXT_CHARS_MAX,
  ATTRIBUTES_MAX,
  EVENT_NAME_CHARS_MAX,
  MESSAGE_CHARS_MAX,
  TAG_CHARS_MAX,
  TAGS_MAX,
} from '../../../protocol/wire/limits.ts';
import type { Entry } from '../../../protocol/wire/model.ts';
import { createHostLink, type HostLink } from '../../../widget/model/host-link.ts';
import type { HostChat } from '../../../widget/model/host-ports.ts';
import type { Link } from '../../../widget/model/link.ts';
import type { Who } from '../../../widget/model/ports.ts';
import { settle } from '../../support/manual-clock.ts';
import { subjectOf } from './visit.ts';

/** The page's side: what it may say, and what it is told (W18). */

const open = signal(false);
const unread = signal(0);
const available = signal<boolean | null>(null);
const link = signal<Link>('quiet');
const timeline = signal<Timeline | null>(null);
const heard = signal(false);
const ask = vi.fn<HostChat['ask']>();
const say = vi.fn(() => true);
const write = vi.fn();
const warn = vi.fn();
const setLocale = vi.fn();
const popOut = vi.fn(() => true);
let told: unknown[];
let options: Record<string, unknown>;
let host: HostLink;
const refused = signal<ErrorCode | null>(null);
const away = signal(false);
const taken = signal(0);
const outgoing = signal<Outbox>([]);
const who: Who = {};
const restart = vi.fn();
/** How often the link was let go and taken up. */
let greeted = 0;
away.subscribe((now) => {
  if (now) greeted += 1;
});

beforeEach(() => {
  host?.dispose();
  open.value = false;
  unread.value = 0;
  available.value = null;
  refused.value = null;
  outgoing.value = [];
  greeted = 0;
  delete who.identity;
  link.value = 'quiet';
  timeline.value = null;
  heard.value = false;
  vi.clearAllMocks();
  ask.mockResolvedValue(success({}) as never);
  say.mockReturnValue(true);
  told = [];
  options = {};
  host = createHostLink({
    chat: {
      ...{ open, unread, available, link, timeline, heard, ask, say, write },
      refused,
      away,
      taken,
      outgoing,
      reread: () => {},
      ...{ front: signal(null), intake: signal(undefined) },
      setOpen: (now) => {
        open.value = now;
      },
    },
    options,
    watch: effect,
    who,
    ports: { setLocale, popOut, warn, restart, subjectOf, soon: (run) => run(), after: () => () => {} },
  });
});

const EVENTS = [
  'open',
  'close',
  'unread',
  'availability',
  'message:sent',
  'message:received',
  'queue',
  'rating',
  'error',
];
const MORE_EVENTS = ['conversation:started', 'conversation:ended', 'agent:assigned'];
function hearAll(): void {
  for (const name of [...EVENTS, ...MORE_EVENTS])
    host.run('on', [name, (detail: unknown) => told.push(detail === undefined ? name : [name, detail])]);
}
function add(...entries: Entry[]): void {
  timeline.value = addEntries(timeline.value ?? emptyTimeline('c1'), entries);
}
const mine = (seq: number, body: string): Entry => ({
  ...{ kind: 'message', author: 'visitor', seq, at: seq, body },
  clientId: `mine-${seq}`,
});
const ana = { id: 'a1', name: 'Ana' };

test('W18 a conversation from its first word to the rating, as events', () => {
  hearAll();
  heard.value = true;
  available.value = true;
  host.run('newMessage', ['Do you']);
  expect(write).toHaveBeenCalledWith('Do you');
  add(mine(1, 'Hello'), { kind: 'queued', seq: 2, at: 2, episode: 1, reason: 'opened' });
  add({ kind: 'assigned', seq: 3, at: 3, episode: 1, agent: ana });
  add({ kind: 'message', author: 'agent', agent: ana, seq: 4, at: 4, clientId: 'ana-4', body: 'Hi' });
  unread.value = 1;
  add({ kind: 'closed', seq: 5, at: 5, episode: 1, by: 'agent' });
  add({ kind: 'rated', seq: 6, at: 6, episode: 1, score: 5 });
  open.value = false;
  expect(told).toEqual([
    ['availability', true],
    'open',
    'conversation:started',
    ['message:sent', { text: 'Hello' }],
    ['queue', { waiting: true }],
    ['queue', { waiting: false }],
    ['agent:assigned', { name: 'Ana' }],
    ['message:received', { text: 'Hi', agent: 'Ana' }],
    ['unread', 1],
    ['conversation:ended', { by: 'agent' }],
    ['rating', { score: 5 }],
    'close',
  ]);
});

test('W18 what had happened before the page was loaded is not told again', () => {
  hearAll();
  add(mine(1, 'Yesterday'), { kind: 'queued', seq: 2, at: 2, episode: 1, reason: 'opened' });
  heard.value = true;
  expect(told).toEqual([]);
  add(mine(3, 'Today'));
  expect(told).toEqual([['message:sent', { text: 'Today' }]]);
});

test('W18 once hears once, off hears no more, and nobody hears of another’s event', () => {
  const first = vi.fn();
  const second = vi.fn();
  const third = vi.fn();
  host.run('once', ['unread', first]);
  host.run('on', ['unread', second]);
  host.run('on', ['open', third]);
  unread.value = 1;
  unread.value = 2;
  host.run('off', ['unread', second]);
  unread.value = 3;
  host.run('on', ['unread', second]);
  host.run('off', ['unread']);
  unread.value = 4;
  expect([first.mock.calls, second.mock.calls, third.mock.calls]).toEqual([[[1]], [[1], [2]], []]);
});

test('W3 W18 what the page says of its visitor waits for the chat’s own connection, merged, and is said again after it', async () => {
  host.run('identify', [{ name: 'Mia', email: 'mia@example.org' }]);
  host.run('setAttributes', [{ plan: 'pro', seats: 3 }]);
  host.run('setAttributes', [{ seats: null, trial: true }]);
  host.run('setTags', [['vip', ' vip ', 'beta']]);
  host.run('setDepartment', ['sales']);
  host.run('track', ['cart', { value: 12.5 }]);
  expect(ask).not.toHaveBeenCalled();
  link.value = 'online';
  const whole = {
    ...{ name: 'Mia', email: 'mia@example.org', tags: ['vip', 'beta'], department: 'sales' },
    attributes: { plan: 'pro', seats: null, trial: true },
  };
  expect(ask.mock.calls).toEqual([
    ['visitor:describe', whole],
    ['visitor:track', { event: 'cart', properties: { value: 12.5 } }],
  ]);
  host.run('setAttributes', [{ plan: 'team' }]);
  expect(ask).toHaveBeenLastCalledWith('visitor:describe', { attributes: { plan: 'team' } });
  link.value = 'offline';
  link.value = 'online';
  expect(ask).toHaveBeenLastCalledWith('visitor:describe', {
    ...whole,
    attributes: { ...whole.attributes, plan: 'team' },
  });
  await settle();
});

test('W18 what the relay could not take now goes with the next words', async () => {
  link.value = 'online';
  ask.mockResolvedValueOnce(refusal('rate_limited'));
  host.run('setTags', [['one']]);
  await settle();
  host.run('identify', [{ name: 'Mia' }]);
  expect(ask).toHaveBeenLastCalledWith('visitor:describe', { tags: ['one'], name: 'Mia' });
});

test('W18 the tag’s own settings say the same', () => {
  Object.assign(options, { name: 'Mia', email: 'mia@example.org', tags: 'a, b', department: 'sales', locale: 'de' });
  host.run('boot', []);
  link.value = 'online';
  expect(ask).toHaveBeenCalledWith('visitor:describe', {
    ...{ name: 'Mia', email: 'mia@example.org', tags: ['a', 'b'], department: 'sales', locale: 'de' },
  });
  expect(setLocale).toHaveBeenCalledWith('de');
});

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, at]));
test.each([
  ['sendMessage', ['x'.repeat(MESSAGE_CHARS_MAX)], true],
  ['sendMessage', ['x'.repeat(MESSAGE_CHARS_MAX + 1)], false],
  ['sendMessage', ['  '], false],
  ['sendMessage', [5], false],
  ['identify', [7], false],
  ['identify', [{ email: 'nonsense' }], false],
  ['setAttributes', [many(ATTRIBUTES_MAX)], true],
  ['setAttributes', [many(ATTRIBUTES_MAX + 1)], false],
  ['setAttributes', [{ ['n'.repeat(ATTRIBUTE_NAME_CHARS_MAX)]: 1 }], true],
  ['setAttributes', [{ ['n'.repeat(ATTRIBUTE_NAME_CHARS_MAX + 1)]: 1 }], false],
  ['setAttributes', [{ a: 'x'.repeat(ATTRIBUTE_TEXT_CHARS_MAX) }], true],
  ['setAttributes', [{ a: 'x'.repeat(ATTRIBUTE_TEXT_CHARS_MAX + 1) }], false],
  ['setAttributes', [{ 'no spaces': 1 }], false],
  ['setAttributes', [{ a: { deep: 1 } }], false],
  ['setAttributes', [{ a: Number.NaN }], false],
  ['setAttributes', [[1]], false],
  ['setTags', [Array.from({ length: TAGS_MAX }, (_, at) => `t${at}`)], true],
  ['setTags', [Array.from({ length: TAGS_MAX + 1 }, (_, at) => `t${at}`)], false],
  ['setTags', [['x'.repeat(TAG_CHARS_MAX + 1)]], false],
  ['setTags', ['vip'], false],
  ['track', ['e'.repeat(EVENT_NAME_CHARS_MAX)], true],
  ['track', ['e'.repeat(EVENT_NAME_CHARS_MAX + 1)], false],
  ['track', [''], false],
  ['on', ['open', 'not a function'], false],
])(
  'W18 %s: what the relay would refuse is said at once, as an event and in the console (%#)',
  (verb, values, taken) => {
    const hear = vi.fn();
    host.run('on', ['error', hear]);
    host.run(verb, values);
    expect(hear).toHaveBeenCalledTimes(taken ? 0 : 1);
    if (taken) return;
    expect(hear).toHaveBeenCalledWith({ code: 'invalid_argument', message: expect.stringContaining(verb.slice(0, 2)) });
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/^Deskbell: /));
    expect([say, ask].map((one) => one.mock.calls.length)).toEqual([0, 0]);
  },
);

test('W8 W18 sendMessage says so where no more can be kept', () => {
  say.mockReturnValue(false);
  host.run('sendMessage', ['Hello']);
  expect(warn).toHaveBeenCalledWith(expect.stringMatching(/too many/));
});

test('W18 popOut: a window that the browser refuses is said', () => {
  hearAll();
  host.run('popOut', []);
  expect(told).toEqual([]);
  popOut.mockReturnValueOnce(false);
  host.run('popOut', []);
  expect(told).toEqual([['error', { code: 'invalid_argument', message: expect.stringMatching(/from a click/) }]]);
});

test('I3 a signed token: said in a new hello where one was there without it, judged once, and told', async () => {
  const heardOf: unknown[] = [];
  host.run('on', ['identified', (detail: unknown) => heardOf.push(detail)]);
  ask.mockResolvedValue(success({ subject: 'mia' }) as never);
  link.value = 'online';
  host.run('identify', ['a.b.c', { name: 'Mia' }]);
  expect([who.identity, greeted]).toEqual(['a.b.c', 1]);
  link.value = 'quiet';
  link.value = 'online';
  await settle();
  expect(heardOf).toEqual([{ subject: 'mia' }]);
  host.run('identify', ['a.b.c']);
  expect(greeted).toBe(1);
  expect(ask.mock.calls.filter(([name]) => name === 'visitor:identity')).toHaveLength(1);
});

test('I2 what is wrong with a token is said in the relay’s words', async () => {
  hearAll();
  ask.mockResolvedValue(refusal('identity_expired', { hint: 'It ran out: sign a new one.' }) as never);
  link.value = 'online';
  host.run('identify', ['a.b.c']);
  await settle();
  expect(told).toContainEqual(['error', { code: 'identity_expired', message: 'It ran out: sign a new one.' }]);
});

test('I5 it was another person’s browser: all begins anew, with what was said of the one who comes', () => {
  hearAll();
  host.run('identify', ['for.ben.x']);
  host.run('setTags', [['new']]);
  open.value = true;
  const written = { conversationId: null, state: 'pending', queuedAt: 1 } as const;
  outgoing.value = [
    { ...written, clientId: '1', body: 'From nobody in particular' },
    { ...written, clientId: '2', body: 'From Ben', by: 'ben' },
  ];
  refused.value = 'forbidden';
  expect(restart).toHaveBeenCalledWith(
    [
      ['identify', 'for.ben.x', { name: undefined, email: undefined }],
      ['setTags', ['new']],
      ['sendMessage', 'From Ben'],
    ],
    true,
  );
  expect(told).toEqual(['open']);
});
