import { join } from 'node:path';
import pg from 'pg';
import { type Random, seededRandom } from '../protocol/kit/random.ts';
import { FIND_LOOKED_MAX } from '../protocol/wire/find-limits.ts';
import { FIND_LINES_MAX, FIND_TAKEN_MAX } from '../protocol/wire/limits.ts';
import { WORDS_FOLDING } from '../protocol/wire/words.ts';
import { readQuery } from '../server/domain/find/query.ts';
import type { FindLines } from '../server/store/find-store.ts';
import { openStore } from '../server/store/open-store.ts';
import { openDatabase } from '../server/store/sqlite/driver.ts';
import type { Store } from '../server/store/store.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { removeFolder } from '../test/support/remove-folder.ts';
import { EACH, type Filters, PHONE_STEP, QUESTIONS } from './find/questions.ts';
import { type CopyPlan, copyPostgresRows, copySqliteRows, PLAIN_COPIES } from './kit/copy-rows.ts';
import { makeFolder } from './kit/folder.ts';
import { printResult, printTable } from './kit/print.ts';
import { quantile } from './kit/stats.ts';

export interface FindSize {
  messages: number[];
  rounds: number;
}

export const FULL_FIND: FindSize = { messages: [100_000, 1_000_000], rounds: 40 };
/** Enough that some of it are copies. */
export const SMOKE_FIND: FindSize = { messages: [1_100], rounds: 1 };

/** Written by the store; more are copies of them. */
const TEMPLATE = 1_000;
const WORDS = 4_000;
const MESSAGE_WORDS = 12;
/** Of other scripts and signs, one in each message; the first ones far more often. */
const OTHERS = [
  'Größe',
  'Straße',
  'über',
  'Café',
  'مرحبا',
  'شكرا',
  'الطلب',
  '退货',
  '你好',
  'ありがとう',
  '2024',
  '49',
];
const PAGES = 10;
/** Of an index that is cut anew: one piece is as dear as the next, and all of a million would take half an hour. */
const REFOLDED_PIECES = 300;
const UNFOLD = `update find_state set folding = ${WORDS_FOLDING - 1}, refolding = 0, refolded = 0`;
/** Copies come later and are closed; what the store wrote itself is old, open, and has the only words of one agent. */
const PLAN: CopyPlan = {
  ...PLAIN_COPIES,
  conversation: {
    ...PLAIN_COPIES.conversation,
    status: `'closed'`,
    opened_at: 'opened_at + copy.n * 1000',
    closed_at: 'opened_at + copy.n * 1000',
    closed_by: `'system'`,
    outcome: `'resolved'`,
  },
  entry: {
    ...PLAIN_COPIES.entry,
    at: 'at + copy.n * 1000',
    // A number of its own in each message, as orders have, and a telephone in each third (L10).
    body: `body || ' ' || (1000000 + (conversation_no + copy.n * size.conversations) * ${EACH} + seq)
      || case when seq % 3 = 0 then ' +49 (171) ' || (2000000 + (conversation_no + copy.n * size.conversations) * ${PHONE_STEP} % 7000000) else '' end`,
    author_id: `case when author = 'visitor' then (100000 + copy.n) || '-' || author_id else 'agent-0' end`,
  },
};
const SITE = { id: 'site-1', key: 'shop', name: 'Shop', origins: [] };
/** L: looking for words at two sizes, beside a plain look through all texts in the same database (docs/find.md). */
export async function benchFind(size: FindSize): Promise<void> {
  const folder = makeFolder({ readable: true });
  const server = await startPostgres({ parent: folder, durable: false });
  try {
    for (const messages of size.messages) {
      await benchOne('SQLite', await fillSqlite(join(folder, `find-${messages}`), messages), messages, size.rounds);
      await benchOne('PostgreSQL', await fillPostgres(await server.createDatabase(), messages), messages, size.rounds);
    }
  } finally {
    await server.stop();
    removeFolder(folder);
  }
}

interface Filled {
  store: Store;
  /** As autovacuum does after a while. */
  analyze(): Promise<void>;
  /** Every text that holds these letters, newest first: what one would write without an index. */
  plain(letters: string): Promise<void>;
  /** As if the index had been cut by the folding before (L5). */
  unfold(): Promise<void>;
  close(): Promise<void>;
}

async function benchOne(name: string, filled: Filled, messages: number, rounds: number): Promise<void> {
  const startedAt = performance.now();
  while ((await filled.store.takeUpWords({ limit: 20_000 })).more);
  const takenUpMs = performance.now() - startedAt;
  await filled.analyze();
  const rows: string[][] = [];
  for (const [question, text, more] of QUESTIONS) {
    const ours: number[] = [];
    for (let round = 0; round < rounds; round += 1) ours.push(await timed(() => look(filled.store, text, more)));
    const plain = await timed(() => filled.plain(text.replaceAll('"', '')));
    const [p50Ms, p99Ms, pageMs] = [
      quantile(ours, 0.5),
      quantile(ours, 0.99),
      await longestPage(filled.store, text, more),
    ];
    const shown = [p50Ms, p99Ms, pageMs, plain, plain / p50Ms];
    rows.push([question, ...shown.map((figure) => figure.toFixed(1))]);
    printResult('find', { store: name, messages, question, p50Ms, p99Ms, pageMs, plainMs: plain });
  }
  const title = `Finding words, ${name}, ${messages.toLocaleString('en')} messages, taken up in ${(takenUpMs / 1_000).toFixed(1)} s`;
  printTable(
    title,
    ['looked for', 'p50 ms', 'p99 ms', `longest of ${PAGES} pages, ms`, 'plain look ms', 'plain / p50'],
    rows,
  );
  await benchRefold(name, filled, messages);
  await filled.close();
}

