import { join } from 'node:path';
import { openStore, SQLITE_FILE } from '../../server/store/open-store.ts';
import type { NewMessage, Store } from '../../server/store/store.ts';
import { type CopyPlan, copyPostgresRows, copySqliteRows, named, numbered, PLAIN_COPIES } from '../kit/copy-rows.ts';

export interface Place {
  dataDir: string;
  databaseUrl?: string;
}

/** The year that reports are asked about. */
export const YEAR = { from: Date.UTC(2025, 0, 1), to: Date.UTC(2025, 11, 31) };
const DAY_MS = 86_400_000;
const SPAN_MS = YEAR.to - YEAR.from - DAY_MS;
const STAGES = ['before', 'during', 'after'] as const;
const AGENTS = 40;
/** Written by the store itself; the others are copies of them at other times, with other agents, pages and lengths. */
const TEMPLATES = 20;
const MESSAGES_EACH = 10;

export function openPlace(place: Place): Promise<Store> {
  return openStore({ ...place, makeEpoch: () => 'bench' });
}

/** About so many conversations over a year, with ten messages each: answered, rated, left, and opened again; three orders for each four. */
export async function fillHistory(place: Place, conversations: number): Promise<number> {
  const store = await openPlace(place);
  await store.addSite({ id: 'site-1', key: 'shop', name: 'Shop', origins: [], at: YEAR.from });
  for (let n = 0; n < AGENTS; n += 1) {
    const agent = { id: `agent-${n}`, email: `a${n}@shop.example`, name: `Agent ${n}`, role: 'agent' } as const;
    await store.addAgent({ ...agent, passwordHash: '', capacity: 50, at: YEAR.from });
  }
  await store.renewLeases({ agentIds: ['agent-0'], until: YEAR.to * 2 });
  for (let n = 0; n < TEMPLATES; n += 1) await writeOne(store, n);
  await store.close();
  const copies = Math.max(1, Math.round(conversations / TEMPLATES) - 1);
  const plan = planOf(copies);
  if (place.databaseUrl) await copyPostgresRows(place.databaseUrl, copies, plan, BESIDE);
  else await copySqliteRows(join(place.dataDir, SQLITE_FILE), copies, plan, BESIDE);
  return (copies + 1) * TEMPLATES;
}

async function writeOne(store: Store, n: number): Promise<void> {
  const [conversationId, visitorId] = [`c-${n}`, `v-${n}`];
  let at = YEAR.from + n * 1_000;
  const message = (author: 'visitor' | 'agent', number: number): NewMessage => ({
    ...{ author, authorId: author === 'agent' ? 'agent-0' : visitorId, at, body: `Message ${number} of this one` },
    clientId: `fill-${n}-${number}`,
  });
  const version = async () => (await store.findConversation(conversationId))?.version ?? 0;
  await store.addVisitor({ id: visitorId, siteId: 'site-1', tokenHash: visitorId, at });
  const opening = {
    language: ['de', 'en', 'pt', 'fr'][n % 4] ?? 'en',
    page: 'shop.example/p',
    topic: `topic-${n % 7}`,
  };
  await store.openConversation({
    ...{ conversationId, siteId: 'site-1', visitorId, message: message('visitor', 0), email: null },
    ...{ pageUrl: 'https://shop.example/p', pageTitle: null },
    purchaseStage: STAGES[n % 3] ?? 'before',
    opening: { ...opening, segments: n % 5 === 0 ? ['returning', 'vip'] : ['new'], targetMs: 45_000 },
  });
  const promise = { position: 1, lowMs: 1_000, highMs: 60_000, samples: 20 };
  if (n % 3 === 0) await store.addPromises([{ conversationId, episode: 1, at, ...promise }]);
  if (n % 2 === 0) await sell(store, visitorId, `o-${n}-0`, at + DAY_MS);
  if (n % 4 === 0) await sell(store, visitorId, `o-${n}-1`, at + 30 * DAY_MS);
  at += 5_000 + n * 700;
  const isLeft = n % 10 === 3;
  if (!isLeft) {
    const given = { conversationId, expectVersion: await version(), agentId: 'agent-0', reason: 'Bench.', at };
    await store.assignConversation(given);
  }
  for (let number = 1; number < MESSAGES_EACH; number += 1) {
    at += 4_000 + 250 * ((n * 7 + number) % 40);
    const author = number % 3 === 1 && !isLeft ? 'agent' : 'visitor';
    await store.appendMessage({ conversationId, expectVersion: await version(), message: message(author, number) });
  }
  at += 9_000;
  const end = { conversationId, expectVersion: await version(), at } as const;
  if (isLeft) await store.closeConversation({ ...end, by: 'visitor', byAgentId: null, outcome: 'abandoned_in_queue' });
  else await store.closeConversation({ ...end, by: 'agent', byAgentId: 'agent-0', outcome: 'resolved' });
  if (n % 4 === 0 && !isLeft)
    await store.rateEpisode({ conversationId, episode: 1, score: (n % 5) + 1, comment: null, at });
}

