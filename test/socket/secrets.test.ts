import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPlainClient } from '../support/plain-client.ts';
import { type SmtpTemper, smtpError, startSmtp, type TestSmtp } from '../support/smtp.ts';
import { type ChildRelay, removeCli, startChildRelay } from './child-relay.ts';

/**
 * P32: a day in small, with a marked secret in every place where one is written, against the shipped program at its most
 * talkative. Then everything that it said, answered and stored is searched.
 */

const marked = {
  password: 'canary-password-71c0',
  wrong: 'canary-wrong-password-5a',
  next: 'canary-next-password-88',
  body: 'canary body: my card number is 4929',
  answer: 'canary answer of the agent',
  comment: 'canary comment',
  email: 'canary.visitor@example.org',
  owner: 'canary.owner@example.org',
  page: 'canary-page',
  smtp: 'canary-smtp-password-9d',
};

let relay: ChildRelay;
/** Secrets that the relay itself made. */
const made: Record<string, string> = {};
const answers: string[] = [];

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${relay.origin}${path}`, {
    method: 'POST',
    headers: { Origin: relay.origin, 'Content-Type': 'application/json', 'X-Deskbell': '1', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  answers.push(await response.clone().text());
  return response;
}

const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

async function beAgent(): Promise<string> {
  made.setUp = /#set-up=(\S+)/.exec(relay.printed())?.[1] ?? '';
  const owner = { token: made.setUp, name: 'Olga', email: marked.owner, password: marked.password };
  made.first = cookieOf(await post('/api/v1/agent/set-up', owner)).split('=')[1] ?? '';
  await post('/api/v1/agent/sign-in', { email: marked.owner, password: marked.wrong });
  const signedIn = await post('/api/v1/agent/sign-in', { email: marked.owner, password: marked.password });
  const cookie = cookieOf(signedIn);
  made.session = cookie.split('=')[1] ?? '';
  await post('/api/v1/agent/password', { current: marked.wrong, next: marked.next }, { Cookie: cookie });
  await post('/api/v1/agent/password', { current: marked.password, next: marked.next }, { Cookie: cookie });
  return cookie;
}

async function chat(cookie: string): Promise<void> {
  const agent = await openPlainClient(relay.origin, '/agent', { version: 1 }, { Cookie: cookie });
  await agent.fact('session:ready');
  const visitor = await openPlainClient(relay.origin, '/visitor', { version: 1, site: 'demo' });
  made.token = String((await visitor.fact('session:ready')).token);
  const page = { url: `https://shop.example/${marked.page}?token=${marked.page}`, title: marked.page };
  const opening = { clientId: 'canary-opening-0000', body: marked.body, email: marked.email, page };
  const opened = await visitor.command('conversation:open', opening);
  const { conversationId } = opened.value as { conversationId: string };
  await agent.fact('entry:added');
  await agent.command('message:send', { conversationId, clientId: 'canary-answer-00000', body: marked.answer });
  await visitor.command('message:send', { conversationId, clientId: 'canary-opening-0000', body: `${marked.body}!` });
  await visitor.command('nothing:such', { body: marked.body, token: made.token });
  await visitor.command('conversation:close', { conversationId });
  await visitor.command('conversation:rate', { conversationId, episode: 1, score: 7, comment: marked.comment });
  await visitor.command('conversation:rate', { conversationId, episode: 1, score: 5, comment: marked.comment });
  const bearer = { Authorization: `Bearer ${made.token}`, 'X-Deskbell-Site': 'demo' };
  await post('/api/v1/visitor/poll', { resume: [] }, bearer);
  await post('/api/v1/visitor/poll', `{"resume": "${marked.body}`, bearer);
  await post(`/api/v1/visitor/commands/${marked.page}`, {}, bearer);
  await post('/api/v1/visitor/session', { version: 1, site: 'demo', token: `${made.token}x` });
  await fetch(`${relay.origin}/nowhere/${made.token}?password=${marked.password}`);
  await mailFails(cookie);
  await Promise.all([agent.end(), visitor.end()]);
}

let smtp: TestSmtp;
/** When the relay has told the mail server its password, and was refused. */
let signingIn: Promise<void>;

function startShutSmtp(): Promise<TestSmtp> {
  let refused = () => {};
  signingIn = new Promise((resolve) => {
    refused = resolve;
  });
  const onAuth: SmtpTemper['onAuth'] = ({ password }, _session, done) => {
    done(smtpError(535, `not you, ${password}`));
    refused();
  };
  return startSmtp({ onAuth, authOptional: false, allowInsecureAuth: true });
}

/** A mail that nobody takes: what is told of it holds nothing that signs us in (E2). */
async function mailFails(Cookie: string): Promise<void> {
  await post('/api/v1/agent/mail/test', {}, { Cookie });
  await signingIn;
  const seen = await fetch(`${relay.origin}/api/v1/agent/mail`, { headers: { Origin: relay.origin, Cookie } });
  answers.push(await seen.text());
}

beforeAll(async () => {
  smtp = await startShutSmtp();
  const SMTP_URL = `smtp://shop:${marked.smtp}@127.0.0.1:${smtp.port}`;
  const mail = { SMTP_URL, MAIL_FROM: 'chat@shop.example' };
  relay = await startChildRelay('start', { LOG_LEVEL: 'trace', ...mail });
  await chat(await beAgent());
  await relay.stop('SIGTERM');
});
afterAll(async () => {
  await relay.remove();
  await smtp.stop();
  removeCli();
});

/** Whatever is kept of a secret must not be the secret. */
function expectWithout(where: string, text: string, secrets: Record<string, string>): void {
  const found = Object.entries(secrets).filter(([, secret]) => text.includes(secret));
  expect(found.map(([name]) => `${name} in ${where}`)).toEqual([]);
}

describe('P32: secrets', () => {
  test('every secret of the day was made', () => {
    expect(Object.keys(made).sort()).toEqual(['first', 'session', 'setUp', 'token']);
    for (const secret of Object.values(made)) expect(secret.length).toBeGreaterThan(40);
  });

  test('the log holds none, and nothing that people wrote', () => {
    const log = relay
      .printed()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(log.length).toBeGreaterThanOrEqual(8);
    expectWithout('the log', log.join('\n'), { ...marked, ...made });
    // What is searched does hold what it may hold: the search finds it.
    expect(relay.printed()).toContain(made.setUp);
    // The link for the owner is printed for the person at the terminal, once; nothing else is.
    expectWithout('what is printed', relay.printed().replace(made.setUp ?? '', ''), { ...marked, ...made });
  });

  test('the database holds hashes of them only', () => {
    const { password, wrong, next, smtp } = marked;
    for (const file of readdirSync(relay.folder)) {
      const bytes = readFileSync(join(relay.folder, file), 'latin1');
      expectWithout(file, bytes, { password, wrong, next, smtp, ...made });
    }
  });

  test('no answer repeats a secret that came in; cookies go into cookies', () => {
    const { password, wrong, next, smtp } = marked;
    const { token: _ownToken, ...rest } = made;
    expectWithout('the answers', answers.join('\n'), { password, wrong, next, smtp, ...rest });
    for (const answer of answers) expect(answer).not.toMatch(/\bat .*\.(?:ts|js):\d+|node_modules|select |insert /i);
  });
});
