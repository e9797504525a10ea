import { afterEach, beforeEach, expect, test } from 'vitest';
import { REPLY_TIME_AGE_MS_MAX } from '../../protocol/wire/limits.ts';
import type { SiteSettings } from '../../protocol/wire/settings.ts';
import { readFront } from '../../server/usecases/read-front.ts';
import { linesOf } from '../support/figures-of.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

let relay: TestRelay;
let clientIds = 0;
beforeEach(async () => {
  relay = await startTestRelay();
});
afterEach(() => relay.remove());

const clientId = () => `front-test-client-${String(++clientIds).padStart(8, '0')}`;

async function owner() {
  await relay.addAgent('olga@example.org');
  const member = (await relay.store.listStaff())[0];
  if (!member) throw new Error('The agent was not added.');
  const { id, availability: _, email: __, ...settings } = member;
  await relay.store.changeStaffMember({ agentId: id, ...settings, role: 'owner' });
  const cookie = await relay.signIn('olga@example.org');
  return {
    cookie,
    set: async (front: object) =>
      relay.ask(
        'PUT',
        '/api/v1/agent/sites/demo/settings',
        { front } satisfies Partial<Record<keyof SiteSettings, object>>,
        {
          Cookie: cookie,
        },
      ),
  };
}

test('B1 B2 what the owner set greets visitors and reaches those who are here; where nothing is set, nothing is told', async () => {
  const olga = await owner();
  const early = await relay.visitor();
  expect(await early.fact('session:ready')).not.toHaveProperty('front');
  const banner = { text: 'Parcels are late this week.', link: 'https://status.example.org/', tone: 'warn' };
  expect(await olga.set({ banner, topics: [{ key: 'parcel', label: 'My parcel', department: 'Post' }] })).toMatchObject(
    {
      status: 200,
    },
  );
  const told = await early.fact('front:changed');
  // Which department it is is none of the visitor's business.
  const parcel = { key: 'parcel', label: 'My parcel' };
  expect(told).toEqual({ banner, topics: [parcel], departments: [parcel] });
  const late = await relay.visitor();
  expect(await late.fact('session:ready')).toMatchObject({ front: told });
  expect(await olga.set({ banner: { text: 'x', link: 'javascript:alert(1)' } })).toMatchObject({
    status: 400,
    answer: { error: 'invalid_payload', field: 'front.banner.link' },
  });
});

test('B4 what is asked is needed, kept with its words, and read by agents; who is in a conversation is not asked again', async () => {
  const olga = await owner();
  const consent = { text: 'We keep your words for a year.', version: '2026-11', link: null };
  await olga.set({
    form: {
      fields: [{ key: 'mail', label: 'Your e-mail', kind: 'email', required: true }],
      consent,
      asksComplaint: true,
    },
  });
  const visitor = await relay.visitor();
  await visitor.fact('session:ready');
  const message = { clientId: clientId(), body: 'My mug broke' };
  expect(await visitor.command('conversation:open', message)).toMatchObject({
    ok: false,
    error: 'form_required',
    field: 'intake.fields.mail',
  });
  const intake = { fields: { mail: 'vi@example.org' }, consent: '2026-11', complaint: true };
  const opened = await visitor.command('conversation:open', { ...message, intake });
  expect(opened).toMatchObject({ ok: true });
  const { conversationId } = opened.value as { conversationId: string };
  expect(await visitor.command('conversation:open', { clientId: clientId(), body: 'And the plate' })).toMatchObject({
    ok: true,
    value: { conversationId },
  });
  const agent = await relay.agent(olga.cookie);
  expect(await agent.command('visitor:read', { conversationId })).toMatchObject({
    value: {
      intake: {
        fields: [{ key: 'mail', label: 'Your e-mail', value: 'vi@example.org' }],
        consent: { version: '2026-11', text: consent.text },
        complaint: true,
      },
    },
  });
  // The address of the form is one to answer to (C10).
  expect(await agent.command('conversation:sync', { conversationId, afterSeq: 2 })).toMatchObject({
    value: { entries: expect.arrayContaining([expect.objectContaining({ kind: 'contact', email: 'vi@example.org' })]) },
  });
});

test('C17 M7 a rating says more, and whether it was solved corrects the outcome', async () => {
  const olga = await owner();
  const agent = await relay.agent(olga.cookie);
  await agent.fact('session:ready');
  await agent.command('agent:availability', { availability: 'available' });
  const visitor = await relay.visitor();
  await visitor.fact('session:ready');
  const opened = await visitor.command('conversation:open', { clientId: clientId(), body: 'Hello' });
  const { conversationId } = opened.value as { conversationId: string };
  await agent.fact('entry:added', ({ entry }) => (entry as { kind: string }).kind === 'assigned');
  await agent.command('message:send', { conversationId, clientId: clientId(), body: 'Hello' });
  await agent.command('conversation:close', { conversationId, outcome: 'resolved' });
  const more = { reasons: ['Friendly'], solved: 'no', complaint: true };
  expect(await visitor.command('conversation:rate', { conversationId, episode: 1, score: 2, ...more })).toMatchObject({
    ok: true,
  });
  const rows = await linesOf(relay.store, Date.now());
  expect(rows.map(({ outcome }) => outcome)).toEqual(['unresolved']);
  const page = await visitor.command('conversation:sync', { conversationId, afterSeq: 0 });
  const { entries } = page.value as { entries: { kind: string }[] };
  expect(entries.at(-1)).toMatchObject({ kind: 'rated', score: 2, ...more });
});

test('C2 a visitor’s list is her own, the latest first', async () => {
  const visitor = await relay.visitor();
  await visitor.fact('session:ready');
  const ids: string[] = [];
  for (const body of ['One', 'Two']) {
    const opened = await visitor.command('conversation:open', { clientId: clientId(), body });
    const { conversationId } = opened.value as { conversationId: string };
    ids.unshift(conversationId);
    await visitor.command('conversation:close', { conversationId });
  }
  const list = await visitor.command('conversation:list', {});
  expect(list).toMatchObject({ value: { conversations: ids.map((conversationId) => ({ conversationId })) } });
  const stranger = await relay.visitor();
  await stranger.fact('session:ready');
  expect(await stranger.command('conversation:list', {})).toMatchObject({ value: { conversations: [] } });
});

test('B2 M17 a reply time is told only from enough first answers, and waits without one count', async () => {
  const [site] = await relay.store.listSites();
  if (!site) throw new Error('There is no site.');
  let now = Date.now();
  let waits = { answeredMs: Array.from({ length: 19 }, () => 60_000), censoredMs: [] as number[] };
  const store = Object.assign(Object.create(relay.store), { listFirstResponses: async () => waits });
  const context = { store, clock: { ...relay.context.clock, now: () => now } };
  expect(await readFront(context, site.id)).toBeUndefined();
  waits = { answeredMs: Array.from({ length: 25 }, () => 60_000), censoredMs: [] };
  expect(await readFront(context, site.id)).toBeUndefined();
  now += REPLY_TIME_AGE_MS_MAX + 1;
  expect(await readFront(context, site.id)).toEqual({ replyMs: { half: 60_000, most: 60_000 } });
  // So many went unanswered that nobody knows when nine of ten would have been.
  waits = { answeredMs: waits.answeredMs, censoredMs: Array.from({ length: 10 }, () => 600_000) };
  now += REPLY_TIME_AGE_MS_MAX + 1;
  expect(await readFront(context, site.id)).toBeUndefined();
});
