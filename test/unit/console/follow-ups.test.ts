import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { AgentConnection, AgentEvent } from '../../../console/model/agent-link.ts';
import { FollowUps } from '../../../console/model/follow-ups.ts';
import type { FollowUp } from '../../../protocol/wire/feedback.ts';
import { Browser } from '../../support/people.ts';

const one = (id: string, more: Partial<FollowUp> = {}): FollowUp => ({
  ...{ id, conversationId: `c-${id}`, episode: 1, kind: 'feedback', causes: ['low_score'], label: 'Visitor' },
  ...{ siteName: 'Shop', score: 1, comment: null, note: null, owner: { id: 'ana', name: 'Ana' }, by: null },
  ...{ madeAt: 1_000, dueAt: 9_000, done: null, version: 1 },
  ...more,
});

function sit(browser: Browser, id = 'sam', role: 'supervisor' | 'agent' = 'supervisor') {
  const now = signal(2_000);
  const rung: string[] = [];
  const connection = {
    send: async () => ({ ok: true, value: { at: 0, followUps: [], more: false, open: 0, overdue: 0 } }),
  } as unknown as AgentConnection;
  const followUps = new FollowUps({
    ...{ connection, memory: browser.memory(), newClientId: browser.newClientId, me: { id, role }, now },
    ring: (name) => rung.push(name),
  });
  followUps.listen();
  const hear = (followUp: FollowUp, why: 'made' | 'changed' | 'overdue' | 'done') =>
    followUps.hear({ kind: 'fact', name: 'followup:changed', payload: { followUp, why } } as AgentEvent);
  return { followUps, hear, rung, now };
}

test('K3 a new one rings by a name that all tabs share, and stands until it was seen, in every tab', () => {
  const browser = new Browser('sam');
  const [first, second] = [sit(browser), sit(browser)];
  for (const tab of [first, second]) tab.hear(one('f1'), 'made');
  expect(first.rung).toEqual(second.rung);
  expect(first.rung).toHaveLength(1);
  expect(second.followUps.news.value.map(({ id }) => id)).toEqual(['f1']);
  first.followUps.seen();
  expect(first.followUps.news.value).toEqual([]);
  expect(second.followUps.news.value).toEqual([]);
  // Over its time it is news once more.
  for (const tab of [first, second]) tab.now.value = 9_500;
  expect(second.followUps.news.value).toHaveLength(1);
  expect(second.followUps.overdue.value).toBe(1);
});

test('K2 K4 others’ are not in an agent’s list; what was passed on to her is news; an older word changes nothing', () => {
  const { followUps, hear, rung } = sit(new Browser('ana'), 'ana', 'agent');
  hear(one('f1', { owner: { id: 'bo', name: 'Bo' } }), 'made');
  expect(followUps.open.value).toEqual([]);
  hear(one('f1', { version: 2 }), 'changed');
  expect(followUps.news.value).toHaveLength(1);
  expect(rung).toHaveLength(1);
  hear(one('f1', { version: 1, note: 'old' }), 'changed');
  expect(followUps.open.value[0]?.note).toBeNull();
  hear(one('f1', { version: 3, done: { at: 3_000, by: null, outcome: 'won_back', note: null } }), 'done');
  expect(followUps.open.value).toEqual([]);
});

test('K4 a conversation rests while a reminder of one’s own is to come', () => {
  const { followUps, hear, now } = sit(new Browser('ana'), 'ana', 'agent');
  const by = { id: 'ana', name: 'Ana' };
  hear(one('f1', { kind: 'snooze', causes: [], by }), 'made');
  expect(followUps.news.value).toEqual([]);
  expect([...followUps.snoozed.value]).toEqual(['c-f1']);
  now.value = 9_000;
  expect([...followUps.snoozed.value]).toEqual([]);
  expect(followUps.news.value).toHaveLength(1);
});
