// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../protocol/wire/model.ts';
import { isOpen, may, mayManage, PERMISSIONS, type Permission, ROLES } from '../../../protocol/wire/permissions.ts';
import { agentRows } from '../../../server/gateway/agent-commands.ts';
import { createDispatch } from '../../../server/gateway/dispatch.ts';
import type { AgentSubject, Context, VisitorSubject } from '../../../server/usecases/context.ts';
import { ManualClock } from '../../support/manual-clock.ts';

const unlimited = { take: () => 0, giveBack: () => {} };
/** Nothing behind the gate works: who gets through it is answered `invalid_payload` or `internal`, never `forbidden`. */
const context = {} as Context;
const dispatch = createDispatch({
  context,
  clock: new ManualClock(),
  limiters: { visitorSend: unlimited, agentSend: unlimited, visitorSignal: unlimited, agentSignal: unlimited },
  load: { refuseCommand: () => undefined },
  tell: () => {},
  wakeRouting: () => {},
  report: () => {},
  requestId: () => 'request',
});

function subjectOf(role: Role): AgentSubject {
  const agent = { id: 'a1', name: 'Ana', email: 'a@b.c', role, availability: 'away', capacity: 4, awayReason: null };
  return { kind: 'agent', agent: agent as AgentSubject['agent'], sessionId: 's1' };
}

async function answerTo(role: Role, command: string): Promise<string> {
  const told = await dispatch.run(agentRows, subjectOf(role), command, null, { socketId: null, underWay: 0 });
  return told.ok ? 'ok' : told.error;
}

/** Nothing is different after these. */
const READING = [
  ...['conversation:sync', 'conversation:watch', 'files:read', 'inbox:list', 'inbox:sync', 'mention:list'],
  ...['planned:cancel', 'planned:list', 'team:list', 'team:sync', 'view:list', 'visitor:read'],
];
/** Whether I am here, what I have seen, how my own list stands; a shared view asks for `view:share` besides. */
const OWN = ['attention:set', 'mention:seen', 'session:touch', 'view:order', 'view:remove', 'view:save'];

const guarded = [...agentRows].flatMap(([command, row]) => (row.may ? [[command, row.may] as const] : []));

describe('T1 roles are data', () => {
  it('a command without a right reads, or changes what is one’s own', () => {
    const open = [...agentRows].filter(([, row]) => !row.may).map(([command]) => command);
    expect(open.sort()).toEqual([...READING, ...OWN].sort());
  });

  it.each(guarded.flatMap(([command, permission]) => ROLES.map((role) => [role, command, permission] as const)))(
    '%s: %s (%s)',
    async (role, command, permission) => {
      const answer = await answerTo(role, command);
      if (may({ role }, permission)) expect(answer).not.toBe('forbidden');
      else expect(answer).toBe('forbidden');
    },
  );

  it('a visitor has no role, whatever the table says', async () => {
    const visitor: VisitorSubject = { kind: 'visitor', visitorId: 'v1', siteId: 's1' };
    for (const [command] of guarded) {
      const told = await dispatch.run(agentRows as never, visitor, command, {}, { socketId: null, underWay: 0 });
      expect(told).toMatchObject({ ok: false, error: 'forbidden' });
    }
  });

  it('the document’s table is the code’s', () => {
    const document = readFileSync(new URL('../../../docs/team.md', import.meta.url), 'utf8');
    const lines = document.split('\n').filter((line) => line.startsWith('| `'));
    const stated = lines.map((line) => {
      const [permission = '', ...cells] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return [permission.replaceAll('`', ''), ROLES.filter((_, index) => cells[index] === 'yes')];
    });
    const coded = Object.entries(PERMISSIONS).map(([name, roles]) => [
      name,
      ROLES.filter((role) => may({ role }, name as Permission) && (roles as readonly Role[]).includes(role)),
    ]);
    expect(stated).toEqual(coded);
  });

  it('T19 what an owner set counts where it can be switched, and nowhere else', () => {
    const rights = Object.fromEntries((Object.keys(PERMISSIONS) as Permission[]).map((right) => [right, true]));
    const none = Object.fromEntries(Object.keys(rights).map((right) => [right, false]));
    for (const right of Object.keys(PERMISSIONS) as Permission[]) {
      expect(may({ role: 'owner', rights: none }, right)).toBe(true);
      for (const role of ROLES.filter((one) => one !== 'owner')) {
        const open = isOpen(role, right);
        expect([role, right, may({ role, rights }, right)]).toEqual([role, right, open || may({ role }, right)]);
        expect([role, right, may({ role, rights: none }, right)]).toEqual([role, right, !open && may({ role }, right)]);
      }
    }
    expect(may({ role: 'viewer', rights }, 'settings:write')).toBe(false);
    expect(may({ role: 'admin', rights }, 'roles:write')).toBe(false);
  });

  it.each(ROLES.flatMap((role) => ROLES.map((other) => [role, other] as const)))('%s manages %s', (role, other) => {
    const expected = role === 'owner' || (role === 'admin' && other !== 'owner');
    expect(mayManage({ role }, { role: other })).toBe(expected);
  });
});
