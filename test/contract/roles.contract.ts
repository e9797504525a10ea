import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OWN_ROLES_MAX } from '../../protocol/wire/roles.ts';
import type { Store } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';

export function describeRoles(name: string, make: MakePlace): void {
  let place: StorePlace;
  let store: Store;

  beforeEach(async () => {
    place = await make();
    store = await place.open();
  });
  afterEach(() => place.remove());

  const trainee = { id: 'r1', name: 'Trainee', base: 'agent', rights: { 'report:read': false }, at: 1 } as const;
  const ana = { id: 'a1', email: 'a@b.c', name: 'Ana', passwordHash: 'x', capacity: 4, at: 1 };
  const member = { agentId: 'a1', name: 'Ana', capacity: 4, siteIds: [], departments: [], skills: [], languages: [] };

  describe(`${name}: roles`, () => {
    test('T19 the five are there, say nothing of their own, and stay', async () => {
      const five = ['owner', 'admin', 'supervisor', 'agent', 'viewer'];
      expect(await store.listRoles()).toEqual(five.map((id) => ({ id, name: id, base: id, rights: {} })));
      expect(await store.removeRole('agent')).toBe('built_in');
      await store.addAgent({ ...ana, role: 'agent' });
      expect(await store.findAgent('a1')).not.toHaveProperty('rights');
    });

    test('T19 what is changed of a role is read with everybody who has it, wherever people are read', async () => {
      await store.addAgent({ ...ana, role: 'agent' });
      const version = await store.readTeamVersion();
      const rights = { 'view:share': true };
      expect(await store.changeRole({ id: 'agent', name: 'agent', rights, at: 2 })).toBe('changed');
      expect(await store.readTeamVersion()).toBeGreaterThan(version);
      expect(await store.changeRole({ id: 'none', name: 'none', rights, at: 2 })).toBe('not_found');
      for (const read of [
        await store.findAgent('a1'),
        (await store.listAgents())[0],
        await store.findStaffMember('a1'),
        (await store.listStaff())[0],
      ]) {
        expect(read).toMatchObject({ role: 'agent', rights });
        expect(read).not.toHaveProperty('roleId');
      }
    });

    test('T19 an own role is given, renamed and removed; then its people have that of its base', async () => {
      expect(await store.addRole(trainee)).toBe('added');
      expect(await store.addRole({ ...trainee, id: 'r2' })).toBe('name_taken');
      expect(await store.addRole({ ...trainee, id: 'r2', name: 'admin' })).toBe('name_taken');
      await store.addAgent({ ...ana, role: 'viewer' });
      expect(await store.changeStaffMember({ ...member, role: 'agent', roleId: 'none' })).toBe('role_unknown');
      expect(await store.changeStaffMember({ ...member, role: 'admin', roleId: 'r1' })).toBe('role_unknown');
      expect(await store.changeStaffMember({ ...member, role: 'agent', roleId: 'r1' })).toBe('changed');
      const read = await store.findAgent('a1');
      expect(read).toMatchObject({ role: 'agent', roleId: 'r1', roleName: 'Trainee', rights: trainee.rights });
      expect(await store.changeRole({ ...trainee, name: 'viewer' })).toBe('name_taken');
      expect(await store.changeRole({ ...trainee, name: 'Learner' })).toBe('changed');
      expect(await store.removeRole('r1')).toBe('removed');
      expect(await store.removeRole('r1')).toBe('not_found');
      const after = await store.findAgent('a1');
      expect(after).toMatchObject({ role: 'agent' });
      expect(after).not.toHaveProperty('roleId');
      expect(after).not.toHaveProperty('rights');
    });

    test('T19 no more of their own than may be', async () => {
      for (let n = 0; n < OWN_ROLES_MAX; n += 1) {
        expect(await store.addRole({ ...trainee, id: `r${n}`, name: `Role ${n}` })).toBe('added');
      }
      expect(await store.addRole({ ...trainee, id: 'more', name: 'More' })).toBe('too_many');
      expect(await store.listRoles()).toHaveLength(OWN_ROLES_MAX + 5);
    });
  });
}
