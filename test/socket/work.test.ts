import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Answer, Work } from '../../protocol/wire/errors.ts';
import { WORK_BITS } from '../../protocol/wire/people-limits.ts';
import { addIdentitySecret } from '../../server/usecases/identity-secrets.ts';
import { search } from '../../widget/model/search.ts';
import { png } from '../support/pictures.ts';
import { claimsFor, signIdentity } from '../support/sign-identity.ts';
import { signInAs } from './ask-as.ts';
import { keptNames, newVisitor, sendPart, sendWhole } from './send-file.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** J18 over a real relay: who begins a conversation has worked a little, where the owner wants it. */

let relay: TestRelay;
beforeEach(async () => {
  relay = await startTestRelay();
});
afterEach(() => relay.remove());

const asksWork = async () => {
  const ask = await signInAs(relay, 'owner');
  expect((await ask('PUT', 'sites/demo/settings', { visitors: { asksWork: true } })).status).toBe(200);
};
const hash = (text: string) => createHash('sha256').update(text).digest();
const find = (work: Work) => search(work, { hash, now: () => 0, nextTurn: async () => {} });
const workOf = (told: unknown) => {
  const { ok, error, work } = told as { ok: boolean; error: string; work: Work };
  expect({ ok, error, bits: work.bits }).toEqual({ ok: false, error: 'work_required', bits: WORK_BITS });
  return work;
};
const enter = async () => {
  const client = await relay.visitor();
  await client.fact('session:ready');
  return { client, open: (more: object) => client.command('conversation:open', { body: 'Hello', ...more }) };
};
const ONE = 'work-message-0000001';
const TWO = 'work-message-0000002';

test('J18 off at first: nobody works, and a number that nobody asked for is passed over', async () => {
  const { open } = await enter();
  expect(await open({ clientId: ONE, work: 7 })).toMatchObject({ ok: true });
});

test('J18 switched on, only what was found for this visitor and this message opens a conversation, and it does so once', async () => {
  await asksWork();
  const mia = await enter();
  const work = workOf(await mia.open({ clientId: ONE }));
  const found = await find(work);
  workOf(await mia.open({ clientId: ONE, work: found + 1 }));
  workOf(await mia.open({ clientId: ONE, intake: { proactive: 'invite_forged' } }));
  // Somebody else's work, and that for another message, are none.
  const eve = await enter();
  workOf(await eve.open({ clientId: ONE, work: found }));
  workOf(await mia.open({ clientId: TWO, work: found }));
  const opened = await mia.open({ clientId: ONE, work: found });
  expect(opened).toMatchObject({ ok: true, value: { seq: 2 } });
  expect(await mia.open({ clientId: ONE, work: found })).toEqual(opened);
});

test('J18 in an open conversation nobody works again', async () => {
  await asksWork();
  const { client, open } = await enter();
  const opened = await open({ clientId: ONE, work: await find(workOf(await open({ clientId: ONE }))) });
  const { conversationId } = (opened as { value: { conversationId: string } }).value;
  expect(await open({ clientId: TWO })).toMatchObject({ ok: true, value: { conversationId } });
  const said = { conversationId, clientId: 'work-message-0000003', body: 'And this' };
  expect(await client.command('message:send', said)).toMatchObject({ ok: true });
});

test.each([-1, 0.5, Number.MAX_SAFE_INTEGER + 1, '7', null])('J18 %s is no number to find', async (work) => {
  const { open } = await enter();
  expect(await open({ clientId: ONE, work })).toMatchObject({ error: 'invalid_payload', field: 'work' });
});

test('J18 0 and the largest exact number are numbers like any other', async () => {
  await asksWork();
  const { open } = await enter();
  for (const work of [0, Number.MAX_SAFE_INTEGER]) workOf(await open({ clientId: ONE, work }));
});

test('J18 over HTTP it is the same, with a status of its own', async () => {
  await asksWork();
  const { headers } = await newVisitor(relay);
  const open = (more: object) =>
    relay.ask('POST', '/api/v1/visitor/commands/conversation:open', { clientId: ONE, body: 'Hello', ...more }, headers);
  const refused = await open({});
  expect(refused.status).toBe(409);
  expect(await open({ work: await find(workOf(refused.answer)) })).toMatchObject({ status: 200, answer: { ok: true } });
});

test('J18 F1 a file that begins a conversation is refused before its first byte is kept, and taken with its work', async () => {
  await asksWork();
  const sender = await newVisitor(relay);
  const content = png();
  const what = { clientId: ONE, name: 'boots.png', bytes: content.length };
  const { answer } = await sendPart(relay, sender, { ...what, offset: 0 }, content);
  const work = workOf(answer as Answer<unknown>);
  expect(keptNames(relay, 'parts')).toEqual([]);
  expect(await sendWhole(relay, sender, content, { ...what, work: await find(work) })).toMatchObject({ ok: true });
});

test('J18 I3 whom the site has signed for works in no second browser', async () => {
  await asksWork();
  const { answer } = await addIdentitySecret(relay.context, 'command_line', { key: 'demo' });
  if (!answer.ok) throw new Error(answer.hint);
  const identity = signIdentity(answer.value.secret, claimsFor('demo', 'mia', {}));
  await (await relay.visitor({ identity })).fact('session:ready');
  const phone = await relay.visitor({ identity });
  await phone.fact('session:ready');
  expect(await phone.command('conversation:open', { clientId: ONE, body: 'Hello' })).toMatchObject({ ok: true });
});
