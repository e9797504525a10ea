import { afterEach, beforeEach, expect, test } from 'vitest';
import { REDIRECT_NOTE_CHARS_MAX } from '../../protocol/wire/limits-of-writing.ts';
import { signInAs } from './ask-as.ts';
import { startServedTalk } from './served-talk.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** T20 over a real relay: a visitor asks for another department. */

let relay: TestRelay;
beforeEach(async () => {
  relay = await startTestRelay();
});
afterEach(() => relay.remove());

interface Said {
  ok: boolean;
  error?: string;
  value: { conversationId: string; id: string };
}

async function scene() {
  const ask = await signInAs(relay, 'owner');
  for (const name of ['Returns', 'Repairs']) {
    const made = await ask('POST', 'departments', { name, siteId: null });
    expect(made.status, JSON.stringify(made)).toBeLessThan(300);
  }
  const topics = [
    { key: 'returns', label: 'Sending back', department: 'returns' },
    { key: 'other', label: 'Something else', department: null },
    { key: 'more', label: 'Repairs', department: 'repairs' },
  ];
  const set = await ask('PUT', 'sites/demo/settings', { front: { topics }, keeping: { masksCards: true } });
  expect(set.status).toBe(200);
  const talk = await startServedTalk(relay, 'redirect-open-0000000');
  const { mia, conversationId } = talk;
  const go = (more: object = {}) =>
    mia.command('conversation:redirect', {
      conversationId,
      topic: 'returns',
      ...more,
    }) as Promise<unknown> as Promise<Said>;
  return { ...talk, go };
}

test('T20 it goes to the other queue with its history; both sides read that it went, the team why', async () => {
  const { ana, mia, ready, conversationId, go } = await scene();
  expect(ready.front).toMatchObject({ departments: [{ key: 'returns', label: 'Sending back' }, { key: 'more' }] });
  await ana.command('conversation:watch', { conversationId });
  expect(await go({ note: 'It is about my parcel, card 4111 1111 1111 1111' })).toMatchObject({ ok: true });
  const isMoved = ({ entry }: Record<string, unknown>) => (entry as { reason?: string }).reason === 'moved';
  await mia.fact('entry:added', isMoved);
  await ana.fact('entry:added', isMoved);
  const told = await ana.fact('team:added', ({ entry }) => (entry as { kind: string }).kind === 'moved');
  expect(told.entry).toMatchObject({
    ...{ kind: 'moved', by: null, asked: 'visitor', department: 'Returns' },
    note: 'It is about my parcel, card •••• •••• •••• 1111',
  });
  const listed = JSON.stringify(await ana.command('inbox:list', {}));
  expect(listed).toContain('"departmentId":');
  expect(JSON.stringify(await mia.command('conversation:sync', { conversationId, afterSeq: 0 }))).not.toContain(
    'parcel',
  );
});

test('T20 where it is it does not go; served again, there is a pause before the next', async () => {
  const { ana, conversationId, go } = await scene();
  expect(await go()).toMatchObject({ ok: true });
  expect(await go()).toMatchObject({ ok: false, error: 'forbidden' });
  await ana.command('conversation:pick', { conversationId });
  expect(await go()).toMatchObject({ ok: false, error: 'forbidden' });
});

test('T20 who waits goes into another line, at her place, with the pause of whoever is served', async () => {
  const { ana, mia, conversationId, go } = await scene();
  await ana.command('agent:availability', { availability: 'away' });
  await ana.command('conversation:return', { conversationId });
  const listed = async () => {
    const { value } = (await ana.command('inbox:list', {})) as { value: { conversations: Record<string, unknown>[] } };
    return value.conversations.find(({ id }) => id === conversationId);
  };
  const before = await listed();
  expect(before).toMatchObject({ status: 'queued', departmentId: null });
  expect(await go({ note: 'It is about my parcel' })).toMatchObject({ ok: true });
  await mia.fact('entry:added', ({ entry }) => (entry as { reason?: string }).reason === 'moved');
  const { queuedAt } = before ?? {};
  expect(await listed()).toMatchObject({ status: 'queued', queuedAt, departmentId: expect.any(String) });
  expect(await go({ topic: 'more' })).toMatchObject({ ok: false, error: 'rate_limited' });
});

test('T20 a topic that leads nowhere, another visitor’s conversation and too long a reason are refused', async () => {
  const { go, conversationId } = await scene();
  expect(await go({ topic: 'other' })).toMatchObject({ ok: false, error: 'not_found' });
  expect(await go({ topic: 'nothing' })).toMatchObject({ ok: false, error: 'not_found' });
  const eve = await relay.visitor();
  await eve.fact('session:ready');
  const stolen = await eve.command('conversation:redirect', { conversationId, topic: 'returns' });
  expect(stolen).toMatchObject({ ok: false, error: 'not_found' });
  const tooLong = await go({ note: 'x'.repeat(REDIRECT_NOTE_CHARS_MAX + 1) });
  expect(tooLong).toMatchObject({ ok: false, error: 'invalid_payload' });
  expect(await go({ note: 'x'.repeat(REDIRECT_NOTE_CHARS_MAX) })).toMatchObject({ ok: true });
});

test('T9 whoever passes a conversation on reads of each department whether it is open, till when not, and how many are there', async () => {
  const { ana, conversationId } = await scene();
  const owner = await signInAs(relay, 'owner', 'boss@example.org');
  const { value: all } = (await owner('GET', 'departments')).answer as unknown as { value: { id: string }[] };
  const [first = { id: '' }, second = { id: '' }] = all;
  expect((await owner('PUT', `departments/${first.id}/hours`, { hours: { zone: 'UTC', week: {} } })).status).toBe(200);
  const departments = [{ departmentId: second.id, capacity: null }];
  // Ana is there; the owners have no console open.
  for (const { id, availability: _, email: __, ...rest } of await relay.store.listStaff())
    await relay.store.changeStaffMember({ agentId: id, ...rest, departments });
  const asked = async (about: object) =>
    ((await ana.command('team:list', about)) as { value: { departments?: unknown[] } }).value.departments;
  const now = await asked({ conversationId });
  expect(now).toContainEqual({ id: first.id, open: false, opensAt: null, there: 0 });
  expect(now).toContainEqual({ id: second.id, open: true, opensAt: null, there: 1 });
  await ana.command('agent:availability', { availability: 'away' });
  expect(await asked({ conversationId })).toContainEqual({ id: second.id, open: true, opensAt: null, there: 0 });
  expect(await asked({})).toBeUndefined();
  expect(await asked({ conversationId: 'nothing' })).toBeUndefined();
});
