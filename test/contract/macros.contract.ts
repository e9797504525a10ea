import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Macro } from '../../protocol/wire/macros.ts';
import type { Store } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { World } from './world.ts';

const DONE: Macro = { id: 'm1', name: 'refund done', departmentId: null, actions: [{ do: 'reply', body: 'Done' }] };

export function describeMacros(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;
  let store: Store;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
    store = world.store;
  });
  afterEach(() => place.remove());

  describe(`${name}: macros`, () => {
    test('D13 a name is one macro; one of a department that was removed is for all', async () => {
      await store.addDepartment({ id: 'd1', siteId: null, name: 'Returns', routing: {}, at: 1 });
      expect(await store.addMacro({ ...DONE, departmentId: 'd1', at: 1 })).toBe('added');
      expect(await store.addMacro({ ...DONE, id: 'm2', at: 2 })).toBe('taken');
      expect(await store.addMacro({ ...DONE, id: 'm2', name: 'a', at: 2 })).toBe('added');
      expect(await store.changeMacro({ ...DONE, id: 'm2', at: 3 })).toBe('taken');
      expect(await store.changeMacro({ ...DONE, id: 'nobody', name: 'b', at: 3 })).toBe('not_found');
      const changed = { ...DONE, actions: [{ do: 'close', outcome: 'resolved' }] } satisfies Macro;
      expect(await store.changeMacro({ ...changed, departmentId: 'd1', at: 4 })).toBe('changed');
      await store.removeDepartment({ departmentId: 'd1', at: 5 });
      expect(await store.listMacros()).toEqual([{ ...DONE, id: 'm2', name: 'a' }, changed]);
      expect(await store.removeMacro('m2')).toBe('removed');
      expect(await store.removeMacro('m2')).toBe('not_found');
    });

    test('D13 a run is begun once for each id, goes on where it stood, and its actions stay as they were', async () => {
      const { id, agentId } = await world.active();
      const run = {
        ...{ agentId, clientId: 'run-client-id-00001', conversationId: id, macroId: 'm1', at: world.at },
        ...{ actions: DONE.actions, forgetBefore: 0 },
      };
      const [first, second] = await Promise.all([store.openMacroRun(run), store.openMacroRun(run)]);
      expect([first, second]).toEqual([first, first]);
      expect(first).toEqual({ result: 'open', actions: DONE.actions, steps: [] });
      const steps = [{ do: 'reply', result: 'done' }] as const;
      await store.keepMacroSteps({ agentId, clientId: run.clientId, steps: [...steps] });
      expect(await store.openMacroRun({ ...run, actions: [] })).toEqual({
        result: 'open',
        actions: DONE.actions,
        steps,
      });
      expect(await store.openMacroRun({ ...run, macroId: 'm2' })).toEqual({ result: 'conflict' });
      expect(await store.openMacroRun({ ...run, agentId: 'other' })).toMatchObject({ result: 'open', steps: [] });
      expect(await store.openMacroRun({ ...run, conversationId: 'nobody' })).toEqual({ result: 'not_found' });
      // Old ones are forgotten when a new one begins.
      const later = { ...run, clientId: 'run-client-id-00002', at: world.at + 5, forgetBefore: world.at + 1 };
      await store.openMacroRun(later);
      expect(await store.openMacroRun({ ...run, at: world.at + 5 })).toMatchObject({ result: 'open', steps: [] });
    });
  });
}
