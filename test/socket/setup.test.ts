import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TAG_CHARS_MAX } from '../../protocol/wire/limits.ts';
import type { Role } from '../../protocol/wire/model.ts';
import type { PublicFile } from '../../server/http/public-files.ts';
import { startTestRelay, type TestRelay } from './test-relay.ts';

/** Sites after they were made, the tag's script with a look in it, and what a page tells (docs/setup.md). */

const script = (text: string): PublicFile => ({
  type: 'text/javascript; charset=utf-8',
  variants: [{ encoding: null, content: Buffer.from(text), etag: '"built"' }],
});
const SHOP = 'https://shop.example';
let relay: TestRelay;
let owner: Awaited<ReturnType<typeof as>>;
let key: string;
beforeEach(async () => {
  const files = new Map([
    ['/deskbell.js', script('let e=s=>({...s.dataset,scriptUrl:s.src});')],
    ['/check.js', script('look();')],
    ['/w/deskbell-en-abc.js', script('pinned();')],
    ['/w/deskbell-de-abc.js', script('angeheftet();')],
  ]);
  relay = await startTestRelay({ files });
  owner = await as('owner');
  key = await relay.addSite('Shop', [SHOP]);
});
afterEach(() => relay.remove());

/** Signs in as somebody of this role, and asks. */
async function as(role: Role) {
  const email = `${role}@example.org`;
  await relay.addAgent(email);
  const member = (await relay.store.listStaff()).find((one) => one.email === email);
  if (!member) throw new Error('The agent was not added.');
  const { id, availability: _, email: __, ...settings } = member;
  await relay.store.changeStaffMember({ agentId: id, ...settings, role });
  const cookie = await relay.signIn(email);
  return async (method: string, path: string, body?: unknown) => {
    const asked = await relay.ask(method, `/api/v1/agent/${path}`, body, { Cookie: cookie });
    // biome-ignore lint/suspicious/noExplicitAny: each test reads what it asked for
    return asked as typeof asked & { answer: { value: any; field?: string; hint?: string } };
  };
}

const tell = (id: string, said: object, origin = SHOP) =>
  fetch(`${relay.origin}/api/v1/check/${id}`, {
    method: 'POST',
    body: JSON.stringify({ path: '/basket', site: key, faults: [], tags: 1, ...said }),
    headers: { 'Content-Type': 'text/plain;charset=UTF-8', Origin: origin },
  });

test('Z2 Z3 name and origins change, with what is wrong named; a retired site opens no chat, and comes back', async () => {
  const put = (body: object) => owner('PUT', `sites/${key}`, body);
  const wrong = await put({ name: 'Shop', origins: [SHOP, 'https://shop.example/basket'] });
  expect(wrong).toMatchObject({ status: 400, answer: { error: 'invalid_payload', field: 'origins.1' } });
  expect(wrong.answer.hint).toContain('leave out the path');
  const www = 'https://www.shop.example';
  expect((await put({ name: 'My shop', origins: [`${www}/`] })).answer.value).toMatchObject({
    site: { name: 'My shop', origins: [www] },
  });
  const hello = { version: 2, site: key };
  const start = async (origin: string) =>
    (await relay.ask('POST', '/api/v1/visitor/session', hello, { Origin: origin })).status;
  expect([await start(SHOP), await start(www)]).toEqual([403, 200]);
  expect((await owner('PUT', `sites/${key}/retired`, { retired: true })).status).toBe(200);
  expect(await start(www)).toBe(403);
  expect((await owner('GET', 'sites')).answer.value).toContainEqual(
    expect.objectContaining({ key, retiredAt: expect.any(Number) }),
  );
  await owner('PUT', `sites/${key}/retired`, { retired: false });
  expect(await start(www)).toBe(200);
});

test('Z2 what is no address of a site is refused with what to write and its place, and nothing is lost', async () => {
  const list = async () => (await owner('GET', 'sites')).answer.value as { key: string }[];
  // The relay looks for new sites once a second.
  const before = await vi.waitUntil(async () => {
    const found = await list();
    return found.some((one) => one.key === key) && found;
  }, 60_000);
  const oddities = [
    ['shop.example', 'write it as https://shop.example'],
    ['javascript:alert(1)', 'write it as https://shop.example'],
    ['', 'write it as https://shop.example'],
    ['https://*.shop.example', 'list each origin'],
    ['https://shop.example/basket?x=1', 'leave out the path'],
    ['https://bücher.example', 'xn--'],
    ['https://shop.example:99999', 'the port is not valid'],
    [`https://${'a'.repeat(5_000)}.example`, ''],
  ] as const;
  for (const [odd, hint] of oddities) {
    const body = { name: 'Shop', origins: [SHOP, odd] };
    for (const refused of [await owner('POST', 'sites', body), await owner('PUT', `sites/${key}`, body)]) {
      expect(refused).toMatchObject({ status: 400, answer: { error: 'invalid_payload', field: 'origins.1' } });
      expect(refused.answer.hint).toContain(hint);
      expect(refused.answer.hint?.length).toBeLessThan(300);
    }
  }
  expect(await list()).toEqual(before);
});

