import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { ROUNDS, World } from './world.ts';

/** What routing, people and the sweeper do with one conversation at the same moment. Each race is run ROUNDS times. */
export function describeRoutingRaces(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;
  let store: Store;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
    store = world.store;
  });
  afterEach(() => place.remove());

  const times = (count: number) => Array.from({ length: count });
  const changes = (written: readonly { result: string }[]) => written.filter((one) => one.result === 'changed').length;
  const giving = (conversationId: string, agentId: string, expectVersion = 1) => ({
    ...{ conversationId, agentId, expectVersion, reason: '{"load":0}', at: world.at },
  });
  const picking = (conversationId: string, agentId: string, expectVersion = 1) =>
    store.takeConversation({ ...giving(conversationId, agentId, expectVersion), how: 'picked' });
  const end = (conversationId: string, expectVersion: number) =>
    store.closeConversation({
      ...{ conversationId, expectVersion, by: 'visitor', byAgentId: null, outcome: 'unresolved', at: world.at },
    });
  const offered = async (agentId: string) => {
    const { id } = await world.queued();
    await store.offerConversation({ ...giving(id, agentId), until: world.at + 20_000 });
    return id;
  };
  const loads = async () =>
    (await store.readRoutingTeam({ now: world.at, knownVersion: null })).agents.map((agent) => agent.load);

  describe(`${name}: races of routing`, () => {
    test('R18 R19 an acceptance, a refusal, a miss and an end of one ring: one of them happens', async () => {
      const ana = await world.presentAgent(2);
      for (let round = 0; round < ROUNDS; round += 1) {
        const id = await offered(ana);
        const common = { conversationId: id, expectVersion: 2, at: world.at };
        const acceptance = () => store.acceptOffer({ ...common, agentId: ana, answerBy: null });
        const written = await Promise.all([
          ...(round % 2 === 0 ? [acceptance()] : []),
          store.endOffer({ ...common, how: 'declined', missesMax: null }),
          store.endOffer({ ...common, how: 'missed', missesMax: null }),
          end(id, 2),
          ...(round % 2 === 1 ? [acceptance()] : []),
        ]);
        expect(changes(written)).toBe(1);
        const { status, offer } = await world.read(id);
        expect(offer).toBeNull();
        expect(await loads()).toEqual([status === 'active' ? 1 : 0]);
        if (status !== 'closed') await end(id, 3);
        expect(await loads()).toEqual([0]);
      }
    });

    test('T3 R18 two picks, a ring and an assignment of one who waits: one of them happens, and one room is taken', async () => {
      const agents = await Promise.all(times(4).map(() => world.presentAgent(2)));
      const [ana = '', bo = '', cy = '', di = ''] = agents;
      for (let round = 0; round < ROUNDS; round += 1) {
        const { id } = await world.queued();
        const all = [
          () => picking(id, ana),
          () => store.assignConversation(giving(id, bo)),
          () => store.offerConversation({ ...giving(id, cy), until: world.at + 20_000 }),
          () => picking(id, di),
        ];
        const turned = [...all.slice(round % 4), ...all.slice(0, round % 4)];
        expect(changes(await Promise.all(turned.map((act) => act())))).toBe(1);
        expect((await loads()).reduce((sum, one) => sum + one, 0)).toBe(1);
        await end(id, 2);
        expect(await loads()).toEqual([0, 0, 0, 0]);
      }
    });

    test('R19 C4 an answer against the miss: it is stored, or the conversation waits again, never both', async () => {
      const ana = await world.presentAgent(ROUNDS);
      for (let round = 0; round < ROUNDS; round += 1) {
        const { id } = await world.active(ana);
        const { waitingSince } = await world.read(id);
        const message = { conversationId: id, expectVersion: 2, message: world.message('agent', ana) };
        const miss = { conversationId: id, expectVersion: 2, expectWaitingSince: waitingSince, missesMax: null };
        const [answer, missed] = await Promise.all([
          store.appendMessage(message),
          store.missConversation({ ...miss, at: world.at }),
        ]);
        const isAnswered = answer.result === 'appended';
        expect(missed.result).toBe(isAnswered ? 'stale' : 'changed');
        expect(await world.read(id)).toMatchObject({ status: isAnswered ? 'active' : 'queued' });
        await end(id, isAnswered ? 2 : 3);
        expect(await loads()).toEqual([0]);
      }
    });

    test('T4 T8 T9 a transfer, a take-over, a return and an end: one of them happens, and the rooms are right', async () => {
      const [ana, bo, cy] = [await world.presentAgent(3), await world.presentAgent(3), await world.presentAgent(3)];
      for (let round = 0; round < ROUNDS; round += 1) {
        const { id } = await world.active(ana);
        const common = { conversationId: id, expectVersion: 2, at: world.at };
        const written = await Promise.all([
          store.takeConversation({ ...giving(id, bo, 2), how: 'transferred' }),
          store.takeConversation({ ...giving(id, cy, 2), how: 'taken_over' }),
          store.requeueConversation({ ...common, reason: 'returned', byAgentId: ana }),
          end(id, 2),
        ]);
        expect(changes(written)).toBe(1);
        const { status } = await world.read(id);
        expect((await loads()).reduce((sum, one) => sum + one, 0)).toBe(status === 'active' ? 1 : 0);
        if (status !== 'closed') await end(id, 3);
        expect(await loads()).toEqual([0, 0, 0]);
      }
    });

    test('R1 R18 rings and assignments for one agent at once never exceed the room, whatever they weigh', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const weight = 1 + (round % 2);
        const ana = await world.presentAgent(4);
        const waiting = await Promise.all(times(6).map(() => world.queued()));
        const written = await Promise.all(
          waiting.map(({ id }, n) =>
            n % 2 === 0
              ? store.assignConversation({ ...giving(id, ana), weight })
              : store.offerConversation({ ...giving(id, ana), weight, until: world.at + 20_000 }),
          ),
        );
        expect(changes(written)).toBe(4 / weight);
        expect(written.filter((one) => one.result === 'full')).toHaveLength(6 - 4 / weight);
        expect(await world.load(ana)).toBe(4);
        await Promise.all(waiting.map(async ({ id }) => end(id, await world.version(id))));
      }
    });

    test('R20 a department at its limit: so many and not one more, whoever gives them', async () => {
      await store.addDepartment({ id: 'd1', siteId: null, name: 'Sales', routing: {}, at: world.at });
      const agents = await Promise.all(times(3).map(() => world.presentAgent(9)));
      const routing = { departmentId: 'd1', language: null, priority: 0, needs: null, knownAgentId: null };
      for (let round = 0; round < ROUNDS; round += 1) {
        const ids = await Promise.all(
          times(6).map(async () => {
            const opening = { ...world.opening(await world.visitor()), routing };
            await store.openConversation(opening);
            return opening.conversationId;
          }),
        );
        const written = await Promise.all(
          ids.map((id, n) => store.assignConversation({ ...giving(id, agents[n % 3] ?? ''), departmentLimit: 2 })),
        );
        expect(changes(written)).toBe(2);
        expect((await loads()).reduce((sum, one) => sum + one, 0)).toBe(2);
        await Promise.all(ids.map(async (id) => end(id, await world.version(id))));
      }
    });
  });
}
