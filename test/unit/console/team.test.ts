import { describe, expect, test } from 'vitest';
import { TeamLog } from '../../../console/model/team-log.ts';
import { Touch } from '../../../console/model/touch.ts';
import { refusal, success } from '../../../protocol/wire/errors.ts';
import type { NoteEntry } from '../../../protocol/wire/team.ts';
import {
  ana,
  assignedTo,
  ConsoleDesk,
  PlainMemory,
  queued,
  summaryOf,
  visitorSays,
} from '../../support/console-desk.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';

const bo = { id: 'agent-2', name: 'Bo' };
const note = (number: number, body = `note ${number}`): NoteEntry => {
  return { kind: 'note', number, at: number, afterSeq: 3, by: bo, clientId: `note-of-bo-${number}`, body };
};
const pageOf = (entries: NoteEntry[], head = entries.at(-1)?.number ?? 0) => {
  return success({ conversationId: 'c1', entries, head, more: false });
};
const talk = [visitorSays(1, 'Hello?'), queued(2), assignedTo(3, ana)];

/** Ana at her desk, with the talk open. */
async function sit(memory = new PlainMemory(), agent = ana, entries = talk): Promise<ConsoleDesk> {
  const desk = new ConsoleDesk(memory);
  desk.http.answers.set('me', success(agent)).set('departments', success([]));
  desk.relay.thread('c1', entries).script('team:sync', () => pageOf([]));
  for (const quiet of ['receipt:set', 'typing:set', 'session:touch', 'board:watch'] as const)
    desk.relay.script(quiet, () => success({}));
  desk.go('/console/inbox/c1');
  await desk.open([summaryOf('c1')], { me: agent });
  await settle();
  return desk;
}

describe('T10 the team’s own sequence', () => {
  test('comes in order, once, and what is missing is asked for', async () => {
    const asked: number[] = [];
    const log = new TeamLog(async (after) => {
      asked.push(after);
      return pageOf([note(1), note(2), note(3)].filter((one) => one.number > after));
    });
    await log.catchUp();
    log.add(note(2));
    expect(log.entries.value.map((one) => one.number)).toEqual([1, 2, 3]);
    log.add(note(4));
    expect(log.entries.value).toHaveLength(4);
    expect(asked).toEqual([0]);
  });

  test('a gap is never shown: a later number asks, and a relay without an answer does not make it spin', async () => {
    let asked = 0;
    const log = new TeamLog(async () => {
      asked += 1;
      return refusal('unavailable');
    });
    log.add(note(3));
    await settle();
    expect([log.entries.value.length, asked]).toEqual([0, 1]);
    log.addHead(3);
    await settle();
    expect(asked).toBe(2);
  });

  test('the list knows the last number: a lost fact is repaired', async () => {
    const desk = await sit();
    desk.relay.script('team:sync', () => pageOf([note(1)]));
    desk.relay.script('inbox:sync', () =>
      success({ conversations: [summaryOf('c1', { change: 2, teamHead: 1 })], change: 2, more: false, reset: false }),
    );
    desk.relay.fact('inbox:moved', { change: 2 });
    await settle();
    expect(desk.thread.items.value.at(-1)).toMatchObject({ kind: 'note', body: 'note 1', byName: 'Bo', mine: false });
  });
});

