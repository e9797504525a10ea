import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPace } from '../support/pace.ts';
import { openPlainClient } from '../support/plain-client.ts';
import { startSmtp } from '../support/smtp.ts';
import { type ChildRelay, removeCli, runCli, startChildRelay } from './child-relay.ts';

/** Commands in processes of their own, beside a relay in a process of its own, on one database file. */

const PASSWORD = 'quiet-lantern-42';
let relay: ChildRelay;
let env: Record<string, string>;

beforeAll(async () => {
  relay = await startChildRelay();
  env = { DATA_DIR: relay.folder };
});
afterAll(async () => {
  await relay.remove();
  removeCli();
});

const run = (line: string, input = '', more: Record<string, string> = {}) =>
  runCli(line.split(' '), { ...env, ...more }, input);

async function signIn(email: string, password = PASSWORD): Promise<{ status: number; cookie: string }> {
  const response = await fetch(`${relay.origin}/api/v1/agent/sign-in`, {
    method: 'POST',
    headers: { Origin: relay.origin, 'Content-Type': 'application/json', 'X-Deskbell': '1' },
    body: JSON.stringify({ email, password }),
  });
  return { status: response.status, cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

test('start prints the shop, the console and the one-time set-up link, behind a #', () => {
  const printed = relay.printed();
  expect(printed).toContain(`${relay.origin}/demo/`);
  expect(printed).toContain(`${relay.origin}/console/`);
  expect(printed).toMatch(new RegExp(`${relay.origin}/console/#set-up=set_[\\w-]{43}`));
});

describe('beside the running relay', () => {
  test('agent add → the agent signs in at once; list shows her; a second time is refused', async () => {
    const add = 'agent add --email Ana@example.org --name Ana --role admin';
    expect(await run(add, `${PASSWORD}\n`)).toMatchObject({
      code: 0,
      out: 'Ana can sign in as ana@example.org.\n',
      err: '',
    });
    expect((await signIn('ana@example.org')).status).toBe(200);
    const [again, list] = await Promise.all([run(add, `${PASSWORD}\n`), run('agent list --json')]);
    expect(again).toMatchObject({ code: 3, out: '', err: 'An agent with this e-mail address exists already.\n' });
    expect(JSON.parse(list.out)).toMatchObject([{ email: 'ana@example.org', name: 'Ana', role: 'admin' }]);
    expect(list.out).not.toMatch(/hash|argon/i);
  });

  test('department add, agent set: what is named changes, the rest stays, and each refusal says why', async () => {
    expect(await run('department add --name Sales')).toMatchObject({ code: 0, err: '' });
    expect(await run('department add --name Sales --site nowhere')).toMatchObject({ code: 3, out: '' });
    expect((await run('department list')).out).toContain('Sales');
    const set = 'agent set --email ana@example.org --json';
    const first = await run(`${set} --department Sales --skill billing:4 refunds --language pt-BR --capacity 7`);
    expect(JSON.parse(first.out)).toMatchObject({
      ...{ role: 'admin', capacity: 7, languages: ['pt-BR'], departments: [{ capacity: null }] },
      skills: [
        { skill: 'billing', level: 4 },
        { skill: 'refunds', level: 3 },
      ],
    });
    const second = await run(`${set} --role supervisor`);
    expect(JSON.parse(second.out)).toMatchObject({ role: 'supervisor', capacity: 7, languages: ['pt-BR'] });
    expect(await run(`${set} --department Nowhere`)).toMatchObject({ code: 3, out: '' });
    expect(await run(`${set} --skill billing:9`)).toMatchObject({ code: 2, out: '' });
    expect(await run('department remove --name Sales')).toMatchObject({ code: 0, err: '' });
    expect(await run('department remove --name Sales')).toMatchObject({ code: 3, out: '' });
    expect(JSON.parse((await run(`${set} --role admin`)).out)).toMatchObject({ departments: [], role: 'admin' });
  });

  test('I2 site secret add, list, remove: shown once, listed without itself, two at most; site csp prints what to copy', async () => {
    const made = [await run('site secret add demo'), await run('site secret add demo')];
    const secrets = made.map(({ out }) => /dsi_\S+/.exec(out)?.[0]);
    expect(new Set(secrets).size).toBe(2);
    expect(await run('site secret add demo')).toMatchObject({ code: 2, out: '' });
    const listed = await run('site secret list demo --json');
    expect(listed.out).not.toContain('dsi_');
    const [first] = JSON.parse(listed.out) as { id: string }[];
    expect(await run(`site secret remove demo ${first?.id}`)).toMatchObject({ code: 0, err: '' });
    expect(await run(`site secret remove demo ${first?.id}`)).toMatchObject({ code: 3, out: '' });
    const policy = await run('site csp demo', '', { PUBLIC_URL: 'https://chat.example.org' });
    expect(policy).toMatchObject({ code: 0, err: '' });
    expect(policy.out).toContain(
      'script-src https://chat.example.org; connect-src https://chat.example.org wss://chat.example.org',
    );
    expect(await run('site csp nowhere')).toMatchObject({ code: 3, out: '' });
    expect(await run('site tag nowhere')).toMatchObject({ code: 3, out: '' });
    expect(await run('site tag demo --language tlh')).toMatchObject({
      ...{ code: 2, out: '' },
      err: expect.stringMatching(/^The bell has no words in "tlh"\. Give one of: ar, de, en, .*zh\.\n$/),
    });
  });

  test('agent reset-password → the old sessions and sockets end, the new password works', async () => {
    const { cookie } = await signIn('ana@example.org');
    const socket = await openPlainClient(relay.origin, '/agent', { version: 1 }, { Cookie: cookie });
    await socket.fact('session:ready');
    const reset = await run('agent reset-password --email ana@example.org', 'another-lantern-43\r\n');
    expect(reset).toMatchObject({ code: 0, err: '' });
    expect(await socket.fact('session:ended')).toEqual({ error: 'unauthorized' });
    expect((await signIn('ana@example.org')).status).toBe(401);
    expect((await signIn('ana@example.org', 'another-lantern-43')).status).toBe(200);
    expect(await run('agent reset-password --email nobody@example.org', `${PASSWORD}\n`)).toMatchObject({
      code: 3,
      err: 'No agent has this e-mail address.\n',
    });
  });

  test('P19: site add → its origin gets in within 5 s; list shows the exact origins', async () => {
    const added = await run('site add --name Shop --origin https://Shop.example:443 https://b.example/ --json');
    const site = JSON.parse(added.out) as { key: string; origins: string[] };
    expect(site.origins).toEqual(['https://shop.example', 'https://b.example']);
    const hello = { version: 1, site: site.key };
    const pace = await startPace();
    const from = performance.now();
    await expect
      .poll(() =>
        openPlainClient(relay.origin, '/visitor', hello, { Origin: 'https://b.example' }).then(
          ({ refused, end }) => end().then(() => refused),
          () => 'not listed',
        ),
      )
      .toBe(null);
    expect(await pace.even(from)).toBeLessThan(5_000);
    pace.end();
    const list = await run('site list');
    expect(list.out).toContain(site.key);
    expect(list.out).toContain('https://shop.example');
    expect(await run('site add --name Shop --origin *.example')).toMatchObject({ code: 2, out: '' });
  });

  test('G9 orders import reads a file beside the relay: wrong rows with their lines, all others stored, again or behind a line', async () => {
    const [site] = JSON.parse((await run('site list --json')).out) as { key: string }[];
    const folder = mkdtempSync(join(tmpdir(), 'deskbell-orders-'));
    const file = join(folder, 'orders.csv');
    writeFileSync(file, 'id,total,currency,at\nF-1,5,EUR,2026-01-05\nF-2,x,EUR,2026-01-05\nF-3,7,EUR,2026-01-06\n');
    const read = (more = '') => run(`orders import ${file} --site ${site?.key}${more}`);
    const wrong = expect.stringMatching(/^Line 3, total: Set total to an amount such as 12\.90/);
    expect(await read()).toEqual({
      ...{ code: 3, err: wrong },
      out: 'Done: 2 added, 0 changed, 0 as they were, 1 wrong and left out.\n',
    });
    expect((await read()).out).toContain('0 added, 0 changed, 2 as they were, 1 wrong');
    expect(await read(' --after 3')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('1 as they were'),
    });
    const lines = '{"id":"F-4","total":"9","currency":"EUR","customer":"J\u00f8rn","at":"2026-01-07"}\n';
    const named = `orders import - --site ${site?.key} --format lines`;
    expect(await run(named, lines)).toMatchObject({ code: 0, out: expect.stringContaining('1 added') });
    const refusals = [
      [`orders import ${folder}/none.csv --site ${site?.key}`, 2, 'could not be read'],
      [`orders import ${file} --site none`, 3, 'No site has this key'],
      [`orders import - --site ${site?.key}`, 2, '--format csv'],
      [`orders import ${file} --site ${site?.key} --after x`, 2, 'is no line'],
      [`orders import ${file} --site ${site?.key} --encoding klingon`, 2, 'No encoding is called'],
      [`orders import ${file} --site ${site?.key} --format lines`, 3, 'It is no JSON object'],
    ] as const;
    const said = await Promise.all(refusals.map(([line]) => run(line)));
    for (const [place, [line, code, words]] of refusals.entries())
      expect([line, said[place]]).toMatchObject([line, { code, err: expect.stringContaining(words) }]);
    rmSync(folder, { recursive: true });
  });

  test('N4 measures rebuild says how many packs there are, which it is at, and how many are as they were', async () => {
    expect(await run('measures rebuild')).toMatchObject({ code: 0, err: '' });
    const { out } = await run('measures rebuild');
    expect(out).toMatch(/^1 packs to make\.\n1 of 1 packs, \d+ episodes\nDone: 1 packs, 1 of them with the same bytes/);
  });

  test('backup writes a new file and never over an old one; doctor finds all in order', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deskbell-backup-'));
    const file = join(folder, 'copy.db');
    expect(await run(`backup ${file}`)).toMatchObject({ code: 0, err: '' });
    expect(existsSync(file)).toBe(true);
    expect(await run(`backup ${file}`)).toMatchObject({ code: 3, out: '' });
    rmSync(folder, { recursive: true });
    const doctor = await run('doctor --json', '', { PORT: new URL(relay.origin).port });
    const findings = JSON.parse(doctor.out) as { check: string; result: string; saw: string }[];
    expect(findings.find(({ check }) => check === 'relay')).toMatchObject({ result: 'good' });
    expect(findings.find(({ check }) => check === 'database')).toMatchObject({ result: 'good' });
    expect(doctor.code).toBe(findings.some(({ result }) => result === 'bad') ? 1 : 0);
  });
});

