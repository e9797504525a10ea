import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAgent } from '../../server/usecases/add-agent.ts';
import { TABLES } from './csv-tables.ts';
import { PASSWORD, startTestRelay, type TestRelay } from './test-relay.ts';

/** What people write, in every file that can be had over HTTP. */

let relay: TestRelay;
const now = Date.now();
const at = now - 60_000;
const period = `from=${now - 3_600_000}&to=${now + 3_600_000}&zone=Europe/Lisbon`;

beforeAll(async () => {
  relay = await startTestRelay();
  await addPeople();
  for (let no = 0; no < 6; no += 1) await writeAll(no);
});
afterAll(() => relay.remove());

/** The next text that would be a formula somewhere. */
const hostile = (n: number) =>
  [`=1+${n}`, `x;=2+${n}`, `\u200f＝3${n}`, `a\n-4${n}`, `"@5${n}`, `\t+6${n}`][n % 6] as string;
let written = 0;
const text = () => hostile(written++);

async function addPeople(): Promise<void> {
  const { store } = relay;
  const site = { id: 'site-x', key: 'key-x', name: '=site;+x', origins: [], at };
  await store.addSite(site);
  await store.addDepartment({ id: 'department-x', siteId: null, name: '@department;=x', routing: {}, at });
  await store.addVisitor({ id: 'visitor-x', siteId: 'site-x', tokenHash: 'hash-x', at });
  await store.addAgent({
    id: 'agent-x',
    email: 'x@example.org',
    name: '-agent\n=x',
    passwordHash: 'x',
    role: 'agent',
    capacity: 9,
    at,
  });
}

async function writeAll(no: number): Promise<void> {
  const { store } = relay;
  const conversationId = `hostile-${no}`;
  const message = {
    author: 'visitor',
    authorId: 'visitor-x',
    clientId: `hostile-000${no}`,
    body: text(),
    at,
  } as const;
  const opening = { language: text(), page: text(), topic: text(), segments: [text()] };
  const of = { conversationId, siteId: 'site-x', visitorId: 'visitor-x', email: null };
  await store.openConversation({ ...of, message, pageUrl: `https://x.example/${no}`, pageTitle: text(), opening });
  await store.tagConversation({ conversationId, add: [text()], remove: [], max: 9 });
  await store.addPromises([{ conversationId, episode: 1, position: 1, samples: 20, lowMs: 1, highMs: 2, at }]);
  await store.closeConversation({
    conversationId,
    expectVersion: 1,
    by: 'visitor',
    byAgentId: null,
    outcome: 'unresolved',
    at,
  });
  const followUp = { id: `follow-${no}`, causes: ['low_score' as const], owner: 'supervisor' as const, dueAt: at };
  const rating = {
    conversationId,
    episode: 1,
    score: 1,
    comment: text(),
    more: { reasons: [text(), text()] },
    followUp,
    at,
  };
  const nameless = { id: `nameless-${no}`, dayAt: at };
  await store.rateEpisode(no === 5 ? { ...rating, anonymous: nameless } : rating);
  await store.endFollowUp({ id: `follow-${no}`, byId: 'agent-x', outcome: 'no_answer', note: text(), at });
  const order = { orderId: text(), minor: 5, currency: 'EUR', subject: text(), at, isCancelled: false };
  await store.importOrders({ siteId: 'site-x', orders: [order], at });
  await store.addReply({
    id: `reply-${no}`,
    shortcut: `s${no}`,
    body: text(),
    departmentId: null,
    ownerId: null,
    at,
  });
}

/** But for negative numbers. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*(?:[=+@|%＝＋－＠]|-(?!\d+(?:\.\d+)?$))/u;

test('P31 no cell of any file is a formula, whatever people write and whatever mark parts the cells', async () => {
  const chief = { email: 'eve@example.org', name: '=Eve', role: 'admin', password: PASSWORD } as const;
  expect((await addAgent(relay.context, chief)).answer.ok).toBe(true);
  const headers = { Cookie: await relay.signIn(chief.email) };
  const files = await Promise.all(
    ['page', 'topic', 'language', 'segment', 'tag', 'site']
      .map((split) => `measures/splits?split=${split}`)
      .concat(TABLES)
      .map(async (path) => {
        const address = `${relay.origin}/api/v1/agent/${path}${path.includes('?') ? '&' : '?'}${period}&format=csv`;
        return [path, await (await fetch(address, { headers })).text()] as const;
      }),
  );
  const seen = new Set<string>();
  for (const [path, file] of files) {
    // By the comma with quotes, and as a spreadsheet does it that parts cells by another mark.
    const byComma = [...file.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(?:,|\r\n)/g)].map(([, cell = '']) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
    );
    const formulas = [...byComma, ...file.split(/[;\t\r\n]/)].filter((cell) => FORMULA.test(cell));
    expect([path, formulas]).toEqual([path, []]);
    if (/['"][=＝@+-]\d/.test(file)) seen.add(path);
  }
  // These hold what people wrote.
  expect([...seen].sort()).toEqual([
    ...['feedback', 'followups?list=done', 'measures/rows'],
    ...['language', 'page', 'segment', 'tag', 'topic'].map((split) => `measures/splits?split=${split}`),
    ...['replies', 'reports/business/rows?of=orders'],
  ]);
});
