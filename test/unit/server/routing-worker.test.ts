// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { ROUTING_FRUITLESS_ROUNDS_MAX, ROUTING_INTERVAL_MS } from '../../../protocol/wire/limits.ts';
import type {
  AssignConversation,
  RoutingTeam,
  WaitingChanges,
  WaitingLine,
} from '../../../server/store/routing-store.ts';
import type { Stale } from '../../../server/store/store.ts';
import type { Handed } from '../../../server/store/team-store.ts';
import type { Notice } from '../../../server/usecases/context.ts';
import { createRoutingWorker } from '../../../server/workers/routing-worker.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';

/** A store whose every step the test can hold: it is the interleavings that matter here, not the rows. */
class SteppedStore {
  queue: string[] = [];
  room = 10;
  reads = 0;
  assigned: string[] = [];
  beforeRead: () => Promise<void> | void = () => {};
  afterRead: () => Promise<void> | void = () => {};
  answer: (input: AssignConversation) => Handed | Stale | { result: 'full' } = (input) => this.take(input);

  inRoutingTurn<T>(job: () => Promise<T>): Promise<T> {
    return job();
  }

  async readChange(): Promise<number> {
    this.reads += 1;
    await this.beforeRead();
    return 1;
  }

  async listQueued(): Promise<WaitingLine[]> {
    const lines = this.queue.map((id, place) => line(id, place));
    await this.afterRead();
    return lines;
  }

  async readWaitingChanges(): Promise<WaitingChanges> {
    this.reads += 1;
    await this.beforeRead();
    const lines = this.queue.map((id, place) => ({ conversationId: id, waiting: line(id, place) }));
    await this.afterRead();
    return { lines, change: 1, more: false };
  }

  async readRoutingTeam(): Promise<RoutingTeam> {
    const ana = { id: 'a1', name: 'Ana', capacity: 10, load: 10 - this.room, idleSince: 0, givenAt: 0 };
    return { version: 0, setUp: null, agents: [ana], served: [] };
  }

  async assignConversation(input: AssignConversation): Promise<Handed | Stale | { result: 'full' }> {
    return this.answer(input);
  }

  async offerConversation(): Promise<Stale> {
    return { result: 'stale' };
  }

  take(input: AssignConversation): Handed {
    this.queue = this.queue.filter((id) => id !== input.conversationId);
    this.room -= 1;
    this.assigned.push(input.conversationId);
    const { conversationId, agentId } = input;
    const entry = { kind: 'assigned', seq: 3, at: 1, episode: 1, agent: { id: agentId, name: 'Ana' } } as const;
    const change = this.assigned.length;
    return { result: 'changed', conversationId, visitorId: 'v1', agentId, entries: [entry], team: [], change };
  }
}

function line(conversationId: string, place: number): WaitingLine {
  return {
    ...{ no: place, conversationId, version: 1, siteId: 's1', departmentId: null, queuedAt: place, enteredAt: place },
    ...{ priority: 0, needs: null, knownAgentId: null, reopened: false, missed: [] },
  };
}

let clock: ManualClock;
let store: SteppedStore;
let told: Notice[];
let failures: unknown[];

function startWorker() {
  const worker = createRoutingWorker({
    store,
    clock,
    tell: (notices) => told.push(...notices),
    onFailure: (_task, error) => failures.push(error),
  });
  worker.start();
  return worker;
}

beforeEach(() => {
  clock = new ManualClock();
  store = new SteppedStore();
  told = [];
  failures = [];
});

