import { expect } from 'vitest';
import { createMailWorker } from '../../server/workers/mail-worker.ts';
import { type ArrivedMail, startSmtp, type TestSmtp, testMailer, textOf } from '../support/smtp.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** Mail over a real relay and a real SMTP server. The worker's time is the relay's, and what the test adds to it. */
export let smtp: TestSmtp;
export let relay: TestRelay;
let passedMs = 0;
let refusal: Error | null = null;

export async function startScene(): Promise<void> {
  passedMs = 0;
  refusal = null;
  smtp = await startSmtp({
    judge: () => {
      if (refusal) throw refusal;
    },
  });
  relay = await startTestRelay({ mailer: testMailer(smtp.port) });
}

export async function stopScene(): Promise<void> {
  await relay.remove();
  await smtp.stop();
}

/** What the SMTP server says of all mails from now on; null: it takes them. */
export function refuseWith(error: Error | null): void {
  refusal = error;
}

/** The worker's look, `ms` later than now; what it reads is the same database. Another mailer leads to another mail server. */
export async function look(ms = 0, mailer = testMailer(smtp.port)): Promise<void> {
  passedMs += ms;
  const real = relay.context.clock;
  // Only what lets others have their turn: nothing is to happen after the look.
  const after = (ms: number, run: () => void) => (ms === 0 ? real.after(0, run) : () => {});
  const clock = { ...real, now: () => real.now() + passedMs, after };
  const context = { ...relay.context, clock };
  const failures: unknown[] = [];
  const onFailure = (_task: string, error: unknown) => failures.push(error);
  await createMailWorker({ context, mailer, report: () => {}, onFailure }).look();
  expect(failures).toEqual([]);
}

export async function owner() {
  await relay.addAgent('olga@example.org');
  const member = (await relay.store.listStaff()).find((one) => one.email === 'olga@example.org');
  if (!member) throw new Error('The agent was not added.');
  const { id, availability: _, email: __, ...settings } = member;
  await relay.store.changeStaffMember({ agentId: id, ...settings, role: 'owner' });
  const cookie = await relay.signIn('olga@example.org');
  const ask = (method: string, path: string, body?: unknown) =>
    relay.ask(method, `/api/v1/agent/${path}`, body, { Cookie: cookie });
  return { id, cookie, ask };
}

/** A visitor with an address, and an agent who has answered. */
export async function talk(email: string | null = 'eva@example.org', words = 'My boots leak') {
  const { cookie, ask, id: agentId } = await owner();
  const agent = await relay.agent(cookie);
  await agent.fact('session:ready');
  const visitor = await relay.visitor();
  await visitor.fact('session:ready');
  const page = { url: 'http://127.0.0.1:1/boots?token=secret#top', title: 'Boots' };
  const opening = { clientId: 'opening-000000001', body: words, page, ...(email === null ? {} : { email }) };
  const { conversationId } = placeOf(await visitor.command('conversation:open', opening));
  await agent.command('agent:availability', { availability: 'available' });
  await relay.store.renewLeases({ agentIds: [agentId], until: relay.context.clock.now() + 60_000 });
  const picked = await agent.command('conversation:pick', { conversationId });
  if (!picked.ok) throw new Error(JSON.stringify(picked));
  const say = (body: string, n = 1) =>
    agent.command('message:send', { conversationId, clientId: `answer-0000000000${n}`, body });
  await say('We mend them <b>for you</b>');
  return { agent, visitor, conversationId, ask, say, agentId };
}

export function placeOf(answer: Record<string, unknown>): { conversationId: string } {
  return answer.value as { conversationId: string };
}

export const request = (conversationId: string, more: object = {}) => ({
  conversationId,
  email: 'eva@example.org',
  ...more,
});
export const linkIn = (mail: ArrivedMail, to: 'rating' | 'stop') =>
  new RegExp(`/mail/${to}/\\S+`).exec(textOf(mail))?.[0] ?? '';

export async function page(method: string, path: string, form?: string) {
  const response = await fetch(`${relay.origin}${path}`, {
    method,
    ...(form === undefined ? {} : { body: form, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
