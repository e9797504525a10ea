import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MeasuresSplit } from '../../protocol/wire/measures.ts';
import type { PublicFile } from '../../server/http/public-files.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** The script of the second tag, and what becomes of the conversation that begins from it (X1, X8, X9). */

const built: PublicFile = {
  type: 'text/javascript; charset=utf-8',
  variants: [{ encoding: null, content: Buffer.from('run(__PROACTIVE_TOLD__);'), etag: '"built"' }],
};
let relay: TestRelay;
let cookie: string;
beforeEach(async () => {
  relay = await startTestRelay({ files: new Map([['/proactive.js', built]]) });
  await relay.addAgent('olga@example.org');
  const member = (await relay.store.listStaff())[0];
  if (!member) throw new Error('The agent was not added.');
  const { id, availability: _, email: __, ...settings } = member;
  await relay.store.changeStaffMember({ agentId: id, ...settings, role: 'owner' });
  cookie = await relay.signIn('olga@example.org');
});
afterEach(() => relay.remove());

const help = { key: 'help', name: 'For us', text: 'Can we </script> help?', when: { pages: ['/basket*'] } };
async function set(proactive: object): Promise<unknown> {
  const more = { Cookie: cookie };
  const { status, answer } = await relay.ask('PUT', '/api/v1/agent/sites/demo/settings', { proactive }, more);
  return status === 200 ? 200 : answer;
}
const fetchTag = (path = '/proactive/demo.js', headers = {}) => fetch(relay.origin + path, { headers });

/** What the script was told, as a browser reads it. */
async function toldOf(response: Response): Promise<Record<string, unknown> | null> {
  const text = await response.text();
  let told: Record<string, unknown> | null = null;
  new Function('run', text)((given: Record<string, unknown>) => {
    told = given;
  });
  return told;
}

test('X1 the rules that are on stand in the script, with the headers of a guest and an ETag', async () => {
  expect(await set({ on: true, whileThere: false, rules: [help, { ...help, key: 'off', on: false }] })).toBe(200);
  const response = await fetchTag();
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=60',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    vary: expect.stringContaining('Accept-Encoding'),
  });
  const etag = response.headers.get('etag') ?? '';
  const text = await response.clone().text();
  expect(text).not.toContain('</script>');
  expect(text).not.toContain('For us');
  const told = await toldOf(response);
  expect(told).toMatchObject({ site: 'demo', privacy: 'strict', rules: [{ key: 'help', text: help.text }] });
  // Every field is named, so that nothing is looked up on a prototype (X10).
  const [first] = (told as { rules: { when: object }[] } | null)?.rules ?? [];
  expect(first?.when).toEqual({
    ...{ pages: ['/basket*'], notPages: [], languages: [], afterMs: null, scrolledPercent: null, leaving: false },
    ...{ visitsMin: null, cart: null, event: null, scriptError: false, returning: null },
  });
  expect((await fetchTag('/proactive/demo.js', { 'If-None-Match': etag })).status).toBe(304);
  expect(await set({ on: true, whileThere: false, rules: [{ ...help, text: 'Other words' }] })).toBe(200);
  const after = await fetchTag('/proactive/demo.js', { 'If-None-Match': etag });
  expect(await toldOf(after)).toMatchObject({ rules: [{ text: 'Other words' }] });
});

test('X1 nothing set, or off: a line that does nothing; no such site: 404', async () => {
  expect(await toldOf(await fetchTag())).toBeNull();
  await set({ on: false, whileThere: false, rules: [help] });
  expect(await toldOf(await fetchTag())).toBeNull();
  for (const path of ['/proactive/none.js', '/proactive/demo', '/proactive/'])
    expect((await fetchTag(path)).status).toBe(404);
});

test('X8 while nobody is there the script says nothing', async () => {
  await set({ on: true, rules: [help] });
  expect(await toldOf(await fetchTag())).toBeNull();
});

test('X4 a rule that needs counted visits is not told where nothing is counted', async () => {
  const rules = [{ ...help, when: { visitsMin: 2 } }];
  await set({ on: true, whileThere: false, rules });
  expect(await toldOf(await fetchTag())).toBeNull();
  await set({ on: true, whileThere: false, privacy: 'counted', rules });
  expect(await toldOf(await fetchTag())).toMatchObject({ privacy: 'counted' });
});

test('X3 what is wrong with a rule is named with its place', async () => {
  expect(await set({ rules: [{ ...help, when: { cart: { from: 5, below: 2 } } }] })).toMatchObject({
    error: 'invalid_payload',
    field: 'proactive.rules.0.when.cart.below',
  });
  expect(await set({ rules: [{ ...help, when: {} }] })).toMatchObject({ field: 'proactive.rules.0.when' });
});

test('X9 the conversation keeps the rule and the owner’s words; a key that nobody knows is nothing', async () => {
  await set({ on: true, whileThere: false, rules: [help] });
  const open = async (proactive: string, clientId: string) => {
    const visitor = await relay.visitor();
    await visitor.fact('session:ready');
    const opened = await visitor.command('conversation:open', { clientId, body: 'Yes please', intake: { proactive } });
    const { conversationId } = opened.value as { conversationId: string };
    return relay.store.readIntake(conversationId);
  };
  expect(await open('help', 'proactive-test-client-1')).toMatchObject({ proactive: { key: 'help', text: help.text } });
  expect(await open('constructor', 'proactive-test-client-2')).toBeNull();
  // Reports split by it.
  const until = Date.now() + 60_000;
  const asked = `/api/v1/agent/measures/splits?split=segment&from=${until - 3_600_000}&to=${until}&zone=UTC`;
  const { answer } = await relay.ask('GET', asked, undefined, { Cookie: cookie });
  if (!answer.ok) throw new Error(answer.error);
  const { groups } = answer.value as unknown as MeasuresSplit;
  const counts = Object.fromEntries(groups.map(({ key, measures }) => [key, measures.firstResponse.n]));
  expect(counts).toEqual({ new: 2, 'message:help': 1 });
});
