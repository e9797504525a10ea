import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { addAgent } from '../../server/usecases/add-agent.ts';
import type { Happening } from '../support/history-plan.ts';
import { conversationIdOf, LiveHistory } from '../support/live-history.ts';
import { PASSWORD, startTestRelay, type TestRelay } from './test-relay.ts';

/** Files of more rows than a page has: the same rows, and nothing is looked up anew for each page. */

const ROWS = 240;
const at = Date.now() - 60_000;
const period = `from=${at - 60_000}&to=${at + 60_000}&zone=UTC`;
let relay: TestRelay;
let lookedUp = 0;
let headers: Record<string, string>;

async function fill(store: Store): Promise<void> {
  const open = { site: 0, department: null, language: 'en', page: '/', segments: [], topic: null };
  const happenings = Array.from({ length: ROWS }, (_, no): Happening[] => [
    { no, at, deed: { what: 'open', visitor: no, ...open } },
    { no, at: at + 1_000, deed: { what: 'assign', agent: 0 } },
    { no, at: at + 2_000, deed: { what: 'end', by: 'agent' } },
  ]).flat();
  const size = { conversations: ROWS, agents: 1, sites: 1, departments: 1, from: at, to: at + 60_000 };
  await new LiveHistory(store, { happenings, ...size }).happen();
  const told = { episode: 1, position: 1, samples: 20, lowMs: 1, highMs: 9_000, at };
  const conversationIds = Array.from({ length: ROWS }, (_, no) => conversationIdOf(no));
  await store.addPromises(conversationIds.map((conversationId) => ({ conversationId, ...told })));
}

beforeAll(async () => {
  relay = await startTestRelay({
    before: fill,
    wrapStore: (store) => {
      const listPromises: typeof store.listPromises = (asked) => {
        lookedUp += 1;
        return store.listPromises(asked);
      };
      return Object.assign(Object.create(store), { listPromises });
    },
  });
  const chief = { email: 'ada@example.org', name: 'Ada', role: 'owner', password: PASSWORD } as const;
  expect((await addAgent(relay.context, chief)).answer.ok).toBe(true);
  headers = { Cookie: await relay.signIn(chief.email) };
}, 600_000);
afterAll(() => relay.remove());

test.each(['promised:inside', 'episodes'])(
  'M17 S14 a file of %s holds each row once, and is read in one go',
  async (of) => {
    const address = `${relay.origin}/api/v1/agent/measures/rows?${period}&of=${of}`;
    lookedUp = 0;
    const lines = (await (await fetch(`${address}&format=csv`, { headers })).text()).trimEnd().split('\r\n').slice(1);
    expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(ROWS);
    expect(lookedUp).toBe(of === 'episodes' ? 0 : 1);
    // A page stays a page.
    const page = await (await fetch(address, { headers })).json();
    expect(page.value).toMatchObject({ total: ROWS, next: expect.any(String) });
    expect(page.value.rows).toHaveLength(200);
  },
);