/** L5: what a piece costs when the index is cut anew, in the relay's own thread. */
async function benchRefold(store: string, filled: Filled, messages: number): Promise<void> {
  await filled.unfold();
  const pieces: { wallMs: number; cpuMs: number }[] = [];
  for (let more = true; more && pieces.length < REFOLDED_PIECES; ) {
    const before = process.cpuUsage();
    const wallMs = await timed(async () => {
      ({ more } = await filled.store.refoldWords({ limit: FIND_TAKEN_MAX }));
    });
    const { user, system } = process.cpuUsage(before);
    pieces.push({ wallMs, cpuMs: (user + system) / 1_000 });
  }
  for (const clock of ['wallMs', 'cpuMs'] as const) {
    const took = pieces.map((piece) => piece[clock]);
    const [p50, p99, longest] = [quantile(took, 0.5), quantile(took, 0.99), Math.max(...took)];
    printResult('find', { store, messages, pieces: pieces.length, clock, p50, p99, longest });
  }
}

/** As the use case asks: whole words, then beginnings while the page is not full. */
async function look(store: Store, text: string, more: Filters = {}): Promise<void> {
  const terms = readQuery(text);
  const page = { ...more, terms, before: null, lookedMax: FIND_LOOKED_MAX };
  const whole = await store.findLines({ ...page, tier: 0, limit: FIND_LINES_MAX });
  if (whole.next === null) await store.findLines({ ...page, tier: 1, limit: FIND_LINES_MAX - whole.lines.length });
}

/** As somebody who asks for the next page again and again. */
async function longestPage(store: Store, text: string, more: Filters = {}): Promise<number> {
  const terms = readQuery(text);
  let longest = 0;
  let tier: 0 | 1 = 0;
  let before: number | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const asked: FindLines = { ...more, terms, tier, before, limit: FIND_LINES_MAX, lookedMax: FIND_LOOKED_MAX };
    const tookMs = await timed(async () => {
      before = (await store.findLines(asked)).next;
    });
    longest = Math.max(longest, tookMs);
    if (before !== null) continue;
    if (tier === 1) break;
    tier = 1;
  }
  return longest;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function fillSqlite(folder: string, messages: number): Promise<Filled> {
  const parts = { dataDir: folder, makeEpoch: () => 'bench' };
  const first = await openStore(parts);
  await writeTemplate(first);
  await first.close();
  const file = join(folder, 'deskbell.db');
  await copySqliteRows(file, copiesFor(messages), PLAN);
  const store = await openStore(parts);
  const db = await openDatabase(file);
  const plain = db.prepare(`select body from entry where body like ? order by rowid desc limit ${FIND_LINES_MAX}`);
  return {
    store,
    analyze: async () => {},
    async plain(letters) {
      plain.all(`%${letters}%`);
    },
    async unfold() {
      db.prepare(UNFOLD).run();
    },
    async close() {
      db.close();
      await store.close();
    },
  };
}

async function fillPostgres(databaseUrl: string, messages: number): Promise<Filled> {
  const parts = { dataDir: '', databaseUrl, makeEpoch: () => 'bench' };
  const first = await openStore(parts);
  await writeTemplate(first);
  await first.close();
  await copyPostgresRows(databaseUrl, copiesFor(messages), PLAN);
  const store = await openStore(parts);
  const client = new pg.Client(databaseUrl);
  await client.connect();
  return {
    store,
    async analyze() {
      await client.query('vacuum analyze find_line');
    },
    async plain(letters) {
      await client.query(
        `select body from entry where body like $1 order by conversation_no desc, seq desc limit ${FIND_LINES_MAX}`,
        [`%${letters}%`],
      );
    },
    async unfold() {
      await client.query(UNFOLD);
    },
    async close() {
      await client.end();
      await store.close();
    },
  };
}

function copiesFor(messages: number): number {
  return Math.max(1, Math.round(messages / TEMPLATE) - 1);
}

/** Words as people use them: the n-th comes about a third as often as n grows. */
async function writeTemplate(store: Store): Promise<void> {
  const random = seededRandom(190);
  await store.addSite({ ...SITE, at: 0 });
  await store.addSite({ ...SITE, id: 'site-2', key: 'other', at: 0 });
  for (const id of ['agent-0', 'agent-1']) {
    const agent = { id, email: `${id}@shop.example`, name: id, passwordHash: '', role: 'agent', capacity: 1 } as const;
    await store.addAgent({ ...agent, at: 0 });
  }
  for (let talk = 0; talk < TEMPLATE / EACH; talk += 1) {
    const visitorId = `visitor-${talk}`;
    await store.addVisitor({ id: visitorId, siteId: SITE.id, tokenHash: `hash-${talk}`, at: 0 });
    const conversationId = `conversation-${talk}`;
    for (let n = 0; n < EACH; n += 1) {
      const isAgents = n === EACH - 1 && talk % 10 === 0;
      const message = {
        author: isAgents ? 'agent' : 'visitor',
        authorId: isAgents ? 'agent-1' : visitorId,
        clientId: `${talk}-${n}`,
        body: textOf(random),
        at: n,
      } as const;
      const opening = {
        conversationId,
        siteId: SITE.id,
        visitorId,
        message,
        email: null,
        pageUrl: null,
        pageTitle: null,
      };
      if (n === 0) await store.openConversation(opening);
      else await store.appendMessage({ conversationId, expectVersion: 1, message });
    }
  }
}

function textOf(random: Random): string {
  const words = Array.from({ length: MESSAGE_WORDS }, () => `wa${Math.floor(WORDS ** random()) - 1}`);
  return ['please', ...words, OTHERS[Math.floor(random() * random() * OTHERS.length)]].join(' ');
}