test('backup names the folder that it cannot write to, not the database', async () => {
  const missing = join(relay.folder, 'missing');
  const { code, out, err } = await run(`backup ${join(missing, 'copy.db')}`);
  expect({ code, out, err }).toEqual({ code: 1, out: '', err: `The folder ${missing} cannot be written to.\n` });
  expect(await runCli(['backup', ''], env)).toMatchObject({ code: 2, err: 'Name the new file.\n' });
});

test('what people wrote is for this account only, also in a folder that others may read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-open-'));
  chmodSync(folder, 0o755);
  expect((await run('site list', '', { DATA_DIR: folder })).code).toBe(0);
  const modes = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]);
  expect(modes).toEqual([['deskbell.db', 0o600]]);
  rmSync(folder, { recursive: true });
});

describe('wrong use: one plain sentence on standard error, and code 2', () => {
  test.each([
    ['agent add --email a@example.org', '', /--name/],
    ['agent add --email a@example.org --name A --role king', '', /role/],
    ['agent add --email nobody --name A', `${PASSWORD}\n`, /--email/],
    ['agent add --email a@example.org --name A', 'short\n', /10 to 256 characters/],
    ['agent add --email a@example.org --name A', '', /standard input/],
    ['site add --name Shop', '', /--origin/],
    ['agent reset-password --email ana@example.org', 'short\n', /10 to 256 characters/],
    ['nonsense', '', /nonsense/],
    ['backup', '', /file/],
  ])(
    '%s',
    async (line, input, sentence) => {
      const { code, out, err } = await run(line, input);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(sentence);
      expect(err).not.toMatch(/\bat \S+:\d+/);
    },
    30_000,
  );

  test('a setting that cannot be used', async () => {
    expect(await run('agent list', '', { PORT: 'http' })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^PORT is/),
    });
  });

  test('--help everywhere says what the command does, and ends well', async () => {
    const lines = [
      '--help',
      'start --help',
      'tour --help',
      'site add --help',
      'agent reset-password --help',
      'doctor --help',
      'orders import --help',
    ];
    for (const { code, out, err } of await Promise.all(lines.map((line) => run(line)))) {
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('Usage: deskbell');
    }
  });
});