describe('the routing worker', () => {
  it('R10 assigns whoever waits when it is woken, and tells', async () => {
    const worker = startWorker();
    await worker.idle();
    store.queue = ['c1', 'c2'];
    worker.wake();
    await worker.idle();
    expect(store.assigned).toEqual(['c1', 'c2']);
    expect(told.map((notice) => notice.tell)).toEqual(['entries', 'inbox', 'entries', 'inbox']);
    await worker.stop();
  });

  it('R10 a wake at any moment of a look is not lost', async () => {
    // A newcomer arrives N turns after the look has read an empty queue; without any safety look.
    for (let turns = 0; turns < 12; turns += 1) {
      store = new SteppedStore();
      const worker = startWorker();
      const arrival = (async () => {
        for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
        store.queue.push('c1');
        worker.wake();
      })();
      await arrival;
      await worker.idle();
      expect(store.assigned, `after ${turns} turns`).toEqual(['c1']);
      await worker.stop();
    }
  });

  it('R10 a wake between the snapshot and its answer makes another look', async () => {
    const worker = startWorker();
    await worker.idle();
    store.afterRead = () => {
      store.afterRead = () => {};
      store.queue.push('late');
      worker.wake();
    };
    worker.wake();
    await worker.idle();
    expect(store.assigned).toEqual(['late']);
    await worker.stop();
  });

  it('R10 many wakes make one look and one more', async () => {
    const worker = startWorker();
    await worker.idle();
    store.reads = 0;
    let release = () => {};
    store.beforeRead = () =>
      new Promise<void>((resolve) => {
        release = resolve;
        store.beforeRead = () => {};
      });
    worker.wake();
    await settle();
    for (let count = 0; count < 100; count += 1) worker.wake();
    release();
    await worker.idle();
    expect(store.reads).toBe(2);
    await worker.stop();
  });

  it('R11 looks by itself when nobody woke it', async () => {
    const worker = startWorker();
    await worker.idle();
    store.queue = ['c1'];
    await clock.advance(ROUTING_INTERVAL_MS - 1);
    expect(store.assigned).toEqual([]);
    await clock.advance(1);
    await worker.idle();
    expect(store.assigned).toEqual(['c1']);
    await worker.stop();
  });

  it('R11 a failing store is reported, and the next look goes on', async () => {
    const worker = startWorker();
    await worker.idle();
    store.queue = ['c1'];
    store.beforeRead = () => {
      store.beforeRead = () => {};
      throw new Error('locked');
    };
    worker.wake();
    await worker.idle();
    expect(failures).toEqual([new Error('locked')]);
    await clock.advance(ROUTING_INTERVAL_MS);
    await worker.idle();
    expect(store.assigned).toEqual(['c1']);
    await worker.stop();
  });

  it('R11 one write that fails does not keep the told ones back', async () => {
    store.queue = ['c1', 'c2', 'c3'];
    store.answer = (input) => {
      if (input.conversationId === 'c2') throw new Error('full disk');
      return store.take(input);
    };
    const worker = startWorker();
    await worker.idle();
    expect(store.assigned).toEqual(['c1', 'c3']);
    expect(told.filter((notice) => notice.tell === 'entries')).toHaveLength(2);
    expect(failures).toHaveLength(1);
    await worker.stop();
  });

  it('R11 gives up after some rounds in which others were always faster', async () => {
    store.queue = ['c1'];
    store.answer = () => ({ result: 'stale' });
    const worker = startWorker();
    await worker.idle();
    expect(store.reads).toBe(ROUTING_FRUITLESS_ROUNDS_MAX);
    await worker.stop();
  });

  it('R1 reads again after "full", and takes what is possible then', async () => {
    store.queue = ['c1', 'c2'];
    let refusals = 2;
    store.answer = (input) => (refusals-- > 0 ? { result: 'full' } : store.take(input));
    const worker = startWorker();
    await worker.idle();
    expect(store.assigned).toEqual(['c1', 'c2']);
    await worker.stop();
  });

  it('R11 start and stop may come twice; after a stop nothing waits and nothing is assigned', async () => {
    const worker = startWorker();
    worker.start();
    await worker.idle();
    await worker.stop();
    await worker.stop();
    expect(clock.waiting).toBe(0);
    store.queue = ['c1'];
    worker.wake();
    await clock.advance(10 * ROUTING_INTERVAL_MS);
    expect(store.assigned).toEqual([]);
    worker.start();
    await worker.idle();
    expect(store.assigned).toEqual(['c1']);
    await worker.stop();
    expect(clock.waiting).toBe(0);
  });
});
