import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FeedbackReport, FollowUp } from '../../protocol/wire/feedback.ts';
import { figuresOf } from '../support/figures-of.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** Ratings and follow-ups as programs see them: who may, what is told to whom (P36, K rules). */

let relay: TestRelay;
let clientIds = 0;
beforeEach(async () => {
  relay = await startTestRelay();
});
afterEach(() => relay.remove());

const clientId = () => `feedback-client-${String(++clientIds).padStart(8, '0')}`;

async function agentAs(email: string, role: 'supervisor' | 'agent', availability: 'available' | 'away') {
  await relay.addAgent(email);
  const member = (await relay.store.listStaff()).find((one) => one.email === email);
  if (!member) throw new Error('The agent was not added.');
  const { id, availability: _, email: __, ...settings } = member;
  await relay.store.changeStaffMember({ agentId: id, ...settings, role });
  const agent = await relay.agent(await relay.signIn(email));
  await agent.fact('session:ready');
  await agent.command('agent:availability', { availability });
  return { ...agent, id };
}

async function talk() {
  const ana = await agentAs('ana@example.org', 'agent', 'available');
  const visitor = await relay.visitor();
  const { token } = await visitor.fact('session:ready');
  const opened = await visitor.command('conversation:open', { clientId: clientId(), body: 'Hello' });
  const { conversationId } = opened.value as { conversationId: string };
  await ana.fact('entry:added', ({ entry }) => (entry as { kind: string }).kind === 'assigned');
  await ana.command('message:send', { conversationId, clientId: clientId(), body: 'Yes?' });
  return { ana, visitor, conversationId, token };
}

test('P36 only its own visitor rates it, only after its end, and only the last episode', async () => {
  const { ana, visitor, conversationId } = await talk();
  const stranger = await relay.visitor();
  await stranger.fact('session:ready');
  const rating = { conversationId, episode: 1, score: 1 };
  expect(await visitor.command('conversation:rate', rating)).toMatchObject({ error: 'rating_closed' });
  await ana.command('conversation:close', { conversationId });
  expect(await stranger.command('conversation:rate', rating)).toMatchObject({ error: 'not_found' });
  expect(await ana.command('conversation:rate', rating)).toMatchObject({ error: 'unknown_command' });
  const first = await visitor.command('conversation:rate', { ...rating, score: 5 });
  expect(first).toMatchObject({ ok: true });
  expect(await visitor.command('conversation:rate', { ...rating, score: 5 })).toEqual(first);
  await visitor.command('message:send', { conversationId, clientId: clientId(), body: 'One more thing' });
  expect(await visitor.command('conversation:rate', rating)).toMatchObject({ error: 'rating_closed' });
  await visitor.command('conversation:close', { conversationId });
  expect(await visitor.command('conversation:rate', rating)).toMatchObject({ error: 'rating_closed' });
  expect(
    await visitor.command('conversation:rate', { ...rating, episode: 2, anonymous: true, complaint: true }),
  ).toMatchObject({ error: 'invalid_payload', field: 'complaint' });
  const period = { from: 0, to: Date.now() + 60_000 };
  expect((await figuresOf(relay.store, Date.now(), period)).scores).toEqual([0, 0, 0, 0, 1]);
});

