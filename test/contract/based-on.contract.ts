import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BASIS } from '../../protocol/kit/basis.ts';
import { markOf } from '../../protocol/kit/mark-of.ts';
import type { StaffMember } from '../../protocol/wire/departments.ts';
import type { Macro } from '../../protocol/wire/macros.ts';
import type { Store } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { SITE, World } from './world.ts';

const at = 1;

export function describeBasedOn(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;
  let store: Store;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
    store = world.store;
  });
  afterEach(() => place.remove());

  /** The first of two who read the same saves, the second does not; then somebody who names nothing. */
  async function both(change: (basedOn: string | undefined) => Promise<string>, mark: string): Promise<string[]> {
    return [await change(mark), await change(mark), await change(undefined)];
  }
  const ONE_OF_TWO = ['changed', 'stale', 'changed'];

  describe(`${name}: two who change one record`, () => {
    test('Z13 of what the team is made of, the second changes nothing', async () => {
      const department = { id: 'd1', siteId: null, name: 'Sales', routing: { capacity: 3 } };
      await store.addDepartment({ ...department, at });
      const changeDepartment = (basedOn: string | undefined) =>
        store.changeDepartment({ ...department, name: 'Returns', basedOn });
      expect(await both(changeDepartment, markOf(department, BASIS.department))).toEqual(ONE_OF_TWO);

      const agentId = await world.agent();
      const { id, email, availability, awayReason, ...rest } = (await store.findStaffMember(agentId)) as StaffMember;
      const mark = markOf({ id, email, availability, awayReason, ...rest }, BASIS.member);
      // What changes by itself is no change of the record.
      await store.setAvailability({ agentId, availability: 'away', awayReason: 'Lunch', at });
      const changeMember = (basedOn: string | undefined) =>
        store.changeStaffMember({ agentId, ...rest, capacity: 7, basedOn });
      expect(await both(changeMember, mark)).toEqual(ONE_OF_TWO);

      const role = { id: 'r1', name: 'Trainee', base: 'agent' as const, rights: {} };
      await store.addRole({ ...role, at });
      const changeRole = (basedOn: string | undefined) =>
        store.changeRole({ ...role, rights: { 'report:read': true }, basedOn, at });
      expect(await both(changeRole, markOf(role, BASIS.role))).toEqual(ONE_OF_TWO);
    });

    test('Z13 of what it says, and of sites, neither', async () => {
      const reply = { id: 'p1', shortcut: 'hello', body: 'Hello', departmentId: null };
      await store.addReply({ ...reply, ownerId: null, at });
      const changeReply = (basedOn: string | undefined) =>
        store.changeReply({ ...reply, body: 'Good day', ownerId: null, basedOn, at });
      expect(await both(changeReply, markOf(reply, BASIS.reply))).toEqual(ONE_OF_TWO);

      const macro: Macro = {
        id: 'm1',
        name: 'End',
        departmentId: null,
        actions: [{ do: 'close', outcome: 'resolved' }],
      };
      await store.addMacro({ ...macro, at });
      const changeMacro = (basedOn: string | undefined) => store.changeMacro({ ...macro, name: 'Done', basedOn, at });
      expect(await both(changeMacro, markOf(macro, BASIS.macro))).toEqual(ONE_OF_TWO);

      const [site] = await store.listSites();
      const changeSite = (basedOn: string | undefined) =>
        store.changeSite({ key: SITE.key, name: 'Other', origins: ['https://other.example'], basedOn });
      expect(await both(changeSite, markOf(site as object, BASIS.site))).toEqual(ONE_OF_TWO);
      expect(await store.changeSite({ key: 'none', name: 'N', origins: [], basedOn: 'f'.repeat(14) })).toBe(
        'not_found',
      );
    });

    test('Z13 of the plan and the team’s rules, only where they are what was read', async () => {
      await store.setRoutingPlan({ choice: 'round_robin' });
      expect(await store.setRoutingPlan({ targetMs: 1_000 }, { choice: 'round_robin' })).toBe('set');
      expect(await store.setRoutingPlan({}, { choice: 'round_robin' })).toBe('stale');
      expect(await store.readRoutingPlan()).toEqual({ targetMs: 1_000 });
      const rules = await store.readTeamRules();
      expect(await store.setTeamRules({ awayReasons: ['Golf'], idleAwayMs: null }, rules)).toBe('set');
      expect(await store.setTeamRules({ awayReasons: [], idleAwayMs: null }, rules)).toBe('stale');
      expect((await store.readTeamRules()).awayReasons).toEqual(['Golf']);
    });
  });
}
