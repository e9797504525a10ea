import { afterEach, beforeEach, expect, test } from 'vitest';
import { signInAs } from './ask-as.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** J16 over a real relay: what the owner does not want to keep reaches neither the store nor the team, by any way in. */

let relay: TestRelay;
beforeEach(async () => {
  relay = await startTestRelay();
});
afterEach(() => relay.remove());

const CARD = '4111 1111 1111 1111';
const KEPT = '•••• •••• •••• 1111';
const FORM = {
  fields: [{ key: 'order', label: 'Order', kind: 'text', required: false, options: [] }],
  consent: null,
  asksComplaint: false,
};

const owner = () => signInAs(relay, 'owner');

async function agent() {
  await relay.addAgent('ana@example.org');
  const ana = await relay.agent(await relay.signIn('ana@example.org'));
  await ana.fact('session:ready');
  await ana.command('agent:availability', { availability: 'available' });
  return ana;
}

const cid = (name: string) => `cards-${name}`.padEnd(20, '0');

test('J16 first words, later ones, other words, a form and a comment: kept without the number; repeats are repeats', async () => {
  const ask = await owner();
  const set = await ask('PUT', 'sites/demo/settings', { keeping: { masksCards: true }, front: { form: FORM } });
  expect(set.status).toBe(200);
  const mia = await relay.visitor();
  await mia.fact('session:ready');
  const opening = {
    clientId: cid('open'),
    body: `Charged twice: ${CARD}`,
    intake: { fields: { order: `Paid with ${CARD}` } },
  };
  const opened = (await mia.command('conversation:open', opening)) as {
    ok: boolean;
    value: { conversationId: string };
  };
  expect(opened).toMatchObject({ ok: true });
  const { conversationId } = opened.value;
  const message = { conversationId, clientId: cid('send'), body: CARD };
  const sent = await mia.command('message:send', message);
  expect(await mia.command('message:send', message)).toEqual(sent);
  const { seq } = (sent as { value: { seq: number } }).value;
  const edited = await mia.command('message:edit', {
    ...{ conversationId, seq, clientId: cid('edit'), body: `Or ${CARD}?` },
  });
  expect(edited).toMatchObject({ ok: true });
  const ana = await agent();
  const heard = await ana.fact('entry:added', ({ entry }) => (entry as { kind: string }).kind === 'assigned');
  expect(heard).toBeDefined();
  expect(JSON.stringify(await ana.command('conversation:sync', { conversationId, afterSeq: 0 }))).not.toContain(CARD);
  await ana.command('message:send', { conversationId, clientId: cid('answer'), body: 'A moment.' });
  await ana.command('conversation:close', { conversationId });
  const rated = await mia.command('conversation:rate', {
    conversationId,
    episode: 1,
    score: 2,
    comment: `It is ${CARD}`,
  });
  expect(rated).toMatchObject({ ok: true });

  const own = JSON.stringify(await mia.command('conversation:sync', { conversationId, afterSeq: 0 }));
  expect(own).not.toContain(CARD);
  for (const text of [`Charged twice: ${KEPT}`, `Or ${KEPT}?`, `It is ${KEPT}`]) expect(own).toContain(text);
  const intake = JSON.stringify(await mia.command('own:list', {}));
  expect(intake).toContain(`Paid with ${KEPT}`);
});

test('J16 as long as no owner asks for it, what is written is kept as it was written', async () => {
  const mia = await relay.visitor();
  await mia.fact('session:ready');
  const opened = await mia.command('conversation:open', { clientId: cid('open'), body: CARD });
  const { conversationId } = (opened as { value: { conversationId: string } }).value;
  expect(JSON.stringify(await mia.command('conversation:sync', { conversationId, afterSeq: 0 }))).toContain(CARD);
});