async function sell(store: Store, visitorId: string, orderId: string, at: number): Promise<void> {
  const order = { orderId, minor: 4_990, currency: 'EUR', subject: null, at, isCancelled: false };
  await store.addPageOrder({ siteId: 'site-1', visitorId, order, at, max: 99, since: at });
}

/** What stands beside conversations: days of orders, and forty agents at the desk every day, with a break. */
const BESIDE = [
  `insert into order_day (day, version) select at / ${DAY_MS}, 1 from shop_order
   where at / ${DAY_MS} not in (select day from order_day) group by at / ${DAY_MS}`,
  ...(['came', 'available', 'away', 'available', 'away', 'left'] as const).map(
    (kind, hours) => `insert into staff_fact (agent_id, at, kind)
      with recursive day(n) as (select 0 union all select n + 1 from day where n < 363)
      select agent.id, ${YEAR.from + 6 * 3_600_000} + day.n * cast(${DAY_MS} as bigint) + ${hours * 7_200_000}, '${kind}' from day cross join agent`,
  ),
];

/** Copies lie evenly over the year; everything that can be told apart is. */
function planOf(copies: number): CopyPlan {
  const shift = Math.floor(SPAN_MS / (copies + 1));
  const later = (...columns: string[]) =>
    Object.fromEntries(columns.map((column) => [column, `${column} + cast(copy.n as bigint) * ${shift}`]));
  const other = (column: string) =>
    `case when ${column} is null then null else 'agent-' || ((copy.n * 31 + conversation_no) % ${AGENTS}) end`;
  return {
    ...PLAIN_COPIES,
    conversation: {
      ...PLAIN_COPIES.conversation,
      ...later('opened_at', 'queued_at', 'entered_at', 'closed_at', 'last_at'),
    },
    entry: { ...PLAIN_COPIES.entry, ...later('at') },
    episode: {
      ...PLAIN_COPIES.episode,
      ...later('opened_at', 'closed_at', 'rated_at'),
      last_agent_id: other('last_agent_id'),
    },
    wait: {
      ...PLAIN_COPIES.wait,
      ...later('started_at', 'ended_at'),
      length_ms: 'length_ms + (copy.n * 7919) % 50000',
      agent_id: other('agent_id'),
    },
    assignment: {
      conversation_no: numbered('conversation_no'),
      agent_id: other('agent_id'),
      ...later('at', 'ended_at'),
    },
    promise: { conversation_no: numbered('conversation_no'), ...later('at') },
    shop_order: {
      order_id: named('order_id'),
      person: `'v:' || (100000 + copy.n) || '-' || substr(person, 3)`,
      ...later('at', 'received_at'),
    },
    opening: {
      conversation_no: numbered('conversation_no'),
      page: `page || ((copy.n * 13 + conversation_no) % 300)`,
    },
  };
}
