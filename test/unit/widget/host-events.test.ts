import { effect, signal } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import { addEntries, emptyTimeline, type Timeline } from '../../../protocol/client/timeline.ts';
import type { ErrorCode } from '../../../protocol/wire/errors.ts';
import type { IntakeIn } from '../../../protocol/wire/front.ts';
import type { Entry, MessageEntry } from '../../../protocol/wire/model.ts';
import { tellHost } from '../../../widget/model/host-events.ts';
import type { Link } from '../../../widget/model/link.ts';
import { ana } from './visit.ts';

/** What the page is told beside a conversation's course (W18): who left, the form before it, files. */

const timeline = signal<Timeline | null>(null);
const intake = signal<IntakeIn | undefined>(undefined);
let told: [name: string, detail: unknown][] = [];
let stop = () => {};

beforeEach(() => {
  stop();
  timeline.value = null;
  intake.value = undefined;
  told = [];
  const chat = {
    ...{ open: signal(false), unread: signal(0), available: signal(null), heard: signal(true) },
    ...{ refused: signal<ErrorCode | null>(null), link: signal<Link>('quiet'), timeline, intake },
  };
  stop = tellHost(chat, (name, detail) => told.push([name, detail]), effect);
});

function add(...entries: Entry[]): void {
  timeline.value = addEntries(timeline.value ?? emptyTimeline('c1'), entries);
}
const only = (name: string) => told.filter(([one]) => one === name).map(([, detail]) => detail);
const mine = (seq: number, body: string): MessageEntry => ({
  ...{ kind: 'message', author: 'visitor', seq, at: seq, body },
  clientId: `mine-${seq}`,
});
const ben = { id: 'b1', name: 'Ben' };

test('W18 who answered and is gone: given back, passed on, a colleague beside; not when the chat ends', () => {
  add(mine(1, 'Hello'), { kind: 'queued', seq: 2, at: 2, episode: 1, reason: 'opened' });
  add({ kind: 'assigned', seq: 3, at: 3, episode: 1, agent: ana });
  add({ kind: 'queued', seq: 4, at: 4, episode: 1, reason: 'returned' });
  expect(only('agent:left')).toEqual([{ name: 'Ana' }]);
  add({ kind: 'assigned', seq: 5, at: 5, episode: 1, agent: ana });
  add(
    { kind: 'joined', seq: 6, at: 6, episode: 1, agent: ben },
    { kind: 'left', seq: 7, at: 7, episode: 1, agent: ben },
  );
  expect(only('agent:left').slice(1)).toEqual([{ name: 'Ben' }]);
  add({ kind: 'assigned', seq: 8, at: 8, episode: 1, agent: ben });
  expect(only('agent:left').slice(2)).toEqual([{ name: 'Ana' }]);
  add({ kind: 'closed', seq: 9, at: 9, episode: 1, by: 'agent' });
  add({ kind: 'queued', seq: 10, at: 10, episode: 2, reason: 'reopened' });
  expect(only('agent:left')).toHaveLength(3);
});

test('W18 the form before the chat by its keys alone, once, where it was filled in', () => {
  intake.value = { topic: 'orders', fields: { order: '4711', name: '' }, consent: 'v1' };
  add(mine(1, 'Hello'));
  add(mine(2, 'Anybody?'));
  expect(only('form:submitted')).toEqual([{ topic: 'orders', fields: ['order'] }]);
});

test('W18 a chat without a form, or begun in another tab, submits none', () => {
  intake.value = { proactive: 'size' };
  add(mine(1, 'Hello'));
  expect(told.map(([name]) => name)).toEqual(['conversation:started', 'message:sent']);
});

test('W18 a file is told after the message that carries its name; an agent’s is not hers', () => {
  const file = { id: 'f1', name: 'boots.png', kind: 'image' as const, type: 'image/png', bytes: 9 };
  add({ ...mine(1, 'boots.png'), file });
  add({ ...mine(2, 'label.pdf'), author: 'agent', agent: ana, file });
  expect(told).toEqual([
    ['conversation:started', undefined],
    ['message:sent', { text: 'boots.png' }],
    ['file:sent', { type: 'image/png', bytes: 9 }],
    ['message:received', { text: 'label.pdf', agent: 'Ana' }],
  ]);
});