describe('T10 a note is never a message', () => {
  test('it goes out as a note, is kept apart from messages, and its draft stays a note’s', async () => {
    const memory = new PlainMemory();
    const desk = await sit(memory);
    desk.thread.write('Dear customer');
    desk.thread.notes.write('He is upset.');
    expect([desk.thread.draft.value, desk.thread.notes.draft.value]).toEqual(['Dear customer', 'He is upset.']);
    expect(desk.thread.notes.send()).toBe(true);
    expect(desk.thread.items.value.at(-1)).toMatchObject({ kind: 'note', state: 'pending', mine: true });
    const kept = memory.keys('deskbell:console:mine:').filter((key) => memory.read(key)?.includes('upset'));
    expect(kept.every((key) => key.includes(':noted:'))).toBe(true);
    desk.relay.settle('note:add', success({ number: 1, at: 5 }));
    await settle();
    expect(desk.thread.items.value.at(-1)).toMatchObject({ kind: 'note', state: 'stored' });
    expect(desk.thread.draft.value).toBe('Dear customer');
    const sent = desk.relay.sent.filter(({ payload }) => JSON.stringify(payload).includes('upset'));
    expect(sent.map(({ name }) => name)).toEqual(['note:add']);
  });

  test('what was noted and not stored goes out as a note after a reload, never as a message', async () => {
    const memory = new PlainMemory();
    const first = await sit(memory);
    first.thread.notes.write('For later.');
    first.thread.notes.send();
    const second = await sit(memory);
    expect(second.relay.sent.filter(({ name }) => name === 'note:add')).toHaveLength(1);
    expect(second.relay.sent.filter(({ name }) => name === 'message:send')).toEqual([]);
  });

  test('a note stands alone between the messages of one person', async () => {
    const desk = await sit();
    desk.relay.fact('entry:added', { conversationId: 'c1', entry: visitorSays(4, 'One') });
    desk.relay.fact('team:added', { conversationId: 'c1', entry: { ...note(1), afterSeq: 4 } });
    desk.relay.fact('entry:added', { conversationId: 'c1', entry: visitorSays(5, 'Two') });
    const kinds = desk.thread.items.value.map((item) => item.kind);
    expect(kinds.slice(-3)).toEqual(['group', 'note', 'group']);
  });
});

describe('by hand', () => {
  const roles = ['agent', 'supervisor', 'viewer'] as const;
  const withBo = [visitorSays(1, 'Hello?'), queued(2), assignedTo(3, bo)];
  test.each([
    ['mine', talk, { pick: false, takeOver: false, passOn: true }, { takeOver: false, passOn: true }],
    ['Bo’s', withBo, { pick: false, takeOver: false, passOn: false }, { takeOver: true, passOn: true }],
    ['waiting', talk.slice(0, 2), { pick: true, takeOver: false, passOn: false }, { pick: true, passOn: false }],
  ] as const)(
    'what one may do with one that is %s depends on the role (T1)',
    async (_what, entries, agents, supervisors) => {
      const offered = await Promise.all(
        roles.map(async (role) => (await sit(undefined, { ...ana, role }, [...entries])).thread.hand.offered.value),
      );
      expect(offered[0]).toMatchObject(agents);
      expect(offered[1]).toMatchObject(supervisors);
      expect(offered[2]).toMatchObject({ pick: false, takeOver: false });
    },
  );

  test('T6 who was let in may write, and may leave', async () => {
    const joined = { kind: 'joined', seq: 4, at: 4, episode: 1, agent: { id: ana.id, name: ana.name } } as const;
    const desk = await sit(undefined, ana, [visitorSays(1, 'Hello?'), queued(2), assignedTo(3, bo), joined]);
    expect(desk.thread.barrier.value).toBeNull();
    expect(desk.thread.mayClose.value).toBe(false);
    expect(desk.thread.hand.offered.value).toMatchObject({ leave: true, passOn: false });
    const left = { ...joined, kind: 'left', seq: 5 } as const;
    desk.relay.fact('entry:added', { conversationId: 'c1', entry: left });
    expect(desk.thread.barrier.value).toBe('colleague');
  });

  test('a refusal is told in words of its own', async () => {
    const desk = await sit();
    const asked = desk.thread.hand.askFor('transfer', 'agent-2', '  ');
    expect(desk.relay.sent.at(-1)?.payload).toEqual({ conversationId: 'c1', kind: 'transfer', agentId: 'agent-2' });
    desk.relay.settle('conversation:ask', refusal('agent_absent'));
    expect(await asked).toBe(false);
    desk.app.notice.refuse(desk.thread.hand.refused.value);
    expect(desk.app.notice.current.value).toBe('absent');
  });
});

describe('T5 a question to me', () => {
  const askUntil = (until: number) =>
    summaryOf('c2', { agent: bo, ask: { kind: 'transfer', to: ana, by: bo, until }, teamHead: 1, change: 2 });

  test('rings with its words until it is answered, and is gone when its time is over', async () => {
    const desk = await sit();
    const asked = { ...note(1), kind: 'asked', ask: 'transfer', to: ana, note: 'She speaks Portuguese.' } as const;
    desk.relay.script('team:sync', () => success({ conversationId: 'c2', entries: [asked], head: 1, more: false }));
    const until = desk.desk.ticker.now.value + 12_000;
    desk.relay.script('inbox:sync', () =>
      success({ conversations: [askUntil(until)], change: 2, more: false, reset: false }),
    );
    desk.relay.fact('inbox:moved', { change: 2 });
    await settle();
    expect(desk.desk.asks.open.value).toMatchObject([{ byName: 'Bo', note: 'She speaks Portuguese.', leftMs: 12_000 }]);
    expect(desk.rings).toHaveLength(1);
    await desk.clock.advance(5_000);
    expect(desk.rings).toHaveLength(2);
    const accepted = desk.desk.asks.accept('c2');
    desk.relay.settle('ask:accept', refusal('ask_over'));
    expect(await accepted).toBe(false);
    await desk.clock.advance(7_000);
    expect(desk.desk.asks.open.value).toEqual([]);
    const rung = desk.rings.length;
    await desk.clock.advance(60_000);
    expect(desk.rings).toHaveLength(rung);
  });
});