test('K2 K3 K4 whom a bad rating concerns hears of it; others neither hear nor change it', async () => {
  const sam = await agentAs('sam@example.org', 'supervisor', 'away');
  const bo = await agentAs('bo@example.org', 'agent', 'away');
  const { ana, visitor, conversationId } = await talk();
  await ana.command('conversation:close', { conversationId });
  await visitor.command('conversation:rate', { conversationId, episode: 1, score: 1, comment: 'Bad' });
  const told = (await sam.fact('followup:changed')) as { followUp: { id: string }; why: string };
  expect(told).toMatchObject({
    why: 'made',
    followUp: { conversationId, owner: { id: ana.id }, causes: ['low_score'] },
  });
  expect(await ana.fact('followup:changed')).toEqual(told);
  const { id } = told.followUp;
  expect(await bo.command('followup:list', { list: 'open' })).toMatchObject({ value: { followUps: [], open: 0 } });
  expect(await bo.command('followup:done', { id, outcome: 'won_back' })).toMatchObject({ error: 'forbidden' });
  expect(await visitor.command('followup:list', { list: 'open' })).toMatchObject({ error: 'unknown_command' });
  expect(await ana.command('followup:change', { id, ownerId: bo.id })).toMatchObject({
    value: { owner: { id: bo.id } },
  });
  expect(await bo.fact('followup:changed')).toMatchObject({ why: 'changed', followUp: { owner: { id: bo.id } } });
  expect(await ana.command('followup:done', { id, outcome: 'won_back' })).toMatchObject({ error: 'forbidden' });
  expect(await bo.command('followup:done', { id, outcome: 'done' })).toMatchObject({ field: 'outcome' });
  expect(await bo.command('followup:done', { id, outcome: 'no_answer' })).toMatchObject({ ok: true });
  expect(await sam.command('followup:done', { id, outcome: 'won_back' })).toMatchObject({
    value: { done: { outcome: 'no_answer', by: { id: bo.id } } },
  });
  const mine = { conversationId, clientId: clientId(), kind: 'snooze', dueAt: Date.now() + 60_000 };
  const reminder = await bo.command('followup:add', mine);
  expect(await bo.command('followup:add', mine)).toEqual(reminder);
  // A reminder for oneself is nobody else's, not even a supervisor's.
  expect(await sam.command('followup:done', { id: mine.clientId, outcome: 'done' })).toMatchObject({
    error: 'not_found',
  });
  expect(await bo.command('followup:add', { ...mine, clientId: clientId(), dueAt: 1 })).toMatchObject({
    field: 'dueAt',
  });
});

