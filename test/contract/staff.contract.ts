import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Department, StaffMember } from '../../protocol/wire/departments.ts';
import { DEPARTMENTS_MAX } from '../../protocol/wire/limits.ts';
import type { Store } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { ROUNDS, SITE, World } from './world.ts';

const SALES: Department = { id: 'd1', siteId: null, name: 'Sales', routing: { delivery: 'offer', offerMs: 15_000 } };

export function describeStaff(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;
  let store: Store;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
    store = world.store;
  });
  afterEach(() => place.remove());

  const member = async (agentId: string) => {
    const { id, email, availability, awayReason, ...rest } = (await store.findStaffMember(agentId)) as StaffMember;
    return { agentId: id, ...rest };
  };

  describe(`${name}: departments and who works in them`, () => {
    test('S16 a name is one department of a site; other sites may have the same name', async () => {
      expect(await store.addDepartment({ ...SALES, at: 1 })).toBe('added');
      expect(await store.addDepartment({ ...SALES, id: 'd2', at: 2 })).toBe('name_taken');
      expect(await store.addDepartment({ ...SALES, id: 'd3', siteId: SITE.id, at: 3 })).toBe('added');
      expect(await store.addDepartment({ ...SALES, id: 'd4', name: 'Returns', routing: {}, at: 4 })).toBe('added');
      expect(await store.changeDepartment({ ...SALES, id: 'd4' })).toBe('name_taken');
      expect(await store.changeDepartment({ ...SALES, id: 'd4', name: 'Back', siteId: SITE.id })).toBe('changed');
      expect(await store.changeDepartment({ ...SALES, id: 'nobody', name: 'New' })).toBe('not_found');
      expect(await store.listDepartments()).toEqual([
        { ...SALES, id: 'd4', name: 'Back', siteId: SITE.id },
        SALES,
        { ...SALES, id: 'd3', siteId: SITE.id },
      ]);
    });

    test('S16 a removed department is gone for everybody, and its name is free again', async () => {
      await store.addDepartment({ ...SALES, at: 1 });
      const agentId = await world.agent();
      const joined = { ...(await member(agentId)), departments: [{ departmentId: 'd1', capacity: 2 }] };
      expect(await store.changeStaffMember(joined)).toBe('changed');
      expect(await store.removeDepartment({ departmentId: 'd1', at: 5 })).toBe('removed');
      expect(await store.removeDepartment({ departmentId: 'd1', at: 6 })).toBe('not_found');
      expect(await store.listDepartments()).toEqual([]);
      expect((await member(agentId)).departments).toEqual([]);
      expect(await store.addDepartment({ ...SALES, id: 'd2', at: 7 })).toBe('added');
    });

    test('S16 at most DEPARTMENTS_MAX', async () => {
      for (let made = 0; made < DEPARTMENTS_MAX; made += 1) {
        await store.addDepartment({ ...SALES, id: `d${made}`, name: `Department ${made}`, at: made });
      }
      expect(await store.addDepartment({ ...SALES, id: 'more', name: 'More', at: 1 })).toBe('too_many');
    });

    test('S16 what an agent is set up with comes back as it was', async () => {
      await store.addDepartment({ ...SALES, at: 1 });
      const agentId = await world.agent();
      const input = {
        agentId,
        name: 'Ana',
        role: 'admin',
        capacity: 6,
        siteIds: [SITE.id],
        departments: [{ departmentId: 'd1', capacity: null }],
        skills: [{ skill: 'billing', level: 4 }],
        languages: ['pt-BR', 'en'],
      } as const;
      const { siteIds, departments, skills, languages } = input;
      const lists = {
        siteIds: [...siteIds],
        departments: [...departments],
        skills: [...skills],
        languages: [...languages],
      };
      expect(await store.changeStaffMember({ ...input, ...lists })).toBe('changed');
      expect(await member(agentId)).toEqual(input);
      expect(await store.listStaff()).toMatchObject([
        { id: agentId, skills: input.skills, departments: input.departments },
      ]);
      const unknown = { ...input, ...lists, departments: [{ departmentId: 'who', capacity: null }] };
      expect(await store.changeStaffMember(unknown)).toBe('department_unknown');
      expect(await store.changeStaffMember({ ...input, ...lists, agentId: 'who' })).toBe('not_found');
      expect(await member(agentId)).toEqual(input);
    });

    test('S16 two owners who step down at once leave one', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const ids = [`o${round}`, `p${round}`];
        for (const id of ids) {
          const owner = {
            id,
            email: `${id}@shop.example`,
            name: id,
            role: 'owner',
            passwordHash: 'h',
            capacity: 4,
          } as const;
          await store.addAgent({ ...owner, at: 1 });
        }
        const owners = (await store.listStaff()).filter((one) => one.role === 'owner').map((one) => one.id);
        const inputs = await Promise.all(owners.map(async (id) => ({ ...(await member(id)), role: 'agent' as const })));
        const results = await Promise.all(inputs.map((input) => store.changeStaffMember(input)));
        expect(results.filter((result) => result === 'last_owner')).toHaveLength(1);
      }
    });

    test('R20 a smaller capacity keeps what is served, and gives nothing more', async () => {
      const agentId = await world.presentAgent(3);
      const served = [await world.active(agentId), await world.active(agentId), await world.active(agentId)];
      expect(await store.changeStaffMember({ ...(await member(agentId)), capacity: 2 })).toBe('changed');
      const { id } = await world.queued();
      const attempt = () =>
        store.assignConversation({ conversationId: id, expectVersion: 1, agentId, reason: '', at: world.at });
      expect(await attempt()).toEqual({ result: 'full' });
      for (const one of served) await world.close(one.id);
      expect(await attempt()).toMatchObject({ result: 'changed' });
    });

    test('S16 the plan is what was set last', async () => {
      expect(await store.readRoutingPlan()).toEqual({});
      await store.setRoutingPlan({ choice: 'longest_idle', relaxAfterMs: [5_000] });
      await store.setRoutingPlan({ answerMs: 60_000 });
      expect(await store.readRoutingPlan()).toEqual({ answerMs: 60_000 });
    });
  });
}
