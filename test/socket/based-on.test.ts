import { afterEach, beforeEach, expect, test } from 'vitest';
import { BASIS } from '../../protocol/kit/basis.ts';
import { markOf } from '../../protocol/kit/mark-of.ts';
import { addAgent } from '../../server/usecases/add-agent.ts';
import { PASSWORD, startTestRelay, type TestRelay } from './test-relay.ts';

/** Z13: two who have the same page of the settings open do not undo each other. */

let relay: TestRelay;
beforeEach(async () => {
  relay = await startTestRelay();
});
afterEach(() => relay.remove());

type Read = Record<string, unknown>;

async function asOwner() {
  const email = 'owner@example.org';
  await addAgent(relay.context, { email, name: 'Ana', role: 'owner', password: PASSWORD });
  const cookie = await relay.signIn(email);
  return async (method: string, path: string, body?: unknown) => {
    const asked = await relay.ask(method, `/api/v1/agent/${path}`, body, { Cookie: cookie });
    return {
      status: asked.status,
      answer: asked.answer as unknown as { error?: string; by?: string; field?: string; value: Read & Read[] },
    };
  };
}

test('Z13 of every record of the settings: what names an old mark changes nothing, and says so', async () => {
  const ask = await asOwner();
  await ask('POST', 'departments', { name: 'Sales' });
  await ask('POST', 'replies', { shortcut: 'hello', body: 'Hello' });
  await ask('POST', 'macros', { name: 'End', departmentId: null, actions: [{ do: 'close', outcome: 'resolved' }] });
  await ask('POST', 'roles', { name: 'Trainee', base: 'agent', rights: {} });
  const lastOf = async (list: string) => (await ask('GET', list)).answer.value.at(-1) as Read;
  const seen: Record<string, string> = {};
  const save = async (path: string, kind: keyof typeof BASIS | null, read: Read, part: Read) => {
    const names = kind ? BASIS[kind] : undefined;
    const body = { ...Object.fromEntries((names ?? Object.keys(read)).map((name) => [name, read[name]])), ...part };
    const [first, second] = [
      await ask('PUT', `${path}?basedOn=${markOf(read, names)}`, body),
      await ask('PUT', `${path}?basedOn=${markOf(read, names)}`, read),
    ];
    const wrong = await ask('PUT', `${path}?basedOn=7`, body);
    const named = await ask('PUT', path, body);
    seen[path.split('/')[0] as string] = [
      first.status,
      second.status,
      second.answer.error,
      second.answer.by,
      wrong.answer.field,
    ].join();
    expect(named.status).toBe(200);
  };
  const department = await lastOf('departments');
  await save(`departments/${department.id}`, 'department', department, { name: 'Returns' });
  const reply = await lastOf('replies');
  await save(`replies/${reply.id}`, 'reply', reply, { body: 'Good day' });
  const macro = await lastOf('macros');
  await save(`macros/${macro.id}`, 'macro', macro, { name: 'Done' });
  const role = await lastOf('roles');
  await save(`roles/${role.id}`, 'role', role, { rights: { 'report:read': true } });
  const member = await lastOf('staff');
  await save(`staff/${member.id}`, 'member', member, { capacity: 7 });
  const site = await lastOf('sites');
  await save(`sites/${site.key}`, 'site', site, { name: 'Mugs' });
  const plan = (await ask('GET', 'routing-plan')).answer.value as Read;
  await save('routing-plan', null, plan, { targetMs: 30_000 });
  const once = '200,409,changed_meanwhile,Ana,basedOn';
  expect(seen).toEqual(
    Object.fromEntries(
      ['departments', 'replies', 'macros', 'roles', 'staff', 'sites', 'routing-plan'].map((one) => [one, once]),
    ),
  );
});
