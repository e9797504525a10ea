import { expect, test } from 'vitest';
import { agentRows } from '../../server/gateway/agent-commands.ts';
import { createAgentRoutes } from '../../server/http/agent-routes.ts';
import { startTestRelay } from './test-relay.ts';

/** T1: a viewer changes nothing anywhere, by any command and any route, but for what is the viewer's own. */

const READING = [
  ...['conversation:sync', 'conversation:watch', 'conversation:earlier', 'files:read', 'inbox:list', 'inbox:sync'],
  ...[
    'inbox:closed',
    'mention:list',
    'question:list',
    'planned:list',
    'team:list',
    'team:sync',
    'view:list',
    'visitor:read',
  ],
  ...['board:read', 'board:watch'],
];
/** What one planned while one still served is one's own to take back (D7). */
const OWN_COMMANDS = [
  ...['attention:set', 'mention:seen', 'session:touch', 'view:order', 'view:remove', 'view:save'],
  'planned:cancel',
];
/** Signing in and out, one's password, how one is told of news, one's own face; a file that one may read, by POST. */
const OWN_ROUTES = [
  ...['POST /sign-in', 'POST /sign-out', 'POST /set-up', 'POST /password', 'PUT /faces/:id', 'PUT /notices'],
  ...['POST /notices/devices', 'DELETE /notices/devices/:id', 'POST /notices/test', 'POST /files/load'],
  // Each command by itself, below.
  'POST /commands/:name',
];

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle?: { stack?: Layer[] };
}

function routesIn(stack: readonly Layer[]): string[] {
  return stack.flatMap(({ route, handle }) => {
    if (!route) return routesIn(handle?.stack ?? []);
    const methods = Object.keys(route.methods).filter((method) => method !== 'get' && method !== 'head');
    return methods.map((method) => `${method.toUpperCase()} ${route.path}`);
  });
}

test('T1 a viewer is refused by every command and every route that changes what is not hers', async () => {
  const relay = await startTestRelay();
  try {
    await relay.addAgent('vera@example.org');
    const [member] = await relay.store.listStaff();
    if (!member) throw new Error('Nobody was added.');
    const { id, availability: _, email: __, ...rest } = member;
    await relay.store.changeStaffMember({ agentId: id, ...rest, role: 'viewer' });
    const Cookie = await relay.signIn('vera@example.org');
    const ask = async (method: string, path: string, body: unknown = {}) => {
      const { status, answer } = await relay.ask(method, `/api/v1/agent${path}`, body, { Cookie });
      return [status, answer.ok ? 'ok' : answer.error];
    };

    const nothing = { context: relay.context, files: new Map(), sites: { list: () => [] }, dispatch: {}, caller: {} };
    const routes = routesIn((createAgentRoutes(nothing as never) as unknown as { stack: Layer[] }).stack);
    expect(routes.length).toBeGreaterThan(50);
    expect(OWN_ROUTES.filter((route) => !routes.includes(route))).toEqual([]);
    for (const route of routes.filter((one) => !OWN_ROUTES.includes(one))) {
      const [method = '', path = ''] = route.split(' ');
      expect([route, ...(await ask(method, path.replace(/:\w+/g, 'x')))]).toEqual([route, 403, 'forbidden']);
    }

    const commands = [...agentRows.keys()];
    expect([...READING, ...OWN_COMMANDS].filter((name) => !commands.includes(name))).toEqual([]);
    for (const name of commands.filter((one) => ![...READING, ...OWN_COMMANDS].includes(one)))
      expect([name, ...(await ask('POST', `/commands/${name}`))]).toEqual([name, 403, 'forbidden']);

    // What is hers alone stays hers alone.
    const face = { title: 'x', picture: null };
    expect(await ask('PUT', '/faces/somebody-else', face)).not.toEqual([200, 'ok']);
    const view = { name: 'All', place: 'view=all', shared: true };
    expect(await ask('POST', '/commands/view:save', view)).toEqual([403, 'forbidden']);
    expect(await ask('POST', '/commands/view:order', { shared: true, ids: ['x'] })).toEqual([403, 'forbidden']);
  } finally {
    await relay.remove();
  }
});
