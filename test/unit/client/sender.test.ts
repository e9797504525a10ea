import { beforeEach, describe, expect, test } from 'vitest';
import { nextOutgoing, type Outbox, type Outgoing } from '../../../protocol/client/outbox.ts';
import { type OutboxKeep, Sender, type Stored } from '../../../protocol/client/sender.ts';
import { type Answer, refusal, success } from '../../../protocol/wire/errors.ts';
import { OUTBOX_MESSAGES_MAX } from '../../../protocol/wire/limits.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';

/** One browser's storage, seen by several tabs. */
class SharedKeep {
  readonly items = new Map<string, Outgoing>();
  readonly #tabs = new Set<() => void>();

  tab(): OutboxKeep {
    let own: (() => void) | undefined;
    const tellOthers = () => {
      for (const tab of this.#tabs) if (tab !== own) tab();
    };
    return {
      load: () => [...this.items.values()],
      put: (item) => {
        this.items.set(item.clientId, item);
        tellOthers();
      },
      remove: (clientId) => {
        this.items.delete(clientId);
        tellOthers();
      },
      listen: (changed) => {
        own = changed;
        this.#tabs.add(changed);
        return () => this.#tabs.delete(changed);
      },
    };
  }
}

type Post = { item: Outgoing; answer(value: Answer<Stored>): Promise<void> };

function openTab(clock: ManualClock, keep: SharedKeep) {
  const posts: Post[] = [];
  const stored: string[] = [];
  const held: (string | null)[] = [];
  let outbox: Outbox = [];
  const sender = new Sender({
    clock,
    keep: keep.tab(),
    post: (item) =>
      new Promise((resolve) => {
        posts.push({
          item,
          answer: async (value) => {
            resolve(value);
            await settle();
          },
        });
      }),
    onChange: (list) => {
      outbox = list;
    },
    onStored: (item) => stored.push(item.clientId),
    onHeld: (error) => held.push(error),
  });
  return { sender, posts, stored, held, outbox: () => outbox };
}

function message(clientId: string, queuedAt: number, conversationId: string | null = 'c1'): Outgoing {
  return { clientId, conversationId, body: `text of ${clientId}`, state: 'pending', queuedAt };
}

const at = (seq: number): Answer<Stored> => success({ seq, at: 1, conversationId: 'c1' });

let clock: ManualClock;
let keep: SharedKeep;
beforeEach(() => {
  clock = new ManualClock();
  keep = new SharedKeep();
});

describe('P1 the outbox', () => {
  test('P1 sends one at a time in order, and only after the answer the next', async () => {
    const tab = openTab(clock, keep);
    tab.sender.resume();
    tab.sender.add(message('m1', 1));
    tab.sender.add(message('m2', 2));
    expect(tab.posts.map((post) => post.item.clientId)).toEqual(['m1']);
    await tab.posts[0]?.answer(at(2));
    expect(tab.posts.map((post) => post.item.clientId)).toEqual(['m1', 'm2']);
    await tab.posts[1]?.answer(at(3));
    expect(tab.stored).toEqual(['m1', 'm2']);
    expect(keep.items.size).toBe(0);
  });

  test('P1 keeps a message through a reload and sends it with the same client id', () => {
    const before = openTab(clock, keep);
    before.sender.add(message('m1', 1));
    before.sender.dispose();
    const after = openTab(clock, keep);
    after.sender.resume();
    expect(after.posts.map((post) => post.item.clientId)).toEqual(['m1']);
  });

  test('P1 repeats after `unavailable`, waiting as long as the relay asks', async () => {
    const tab = openTab(clock, keep);
    tab.sender.resume();
    tab.sender.add(message('m1', 1));
    await tab.posts[0]?.answer(refusal('rate_limited', { retryAfterMs: 700 }));
    expect(tab.held).toEqual(['rate_limited']);
    await clock.advance(699);
    expect(tab.posts).toHaveLength(1);
    await clock.advance(1);
    expect(tab.posts).toHaveLength(2);
    await tab.posts[1]?.answer(at(2));
    expect(tab.held).toEqual(['rate_limited', null]);
    expect(tab.outbox()).toEqual([]);
  });

  test('P1 leaves to the person what no repeat can cure, and lets the rest go on', async () => {
    const tab = openTab(clock, keep);
    tab.sender.resume();
    tab.sender.add(message('m1', 1));
    tab.sender.add(message('m2', 2));
    await tab.posts[0]?.answer(refusal('conversation_closed'));
    expect(tab.outbox().map((item) => [item.clientId, item.state, item.error])).toEqual([
      ['m1', 'failed', 'conversation_closed'],
      ['m2', 'pending', undefined],
    ]);
    expect(tab.posts[1]?.item.clientId).toBe('m2');
    await tab.posts[1]?.answer(at(2));
    tab.sender.retry('m1', null);
    expect(tab.posts[2]?.item).toMatchObject({ clientId: 'm1', conversationId: null, state: 'pending' });
  });

  test('P1 what was written while the conversation was being opened goes into that conversation', async () => {
    const tab = openTab(clock, keep);
    tab.sender.resume();
    tab.sender.add(message('m1', 1, null));
    tab.sender.add(message('m2', 2, null));
    expect(tab.posts).toHaveLength(1);
    await tab.posts[0]?.answer(success({ seq: 2, at: 1, conversationId: 'c9' }));
    expect(tab.posts[1]?.item).toMatchObject({ clientId: 'm2', conversationId: 'c9' });
  });

  test('P4 one that opens a conversation waits for all before it, and all after it wait (flow seed 106)', () => {
    const ids = (outbox: Outgoing[], underWay: string[] = []) =>
      nextOutgoing(outbox, new Set(underWay)).map((item) => item.clientId);
    const [opening, known, other] = [message('m1', 1, null), message('m2', 2, 'c1'), message('m3', 3, 'c2')];
    expect(ids([opening, known, other])).toEqual(['m1']);
    expect(ids([opening, known, other], ['m1'])).toEqual([]);
    expect(ids([known, opening, other])).toEqual(['m2']);
    expect(ids([known, other])).toEqual(['m2', 'm3']);
    expect(ids([{ ...opening, state: 'failed' }, known])).toEqual(['m2']);
  });

  test('P1 pauses while the link is down and goes on after', async () => {
    const tab = openTab(clock, keep);
    tab.sender.add(message('m1', 1));
    expect(tab.posts).toHaveLength(0);
    tab.sender.resume();
    expect(tab.posts).toHaveLength(1);
    tab.sender.pause();
    await tab.posts[0]?.answer(refusal('unavailable'));
    await clock.advance(60_000);
    expect(tab.posts).toHaveLength(1);
    tab.sender.resume();
    expect(tab.posts).toHaveLength(2);
  });

  test('P1 takes OUTBOX_MESSAGES_MAX and refuses one more, keeping the text with the person', () => {
    const tab = openTab(clock, keep);
    for (let n = 1; n <= OUTBOX_MESSAGES_MAX; n += 1) expect(tab.sender.add(message(`m${n}`, n))).toBe(true);
    expect(tab.sender.add(message('one-more', 1_000))).toBe(false);
    expect(keep.items.has('one-more')).toBe(false);
  });
});

describe('P8 several tabs', () => {
  test('P8 a message written in one tab is sent by that tab alone', async () => {
    const one = openTab(clock, keep);
    const two = openTab(clock, keep);
    one.sender.resume();
    two.sender.resume();
    one.sender.add(message('m1', 1));
    expect(two.outbox().map((item) => item.clientId)).toEqual(['m1']);
    await clock.advance(2_000);
    expect([one.posts.length, two.posts.length]).toEqual([1, 0]);
    await one.posts[0]?.answer(at(2));
    await clock.advance(10_000);
    expect(two.posts).toHaveLength(0);
    expect(two.outbox()).toEqual([]);
  });

  test('P8 a tab takes over what a tab that is gone has left, in order', async () => {
    const one = openTab(clock, keep);
    const two = openTab(clock, keep);
    two.sender.resume();
    one.sender.add(message('m1', 1));
    one.sender.dispose();
    two.sender.add(message('m2', 2));
    expect(two.posts).toHaveLength(0);
    await clock.advance(5_000);
    expect(two.posts.map((post) => post.item.clientId)).toEqual(['m1']);
    await two.posts[0]?.answer(at(2));
    expect(two.posts.map((post) => post.item.clientId)).toEqual(['m1', 'm2']);
  });
});