describe('start and stop', () => {
  test('a port that is in use is one sentence and code 1', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    const { code, err } = await run('start', '', { PORT: String(port), DATA_DIR: join(relay.folder, 'second') });
    other.close();
    expect(code).toBe(1);
    expect(err).toContain(`Port ${port} is in use; stop what uses it or set PORT to another one.`);
  });

  test('the tour prints two agents who can sign in, and leaves nothing behind', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('deskbell-tour-'));
    const tour = await startChildRelay('tour');
    const [, email, password] = /Ana\s+(\S+)\s+password (\S+)/.exec(tour.printed()) ?? [];
    const response = await fetch(`${tour.origin}/api/v1/agent/sign-in`, {
      method: 'POST',
      headers: { Origin: tour.origin, 'Content-Type': 'application/json', 'X-Deskbell': '1' },
      body: JSON.stringify({ email, password }),
    });
    expect(response.status).toBe(200);
    expect(tour.printed()).toMatch(/Bo\s+\S+\s+password \S+/);
    expect(await tour.stop('SIGINT')).toBe(0);
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith('deskbell-tour-'));
    expect(after.filter((name) => !before.includes(name))).toEqual([]);
    await tour.remove();
  });

  test('stopped and started again: what was acknowledged is there, and the set-up link is not offered any more', async () => {
    const socket = await openPlainClient(relay.origin, '/visitor', { version: 1, site: 'demo' });
    const { token, epoch } = await socket.fact('session:ready');
    const opened = await socket.command('conversation:open', { clientId: 'restart-0123456789', body: 'still there?' });
    expect(opened).toMatchObject({ ok: true });
    expect(await relay.stop('SIGTERM')).toBe(0);
    const again = await startChildRelay('start', env);
    expect(again.printed()).not.toContain('set-up');
    const back = await openPlainClient(again.origin, '/visitor', { version: 1, site: 'demo', token });
    const ready = await back.fact('session:ready');
    expect(ready.epoch).toBe(epoch);
    expect(JSON.stringify(ready.conversations)).toContain('still there?');
    await back.end();
    await again.remove();
  });
});

describe('E7 mail on the command line', () => {
  test('mail test sends one and says so; doctor says whether mail works; without SMTP both say that it is off', async () => {
    const smtp = await startSmtp();
    const mail = { SMTP_URL: `smtp://127.0.0.1:${smtp.port}`, MAIL_FROM: 'Shop <chat@shop.example>' };
    expect(await run('mail test eva@example.org', '', mail)).toMatchObject({
      code: 0,
      out: expect.stringContaining('eva@'),
    });
    expect((await smtp.next()).to).toEqual(['eva@example.org']);
    expect((await run('doctor', '', mail)).out).toMatch(/good\s+mail\s/);
    await smtp.stop();
    expect((await run('doctor', '', mail)).out).toMatch(/bad\s+mail\s/);
    expect((await run('doctor')).out).toMatch(/note\s+mail\s+off/);
    const half = await run('start', '', { MAIL_FROM: 'chat@shop.example' });
    expect(half).toMatchObject({ code: 2, err: expect.stringContaining('SMTP_URL is not') });
  });
});