test('Z2 upper case, the usual port, a slash at the end and punycode are taken as browsers send them', async () => {
  const odd = ['  HTTPS://SHOP.Example:443/ ', 'http://Localhost:8080', 'https://XN--bcher-kva.example'];
  const { value } = (await owner('PUT', `sites/${key}`, { name: 'Shop', origins: odd })).answer;
  expect([...value.site.origins].sort()).toEqual(['http://localhost:8080', SHOP, 'https://xn--bcher-kva.example']);
});

test('Z1 Z9 what is copied: the tag, pinned with the look in it, and the policy with the logo’s host or the frame', async () => {
  const look = { color: '#aa3300', logo: 'https://cdn.example/a.png', texts: { textGreeting: 'Say "hi"' } };
  await owner('PUT', `sites/${key}/settings`, { look, proactive: { on: true } });
  const { value } = (await owner('GET', `sites/${key}/snippets`)).answer;
  const ws = relay.origin.replace('http', 'ws');
  expect(value).toMatchObject({
    tag: `<script async src="${relay.origin}/deskbell.js?site=${key}" data-site="${key}"></script>`,
    proactive: `<script async src="${relay.origin}/proactive/${key}.js"></script>`,
    csp: `script-src ${relay.origin}; connect-src ${relay.origin} ${ws}; img-src https://cdn.example`,
  });
  expect(value.pinned).toContain(`/w/deskbell-en-abc.js" data-site="${key}" data-color="#aa3300"`);
  expect(value.pinned).toContain('data-text-greeting="Say &quot;hi&quot;" integrity="sha384-');
  // W33: what is pinned cannot be spoken while it is served.
  await owner('PUT', `sites/${key}/settings`, { look: { ...look, locale: 'de-AT' } });
  expect((await owner('GET', `sites/${key}/snippets`)).answer.value.pinned).toContain('/w/deskbell-de-abc.js"');
  await owner('PUT', `sites/${key}/settings`, { look: { ...look, isolate: true } });
  const isolated = (await owner('GET', `sites/${key}/snippets`)).answer.value;
  expect(isolated).toMatchObject({ csp: `script-src ${relay.origin}; frame-src ${relay.origin}`, proactive: null });
});

test('Z10 the script carries the look; what the tag says itself goes before it', async () => {
  await owner('PUT', `sites/${key}/settings`, { look: { color: '#aa3300', texts: { textGreeting: '</script>' } } });
  const load = () => fetch(`${relay.origin}/deskbell.js?site=${key}`);
  // A new site is known within a second or two.
  await expect.poll(async () => (await load()).headers.get('cache-control')).toBe('public, max-age=60');
  const response = await load();
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'public, max-age=60',
    'access-control-allow-origin': '*',
  });
  const text = await response.text();
  expect(text).not.toContain('</script>');
  const read = new Function('tag', `${text};return e(tag)`);
  expect(read({ dataset: {}, src: 'x' })).toEqual({ color: '#aa3300', textGreeting: '</script>', scriptUrl: 'x' });
  expect(read({ dataset: { color: '#000000' } })).toMatchObject({ color: '#000000', textGreeting: '</script>' });
  // Where nothing is set, it is the loader itself to the byte.
  const plain = await fetch(`${relay.origin}/deskbell.js`);
  expect(plain.headers.get('cache-control')).toBe('public, max-age=300');
  const built = await plain.text();
  expect(built).not.toContain('aa3300');
  expect(await (await fetch(`${relay.origin}/deskbell.js?site=demo`)).text()).toBe(built);
  expect(await (await fetch(`${relay.origin}/deskbell.js?site=unknown`)).text()).toBe(built);
});

test('Z7 the look at a page comes with the script only while an owner looks, and is not kept', async () => {
  const load = () => fetch(`${relay.origin}/deskbell.js?site=demo`);
  const before = await load();
  expect(await before.text()).not.toContain('check.js');
  const { id } = (await owner('POST', 'sites/demo/checks')).answer.value;
  await expect.poll(async () => (await load()).headers.get('cache-control')).toBe('no-store');
  expect(await (await load()).text()).toContain('check.js');
  await tell(id, { site: 'demo' });
  await expect.poll(async () => (await load()).headers.get('cache-control')).toBe('public, max-age=60');
});

test('Z7 Z8 while an owner looks, a tag of another site, of none and of an older form are heard on the site’s own pages, and nowhere else', async () => {
  const load = (query: string, page: string) =>
    fetch(`${relay.origin}/deskbell.js${query}`, { headers: { Referer: page } }).then((got) => got.text());
  const heard = async () => {
    const loads = ['?site=demo', '?site=typo', ''].map((query) => load(query, `${SHOP}/`));
    return (await Promise.all(loads)).map((text) => text.includes('check.js'));
  };
  expect(await heard()).toEqual([false, false, false]);
  const { id } = (await owner('POST', `sites/${key}/checks`)).answer.value;
  await expect.poll(heard).toEqual([true, true, true]);
  expect(await load('?site=demo', 'https://other.example/')).not.toContain('check.js');
  await tell(id, { site: 'demo' });
  await expect.poll(heard).toEqual([false, false, false]);
});