test('P36 K5 of two tabs that answer at once one answer stands and one follow-up is made; changed for the better it replaces it and wins back, and a tab that slept answers nothing that is over', async () => {
  const sam = await agentAs('sam@example.org', 'supervisor', 'away');
  const { ana, visitor, conversationId, token } = await talk();
  const other = await relay.visitor({ token });
  await other.fact('session:ready');
  await ana.command('conversation:close', { conversationId });
  const rate = (tab: typeof other, score: number, episode = 1) =>
    tab.command('conversation:rate', { conversationId, episode, score });
  const answers = await Promise.all([rate(visitor, 1), rate(other, 2), rate(visitor, 1), rate(other, 2)]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  await sam.fact('followup:changed');
  expect(await rate(other, 4)).toMatchObject({ ok: true });
  const period = () => ({ from: 0, to: Date.now() + 60_000 });
  expect((await figuresOf(relay.store, Date.now(), period())).scores).toEqual([0, 0, 0, 1, 0]);
  await visitor.command('message:send', { conversationId, clientId: clientId(), body: 'Still there?' });
  // A tab that slept through it answers for what is over.
  expect(await rate(other, 1)).toMatchObject({ error: 'rating_closed' });
  await ana.command('conversation:pick', { conversationId });
  const said = { conversationId, clientId: clientId(), body: 'Now it works' };
  expect(await ana.command('message:send', said)).toMatchObject({ ok: true });
  await ana.command('conversation:close', { conversationId });
  expect(await rate(other, 5, 2)).toMatchObject({ ok: true });
  const made = sam.facts.filter(({ name, payload }) => name === 'followup:changed' && payload.why === 'made');
  expect(made).toHaveLength(1);
  const { from, to } = period();
  const { answer } = await relay.ask('GET', `/api/v1/agent/feedback?from=${to - 3_600_000}&to=${to}`, undefined, {
    Cookie: await relay.signIn('sam@example.org'),
  });
  expect([from, answer]).toMatchObject([0, { value: { csat: { answers: 2, scores: [0, 0, 0, 1, 1] } } }]);
  expect(answer).toMatchObject({ value: { followUps: { made: 1, silent: 0, wonBack: { n: 1, hits: 1 } } } });
});

test('K3 over its time it is told once to every tab of its owner and of those who direct, without anybody asking', async () => {
  const sam = await agentAs('sam@example.org', 'supervisor', 'away');
  const { ana, conversationId } = await talk();
  const tab = await relay.agent(await relay.signIn('sam@example.org'));
  await tab.fact('session:ready');
  const add = async (laterMs: number) => {
    const asked = { conversationId, clientId: clientId(), kind: 'by_hand', ownerId: ana.id };
    expect(await ana.command('followup:add', { ...asked, dueAt: Date.now() + laterMs })).toMatchObject({ ok: true });
    return asked.clientId;
  };
  // The second is found by a later look than the first: by then nobody may have been told of the first again.
  const [first, second] = [await add(500), await add(2_600)];
  const isOf = (id: string) => (payload: Record<string, unknown>) =>
    payload.why === 'overdue' && (payload.followUp as FollowUp).id === id;
  for (const one of [sam, tab, ana]) {
    await one.fact('followup:changed', isOf(first));
    await one.fact('followup:changed', isOf(second));
    const told = one.facts.filter(({ name, payload }) => name === 'followup:changed' && isOf(first)(payload));
    expect(told).toHaveLength(1);
  }
  expect(await sam.command('followup:list', { list: 'open' })).toMatchObject({ value: { open: 2, overdue: 2 } });
});

test('K7 K8 the effort and the recommendation: once an episode, each by itself, changed in another tab, nameless; report, rows and file say the same', async () => {
  await agentAs('sam@example.org', 'supervisor', 'away');
  const { ana, visitor, conversationId, token } = await talk();
  const ended = async (another: typeof visitor) => {
    const { value } = await another.command('conversation:open', { clientId: clientId(), body: 'Me too' });
    const { conversationId: id } = value as { conversationId: string };
    const isTaken = (entry: unknown) => (entry as { kind: string }).kind === 'assigned';
    await ana.fact('entry:added', (told) => told.conversationId === id && isTaken(told.entry));
    await ana.command('message:send', { conversationId: id, clientId: clientId(), body: 'Yes?' });
    expect(await ana.command('conversation:close', { conversationId: id })).toMatchObject({ ok: true });
    return id;
  };
  await ana.command('conversation:close', { conversationId });
  const first = { conversationId, episode: 1, score: 4 };
  for (const more of [{ effort: 0 }, { effort: 8 }, { effort: 2.5 }, { recommend: -1 }, { recommend: 11 }]) {
    const [field] = Object.keys(more);
    expect(await visitor.command('conversation:rate', { ...first, ...more })).toMatchObject({
      ...{ error: 'invalid_payload', field },
    });
  }
  const other = await relay.visitor({ token });
  await other.fact('session:ready');
  await visitor.command('conversation:rate', { ...first, effort: 7, recommend: 10 });
  // Nobody is asked twice: what the other tab says is the answer now, and no second one.
  await other.command('conversation:rate', { ...first, effort: 3, recommend: 6 });
  const [second, third] = [await relay.visitor(), await relay.visitor()];
  await second.fact('session:ready');
  await third.fact('session:ready');
  const nameless = { conversationId: await ended(second), episode: 1, score: 5, effort: 5, recommend: 9 };
  expect(await second.command('conversation:rate', { ...nameless, anonymous: true })).toMatchObject({ ok: true });
  const half = { conversationId: await ended(third), episode: 1, score: 2, recommend: 0 };
  expect(await third.command('conversation:rate', half)).toMatchObject({ ok: true });

  const Cookie = await relay.signIn('sam@example.org');
  // A nameless one is told with the noon of its day (K9), before now or after.
  const to = Date.now() + 86_400_000;
  const path = `/api/v1/agent/feedback?from=${to - 3 * 86_400_000}&to=${to}`;
  const read = async (which: string) => {
    const { answer } = await relay.ask('GET', `${path}&which=${which}`, undefined, { Cookie });
    return (answer as unknown as { value: FeedbackReport }).value;
  };
  const { effort, recommend, anonymous } = await read('all');
  expect(effort).toMatchObject({ n: 2, mean: 4, easy: 1, share: 0.5 });
  expect(recommend).toMatchObject({ n: 3, promoters: 1, passives: 0, detractors: 2 });
  expect(recommend.points).toBeCloseTo(-100 / 3, 5);
  expect(anonymous).toBe(1);
  const rows = await Promise.all(['effort', 'recommend'].map(read));
  expect(rows.map(({ lines }) => lines.map((line) => [line.effort, line.recommend]).sort())).toEqual([
    [
      [3, 6],
      [5, 9],
    ],
    [
      [null, 0],
      [3, 6],
      [5, 9],
    ].sort(),
  ]);
  // Whoever answered without a name is in no row with one.
  expect(rows[0]?.lines.find((line) => line.effort === 5)).toMatchObject({ conversationId: null, label: null });
  const file = await (await fetch(`${relay.origin}${path}&which=recommend&format=csv`, { headers: { Cookie } })).text();
  const [head = '', ...lines] = file
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const place = head.split(',').findIndex((name) => /recommend/i.test(name));
  expect(lines.map((line) => Number(line.split(',')[place])).sort()).toEqual([0, 6, 9]);
});
