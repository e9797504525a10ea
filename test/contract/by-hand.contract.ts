import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MakePlace, StorePlace } from '../support/open-test-store.ts';
import { FAR, ROUNDS, World } from './world.ts';

export function describeHands(name: string, make: MakePlace): void {
  let place: StorePlace;
  let world: World;

  beforeEach(async () => {
    place = await make();
    world = await World.start(await place.open());
  });
  afterEach(() => place.remove());

  const pick = async (conversationId: string, agentId: string) =>
    world.store.takeConversation({
      conversationId,
      expectVersion: await world.version(conversationId),
      agentId,
      how: 'picked',
      reason: 'By hand.',
      at: world.at,
    });
  const ask = async (id: string, agentId: string, toAgentId: string, kind: 'transfer' | 'invite' = 'transfer') =>
    world.store.askColleague({
      conversationId: id,
      expectVersion: await world.version(id),
      agentId,
      kind,
      toAgentId,
      note: 'She speaks Portuguese.',
      until: world.at + 30_000,
      at: world.at,
    });
  const room = async (agentId: string) => {
    const members = await world.store.listMembers({ now: world.at, limit: 100 });
    const found = members.find((one) => one.id === agentId);
    return [found?.load, found?.extra];
  };
  const team = async (id: string) =>
    (await world.store.readTeamPage({ conversationId: id, afterNumber: 0, limit: 100 }))?.entries ?? [];
  const note = (conversationId: string, authorId: string, body: string, clientId = world.next('cid')) =>
    world.store.addNote({ conversationId, authorId, clientId, body, at: world.at });

  describe(`${name}: by hand`, () => {
    test('T3 a pick is an assignment with its reason; above the capacity it counts as extra and goes first', async () => {
      const agentId = await world.presentAgent(1);
      const talks = [await world.queued(), await world.queued(), await world.queued()];
      for (const { id } of talks) expect((await pick(id, agentId)).result).toBe('changed');
      expect(await room(agentId)).toEqual([1, 2]);
      const [first, second, third] = talks.map(({ id }) => id) as [string, string, string];
      expect((await world.entries(first)).at(-1)).toMatchObject({ kind: 'assigned', seq: 3, agent: { id: agentId } });
      expect(await team(first)).toMatchObject([{ kind: 'reason', number: 1, afterSeq: 3, how: 'picked' }]);
      await world.close(first);
      expect(await room(agentId)).toEqual([1, 1]);
      await world.close(second);
      expect(await room(agentId)).toEqual([1, 0]);
      await world.close(third);
      expect(await room(agentId)).toEqual([0, 0]);
    });

    test('T8 taking over frees the room of who had it, and the wait goes on', async () => {
      const { id, agentId } = await world.active();
      const boss = await world.presentAgent(4);
      const { waitingSince } = await world.read(id);
      world.pass(5_000);
      const expectVersion = await world.version(id);
      const input = { conversationId: id, expectVersion, agentId: boss, how: 'taken_over', reason: 'x' } as const;
      const written = await world.store.takeConversation({ ...input, at: world.at });
      expect(written).toMatchObject({ result: 'changed', agentId: boss });
      expect([await room(agentId), await room(boss)]).toEqual([
        [0, 0],
        [1, 0],
      ]);
      expect(await world.read(id)).toMatchObject({ status: 'active', agentId: boss, assignment: 2, waitingSince });
      expect(await world.store.takeConversation({ ...input, at: world.at })).toEqual({ result: 'stale' });
    });

    test('T4 T5 a question changes nothing for the visitor, and ends once', async () => {
      const { id, agentId } = await world.active();
      const bo = await world.presentAgent();
      const before = await world.read(id);
      expect(await ask(id, agentId, bo)).toMatchObject({ result: 'changed', entries: [], agentId });
      const asked = await world.read(id);
      expect([asked.head, asked.agentId]).toEqual([before.head, agentId]);
      expect((await world.line(id)).ask).toMatchObject({ kind: 'transfer', to: { id: bo }, by: { id: agentId } });
      expect(await ask(id, agentId, bo)).toEqual({ result: 'stale' });

      expect(await world.store.listLapsedAsks({ now: world.at + 29_999, limit: 9 })).toEqual([]);
      world.pass(30_000);
      const lapsed = await world.store.listLapsedAsks({ now: world.at, limit: 9 });
      expect(lapsed).toEqual([{ conversationId: id, version: asked.version }]);
      const end = { conversationId: id, expectVersion: asked.version, how: 'timed_out', byAgentId: null } as const;
      const ended = await Promise.all([1, 2, 3].map(() => world.store.endAsk({ ...end, at: world.at })));
      expect(ended.map((one) => one.result).sort()).toEqual(['changed', 'stale', 'stale']);
      expect(await team(id)).toMatchObject([
        { kind: 'reason' },
        { kind: 'asked', ask: 'transfer', note: 'She speaks Portuguese.', to: { id: bo }, by: { id: agentId } },
        { kind: 'ask_ended', ask: 'transfer', how: 'timed_out', to: { id: bo }, by: null },
      ]);
      expect((await world.line(id)).ask).toBeNull();
    });

    test('T6 T7 who comes in and goes again is an entry of both sides, and no room', async () => {
      const { id, agentId } = await world.active();
      const bo = await world.presentAgent();
      await ask(id, agentId, bo, 'invite');
      const write = async () => ({
        conversationId: id,
        expectVersion: await world.version(id),
        agentId: bo,
        at: world.at,
      });
      const joined = await world.store.joinConversation(await write());
      expect(joined).toMatchObject({ result: 'changed', entries: [{ kind: 'joined', seq: 4, agent: { id: bo } }] });
      expect((await world.read(id)).participants).toEqual([bo]);
      expect(await world.line(id)).toMatchObject({ participants: [bo], ask: null });
      expect(await room(bo)).toEqual([0, 0]);
      expect(await world.say(id, world.message('agent', bo, 'I can help.'))).toMatchObject({ seq: 5, agentId });
      await world.store.leaveConversation(await write());
      expect((await world.entries(id)).at(-1)).toMatchObject({ kind: 'left', seq: 6, agent: { id: bo } });
      expect((await world.read(id)).participants).toEqual([]);
      expect(await world.store.leaveConversation(await write())).toEqual({ result: 'stale' });
    });

    test('T9 given back it keeps its place, and colleagues and questions are gone', async () => {
      const { id, agentId } = await world.active();
      const bo = await world.presentAgent();
      const { queuedAt } = await world.read(id);
      const inside = { conversationId: id, expectVersion: await world.version(id), agentId: bo, at: world.at };
      await world.store.joinConversation(inside);
      await ask(id, agentId, bo);
      world.pass(60_000);
      const expectVersion = await world.version(id);
      const back = {
        conversationId: id,
        expectVersion,
        reason: 'returned',
        byAgentId: agentId,
        note: 'Not mine.',
      } as const;
      const written = await world.store.requeueConversation({ ...back, at: world.at });
      expect(written).toMatchObject({
        entries: [{ kind: 'queued', reason: 'returned' }],
        team: [{ note: 'Not mine.' }],
      });
      const line = await world.line(id);
      expect(line).toMatchObject({ status: 'queued', queuedAt, agent: null, participants: [], ask: null });
      expect((await team(id)).map((one) => one.number)).toEqual([1, 2, 3]);
    });

    test('T10 notes have numbers of their own: the visitor’s sequence does not know of them', async () => {
      const { id, agentId } = await world.active();
      const before = await world.read(id);
      const cid = world.next('cid');
      expect(await note(id, agentId, 'Careful, a journalist.', cid)).toMatchObject({ result: 'added', agentId });
      expect(await note(id, agentId, 'Careful, a journalist.', cid)).toMatchObject({ result: 'duplicate', number: 2 });
      expect(await note(id, agentId, 'Something else.', cid)).toEqual({ result: 'cid_conflict' });
      expect(await note('nothing', agentId, 'x')).toEqual({ result: 'not_found' });
      const after = await world.read(id);
      expect([after.head, after.version, after.marks]).toEqual([before.head, before.version, before.marks]);
      const page = await world.store.readPage({ conversationId: id, afterSeq: 0, limit: 100 });
      expect(JSON.stringify(page)).not.toContain('journalist');
      expect(await world.line(id)).toMatchObject({ teamHead: 2, lastText: 'Hello' });
      const rest = await world.store.readTeamPage({ conversationId: id, afterNumber: 1, limit: 100 });
      expect(rest).toMatchObject({ head: 2, more: false, entries: [{ kind: 'note', number: 2, afterSeq: 3 }] });
      const short = await world.store.readTeamPage({ conversationId: id, afterNumber: 0, limit: 1 });
      expect(short).toMatchObject({ head: 2, more: true });
      expect(await world.store.readTeamPage({ conversationId: 'nothing', afterNumber: 0, limit: 1 })).toBeUndefined();
    });

    test('T14 the board is one bounded picture of who waits, who serves, and what fell last', async () => {
      const ana = await world.presentAgent(2);
      const talks = [await world.queued()];
      world.pass(10);
      talks.push(await world.queued(), await world.queued());
      await pick(talks[0]?.id ?? '', ana);
      world.pass(10);
      await note(talks[0]?.id ?? '', ana, 'Not for the wall.');
      const lists = { now: world.at, linesMax: 1, membersMax: 10, decisionsMax: 10 };
      const board = await world.store.readBoard(lists);
      expect(board).toMatchObject({
        at: world.at,
        queue: { total: 2, conversations: [{ id: talks[1]?.id, agent: null }] },
        serving: { total: 1, unanswered: 1, waiting: [{ id: talks[0]?.id, agent: { id: ana } }] },
        team: { total: 1, members: [{ id: ana, load: 1, present: true }] },
        decisions: [{ conversationId: talks[0]?.id, entry: { kind: 'reason', how: 'picked' } }],
      });
      expect(board.queue.conversations).toHaveLength(1);
      expect(board.decisions).toHaveLength(1);
      await pick(talks[1]?.id ?? '', ana);
      await world.say(talks[1]?.id ?? '', world.message('agent', ana));
      const later = await world.store.readBoard({ ...lists, linesMax: 0 });
      expect(later.serving).toMatchObject({ total: 2, unanswered: 1, waiting: [] });
    });

    test('T11 being away has a reason, being available has none', async () => {
      const agentId = await world.presentAgent();
      await world.store.setAvailability({ agentId, availability: 'away', awayReason: 'Lunch', at: world.at });
      expect(await world.store.findAgent(agentId)).toMatchObject({ availability: 'away', awayReason: 'Lunch' });
      await world.store.setAvailability({ agentId, availability: 'available', at: world.at });
      expect(await world.store.findAgent(agentId)).toMatchObject({ availability: 'available', awayReason: null });
    });

    test('T11 T12 what the owner says about the team, and nothing where nothing was said', async () => {
      expect(await world.store.readTeamRules()).toEqual({ awayReasons: null, idleAwayMs: null, undoMs: null });
      await world.store.setTeamRules({ awayReasons: ['Golf'], idleAwayMs: 0, undoMs: 7_000 });
      expect(await world.store.readTeamRules()).toEqual({ awayReasons: ['Golf'], idleAwayMs: 0, undoMs: 7_000 });
      await world.store.setTeamRules({ awayReasons: [], idleAwayMs: 600_000 });
      expect(await world.store.readTeamRules()).toEqual({ awayReasons: [], idleAwayMs: 600_000, undoMs: null });
    });

    test('T12 idle is who is available and present, and was seen in no session since', async () => {
      const { store } = world;
      const [ana, bo, cy] = [await world.presentAgent(), await world.presentAgent(), await world.presentAgent()];
      await store.addSession({ id: 's1', agentId: ana, at: world.at });
      await store.addSession({ id: 's2', agentId: ana, at: world.at });
      await store.addSession({ id: 's3', agentId: bo, at: world.at });
      await store.addSession({ id: 's4', agentId: cy, at: world.at });
      await store.setAvailability({ agentId: cy, availability: 'away', at: world.at });
      const first = world.at;
      world.pass(600_000);
      // T13: another tab or device of hers is her.
      await store.touchSession({ id: 's2', at: world.at });
      const idle = await store.listIdleAgents({ now: world.at, seenBefore: first + 1_000, limit: 10 });
      expect(idle).toEqual([{ agentId: bo, seenAt: first }]);
      const later = await store.listIdleAgents({ now: world.at, seenBefore: world.at, limit: 10 });
      expect(later.map((one) => one.seenAt).sort()).toEqual([first, world.at]);
      expect(await store.listIdleAgents({ now: FAR, seenBefore: FAR, limit: 10 })).toEqual([]);
    });
  });

  describe(`${name}: races by hand`, () => {
    test('T3 many who pick the same one: one has it, nobody else’s room is taken', async () => {
      const agents = await Promise.all([1, 2, 3, 4].map(() => world.presentAgent(2)));
      for (let round = 0; round < ROUNDS; round += 1) {
        const { id } = await world.queued();
        const written = await Promise.all(agents.map((agentId) => pick(id, agentId)));
        expect(written.filter((one) => one.result === 'changed')).toHaveLength(1);
        const rooms = await Promise.all(agents.map(room));
        expect(rooms.flat().reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBe(1);
        await world.close(id);
      }
    });

    test('T4 a transfer that is accepted against an end: one of both, and the rooms are right', async () => {
      const [ana, bo] = [await world.presentAgent(3), await world.presentAgent(3)];
      for (let round = 0; round < ROUNDS; round += 1) {
        const { id } = await world.active(ana);
        await ask(id, ana, bo);
        const expectVersion = await world.version(id);
        const take = {
          conversationId: id,
          expectVersion,
          agentId: bo,
          how: 'transferred',
          reason: '',
          at: world.at,
        } as const;
        const end = { conversationId: id, expectVersion, by: 'visitor', byAgentId: null, at: world.at } as const;
        const written = await Promise.all([
          world.store.takeConversation(take),
          world.store.closeConversation({ ...end, outcome: 'abandoned_before_answer' }),
        ]);
        expect(written.map((one) => one.result).sort()).toEqual(['changed', 'stale']);
        if (written[1]?.result === 'stale') await world.close(id);
        expect([await room(ana), await room(bo)]).toEqual([
          [0, 0],
          [0, 0],
        ]);
      }
    });

    test('T8 two who exchange conversations at once do not wait for each other', async () => {
      const [ana, bo] = [await world.presentAgent(3), await world.presentAgent(3)];
      for (let round = 0; round < ROUNDS; round += 1) {
        const [one, two] = [await world.active(ana), await world.active(bo)];
        const take = async (conversationId: string, agentId: string) =>
          world.store.takeConversation({
            conversationId,
            expectVersion: await world.version(conversationId),
            agentId,
            how: 'taken_over',
            reason: '',
            at: world.at,
          });
        const written = await Promise.all([take(one.id, bo), take(two.id, ana)]);
        expect(written.map((each) => each.result)).toEqual(['changed', 'changed']);
        await Promise.all([world.close(one.id), world.close(two.id)]);
        expect([await room(ana), await room(bo)]).toEqual([
          [0, 0],
          [0, 0],
        ]);
      }
    });

    test('T10 notes and messages at once: both sequences without holes', async () => {
      const { id, visitorId, agentId } = await world.active();
      const expectVersion = await world.version(id);
      for (let round = 0; round < ROUNDS; round += 1) {
        await Promise.all([
          note(id, agentId, `note ${round}`),
          note(id, agentId, `note ${round} b`),
          world.store.appendMessage({
            conversationId: id,
            expectVersion,
            message: world.message('visitor', visitorId),
          }),
        ]);
      }
      expect((await world.entries(id)).map((one) => one.seq)).toEqual(count(3 + ROUNDS));
      expect((await team(id)).map((one) => one.number)).toEqual(count(1 + 2 * ROUNDS));
    });
  });
}

const count = (length: number) => Array.from({ length }, (_, index) => index + 1);