describe('R18 an offer of routing to me', () => {
  test('rings as a question does, and is accepted and declined by commands of its own', async () => {
    const desk = await sit();
    const until = desk.desk.ticker.now.value + 20_000;
    const offered = summaryOf('c3', { status: 'queued', agent: null, offer: { agent: ana, until }, change: 2 });
    desk.relay.script('inbox:sync', () => success({ conversations: [offered], change: 2, more: false, reset: false }));
    desk.relay.fact('inbox:moved', { change: 2 });
    await settle();
    expect(desk.desk.asks.open.value).toMatchObject([{ kind: 'offer', leftMs: 20_000 }]);
    expect(desk.rings).toHaveLength(1);
    const declined = desk.desk.asks.decline('c3');
    desk.relay.settle('offer:decline', success({}));
    expect(await declined).toBe(true);
    const accepted = desk.desk.asks.accept('c3');
    desk.relay.settle('offer:accept', success({ seq: 3, at: 1 }));
    expect(await accepted).toBe(true);
    await desk.clock.advance(20_000);
    expect(desk.desk.asks.open.value).toEqual([]);
  });
});

describe('who is there', () => {
  test('T11 the reason travels with the wish, and another tab’s word with its reason', async () => {
    const desk = await sit();
    const { availability } = desk.desk;
    const set = availability.set('away', 'Lunch');
    expect([availability.value.value, availability.reason.value]).toEqual(['away', 'Lunch']);
    expect(desk.relay.sent.at(-1)?.payload).toEqual({ availability: 'away', reason: 'Lunch' });
    desk.relay.settle('agent:availability', success({}));
    await set;
    desk.relay.fact('availability:changed', { availability: 'away', awayReason: 'inactive' });
    expect(availability.reason.value).toBe('inactive');
  });

  test('T12 the warning counts down; any input takes it away and is told at once', async () => {
    const desk = await sit();
    desk.attention.act();
    const touches = () => desk.relay.sent.filter(({ name }) => name === 'session:touch').length;
    expect(touches()).toBe(1);
    desk.relay.fact('idle:warned', { awayAt: desk.desk.ticker.now.value + 60_000 });
    expect(desk.desk.idle.leftMs.value).toBe(60_000);
    desk.attention.act();
    expect([desk.desk.idle.leftMs.value, touches()]).toEqual([null, 2]);
  });

  test('T12 input within the minute is told at its end, so that the relay’s last sign of life is never too old', async () => {
    const clock = new ManualClock();
    let told = 0;
    const touch = new Touch(clock, () => {
      told += 1;
    });
    touch.acted();
    await clock.advance(20_000);
    touch.acted();
    touch.acted();
    expect(told).toBe(1);
    await clock.advance(40_000);
    expect(told).toBe(2);
    await clock.advance(600_000);
    expect(told).toBe(2);
  });

  test('T14 the board is watched while somebody looks, also over a new link', async () => {
    const desk = await sit();
    const watches = () => desk.relay.sent.filter(({ name }) => name === 'board:watch').map(({ payload }) => payload);
    desk.desk.board.watch(true);
    desk.relay.ready({ change: 1 });
    await settle();
    desk.desk.board.watch(false);
    expect(watches()).toEqual([{ watching: true }, { watching: true }, { watching: false }]);
  });

  test('another role, told by the relay, sets the desk up afresh', async () => {
    const desk = await sit();
    const before = desk.desk;
    desk.relay.ready({ me: { ...ana, role: 'supervisor' }, change: 1 });
    await settle();
    expect(desk.desk).not.toBe(before);
    expect(desk.desk.may('board:read')).toBe(true);
  });
});