test('Z6 who asks for the script is noted by origin, with what is not listed and keys that no site has', async () => {
  const load = (site: string, page: string) =>
    fetch(`${relay.origin}/deskbell.js?site=${site}`, { headers: { Referer: page } });
  await load(key, `${SHOP}/a?secret=1`);
  await load(key, 'https://other.example/');
  await load('typo', `${SHOP}/`);
  await load(key, 'not an address');
  await expect.poll(async () => (await relay.store.listSightings(9)).length).toBe(3);
  const { value } = (await owner('GET', `sites/${key}/install`)).answer;
  expect(
    value.sightings.map(({ origin, listed }: { origin: string; listed: boolean }) => [origin, listed]).sort(),
  ).toEqual([
    ['https://other.example', false],
    [SHOP, true],
  ]);
  expect(value.wrongKeys).toMatchObject([{ siteKey: 'typo', origin: SHOP }]);
});

test('Z7 Z8 a page tells once with its mark; the relay says itself whether its origin and its key are right', async () => {
  const check = async () => (await owner('POST', `sites/${key}/checks`)).answer.value.id as string;
  const read = async (id: string) => (await owner('GET', `sites/${key}/checks/${id}`)).answer.value.report;
  const first = await check();
  expect(await read(first)).toBe(null);
  expect((await tell(first, { faults: ['connect_blocked'] })).status).toBe(204);
  await tell(first, {});
  expect(await read(first)).toMatchObject({ origin: SHOP, path: '/basket', faults: ['connect_blocked'], tags: 1 });
  const second = await check();
  await tell(second, { site: 'demo', faults: ['twice'], tags: 2 }, 'https://other.example');
  expect((await read(second)).faults).toEqual(['origin_not_listed', 'other_site', 'twice']);
  const third = await check();
  const said = encodeURIComponent(JSON.stringify({ path: '/', site: key, faults: ['connect_blocked'], tags: 1 }));
  const asScript = `${relay.origin}/api/v1/check/${third}/told.js?said=${said}`;
  expect((await fetch(asScript, { headers: { Origin: SHOP } })).headers.get('content-type')).toMatch(/javascript/);
  expect(await read(third)).toMatchObject({ faults: ['connect_blocked'] });
  expect((await tell('unknown', {})).status).toBe(204);
  expect((await owner('GET', `sites/demo/checks/${first}`)).status).toBe(404);
});

test('Z20 the first run is read and kept; whoever may not set up is refused all of it', async () => {
  expect((await owner('GET', 'guide')).answer.value).toEqual({ state: null });
  const said = { siteKey: key, skipped: ['tag'], confirmed: ['hours'] };
  await owner('PUT', 'guide', { ...said, ended: true });
  const { state } = (await owner('GET', 'guide')).answer.value;
  expect(state).toEqual({ ...said, endedAt: expect.any(Number) });
  // Ended again, it ended when it did first.
  await owner('PUT', 'guide', { ...said, ended: true });
  expect((await owner('GET', 'guide')).answer.value.state).toEqual(state);
  const agent = await as('agent');
  const viewer = await as('viewer');
  const asked: [string, string, object?][] = [
    ['PUT', `sites/${key}`, { name: 'x', origins: [] }],
    ['PUT', `sites/${key}/retired`, { retired: true }],
    ['GET', `sites/${key}/install`],
    ['POST', `sites/${key}/checks`],
    ['GET', `sites/${key}/checks/x`],
    ['GET', 'guide'],
    ['PUT', 'guide', { siteKey: null, skipped: [], ended: false }],
    ['PUT', 'tags', { tags: [] }],
  ];
  for (const who of [agent, viewer])
    for (const [method, path, body] of asked)
      expect([path, (await who(method, path, body)).status]).toEqual([path, 403]);
});

test('U13 the team’s tags are read by everybody, written by who sets up, and refused where they are none', async () => {
  expect(await owner('PUT', 'tags', { tags: ['Returns', ' 返品 '] })).toMatchObject({ status: 200 });
  for (const who of [owner, await as('agent'), await as('viewer')])
    expect((await who('GET', 'tags')).answer.value).toEqual({ tags: ['Returns', '返品'] });
  for (const tags of [['a', 'A'], [''], ['a\u0000'], ['x'.repeat(TAG_CHARS_MAX + 1)]])
    expect([tags, (await owner('PUT', 'tags', { tags })).status]).toEqual([tags, 400]);
  const old = await owner('PUT', 'tags?basedOn=00000000000000', { tags: ['Refund'] });
  expect(old).toMatchObject({ status: 409, answer: { error: 'changed_meanwhile' } });
});
