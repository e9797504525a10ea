import { beforeEach, describe, expect, test } from 'vitest';
import { nextOutgoing, type Outbox, type Outgoing } from '../../../protocol/client/outbox.ts';
import type { OutboxKeep } from '../../../protocol/client/outbox-keep.ts';
import { Sender, type Stored, type Written } from '../../../protocol/client/sender.ts';
import type { Random } from '../../../protocol/kit/random.ts';
import { type Answer, refusal, success } from '../../../protocol/wire/errors.ts';
import { OUTBOX_MESSAGES_MAX, RESEND_DELAY_MS_MAX } from '../../../protocol/wire/limits.ts';
import { FakeLocks } from '../../support/fake-outbox.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';

/** One browser's storage, seen by several tabs. */
class SharedKeep {
  readonly items = new Map<string, Outgoing>();
  readonly locks = new FakeLocks();
  isOpen = true;
  readonly #tabs = new Set<() => void>();

  tab(): OutboxKeep {
    let own: (() => void) | undefined;
    const tellOthers = () => {
      for (const tab of this.#tabs) if (tab !== own) tab();
    };
    return {
      open: () => {},
      isOpen: () => this.isOpen,
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

function openTab(clock: ManualClock, keep: SharedKeep, random: Random = () => 0) {
  const posts: Post[] = [];
  const stored: string[] = [];
  const held: (string | null)[] = [];
  let outbox: Outbox = [];
  const sender = new Sender({
    clock,
    random,
    keep: keep.tab(),
    lead: keep.locks.lead(),
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

function message(clientId: string, conversationId: string | null = 'c1'): Written {
  return { clientId, conversationId, body: `text of ${clientId}` };
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
    tab.sender.add(message('m1'));
    tab.sender.add(message('m2'));
    expect(tab.posts.map((post) => post.item.clientId)).toEqual(['m1']);
    await tab.posts[0]?.answer(at(2));
    expect(tab.posts.map((post) => post.item.clientId)).toEqual(['m1', 'm2']);
    await tab.posts[1]?.answer(at(3));
    expect(tab.stored).toEqual(['m1', 'm2']);
    expect(keep.items.size).toBe(0);
  });

  test('P1 keeps a message through a reload and sends it with the same client id', () => {
    const before = openTab(clock, keep);
    before.sender.add(message('m1'));
    before.sender.dispose();
    const after = openTab(clock, keep);
    after.sender.resume();
    expect(after.posts.map((post) => post.item.clientId)).toEqual(['m1']);
  });

  test('P1 repeats after `unavailable`, waiting as long as the relay asks', async () => {
    const tab = openTab(clock, keep);
    tab.sender.resume();
    tab.sender.add(message('m1'));
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

  test('P10 however long the database was away, a message waits at most RESEND_DELAY_MS_MAX for its next try', async () => {
    const tab = openTab(clock, keep, () => 1);
    tab.sender.resume();
    tab.sender.add(message('m1'));
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      const asked = clock.now();
      await tab.posts[attempt - 1]?.answer(refusal('unavailable', { retryAfterMs: 1_000 }));
      while (tab.posts.length === attempt) await clock.advance(100);
      waits.push(clock.now() - asked);
    }
    expect(waits).toEqual([1_000, 2_000, ...Array(4).fill(RESEND_DELAY_MS_MAX)]);
  });

  test('P1 leaves to the person what no repeat can cure, and lets the rest go on', async () => {
    const tab = openTab(clock, keep);
    tab.sender.resume();
    tab.sender.add(message('m1'));
    tab.sender.add(message('m2'));
    await tab.posts[0]?.answer(refusal('conversation_closed'));
    expect(tab.outbox().map((item) => [item.clientId, item.state, item.error])).toEqual([
      ['m1', 'failed', 'conversation_closed'],
      ['m2', 'pending', undefined],
    ]);
    expect(tab.posts[1]?.item.clientId).toBe('m2');
    await tab.posts[1]?.answer(at(2));
    tab.sender.retry('m1', { conversationId: null });
    expect(tab.posts[2]?.item).toMatchObject({ clientId: 'm1', conversationId: null, state: 'pending' });
  });

  test('P1 what was written while the conversation was being opened goes into that conversation', async () => {
    const tab = openTab(clock, keep);
    tab.sender.resume();
    tab.sender.add(message('m1', null));
    tab.sender.add(message('m2', null));
    expect(tab.posts).toHaveLength(1);
    await tab.posts[0]?.answer(success({ seq: 2, at: 1, conversationId: 'c9' }));
    expect(tab.posts[1]?.item).toMatchObject({ clientId: 'm2', conversationId: 'c9' });
  });

  test('P4 one that opens a conversation waits for all before it, and all after it wait (flow seed 106)', () => {
    const ids = (outbox: Outgoing[], underWay: string[] = []) =>
      nextOutgoing(outbox, new Set(underWay)).map((item) => item.clientId);
    const pending = (written: Written): Outgoing => ({ ...written, state: 'pending', queuedAt: 0 });
    const [opening, known, other] = [message('m1', null), message('m2', 'c1'), message('m3', 'c2')].map(pending) as [
      Outgoing,
      Outgoing,
      Outgoing,
    ];
    expect(ids([opening, known, other])).toEqual(['m1']);
    expect(ids([opening, known, other], ['m1'])).toEqual([]);
    expect(ids([known, opening, other])).toEqual(['m2']);
    expect(ids([known, other])).toEqual(['m2', 'm3']);
    expect(ids([{ ...opening, state: 'failed' }, known])).toEqual(['m2']);
  });

  test('P1 pauses while the link is down and goes on after', async () => {
    const tab = openTab(clock, keep);
    tab.sender.add(message('m1'));
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
    for (let n = 1; n <= OUTBOX_MESSAGES_MAX; n += 1) expect(tab.sender.add(message(`m${n}`))).toBe(true);
    expect(tab.sender.add(message('one-more'))).toBe(false);
    expect(keep.items.has('one-more')).toBe(false);
  });
});

describe('P8 several tabs', () => {
  test('P8 one tab sends what is written in either, and the other watches', async () => {
    const one = openTab(clock, keep);
    const two = openTab(clock, keep);
    one.sender.resume();
    two.sender.resume();
    two.sender.add(message('m1'));
    one.sender.add(message('m2'));
    expect(one.outbox().map((item) => item.clientId)).toEqual(['m1', 'm2']);
    expect(two.outbox()).toEqual(one.outbox());
    expect([one.posts.map((post) => post.item.clientId), two.posts]).toEqual([['m1'], []]);
    await one.posts[0]?.answer(at(2));
    await one.posts[1]?.answer(at(3));
    expect([one.outbox(), two.outbox(), two.posts]).toEqual([[], [], []]);
  });

  test('P8 when the tab that sends is closed or offline, the next one goes on at once, in order', async () => {
    const one = openTab(clock, keep);
    const two = openTab(clock, keep);
    one.sender.resume();
    two.sender.resume();
    one.sender.add(message('m1'));
    two.sender.add(message('m2'));
    one.sender.dispose();
    expect(two.posts.map((post) => post.item.clientId)).toEqual(['m1']);
    await two.posts[0]?.answer(at(2));
    expect(two.posts.map((post) => post.item.clientId)).toEqual(['m1', 'm2']);
  });

  test('P8 a tab that leads and hangs is passed over within 2 s, and nothing is sent while it lives', async () => {
    const one = openTab(clock, keep);
    const two = openTab(clock, keep);
    one.sender.resume();
    two.sender.resume();
    for (const id of ['m1', 'm2', 'm3']) two.sender.add(message(id));
    await clock.advance(1_400);
    await one.posts[0]?.answer(at(2));
    await clock.advance(1_400);
    await one.posts[1]?.answer(at(3));
    expect(two.posts).toEqual([]);
    await clock.advance(1_999);
    expect(two.posts.map((post) => post.item.clientId)).toEqual(['m3']);
    // It was only slow: the relay knows the repeat, and both see that it is stored.
    await one.posts[2]?.answer(at(4));
    await two.posts[0]?.answer(at(4));
    await clock.advance(60_000);
    expect([one.posts.length, two.posts.length, one.outbox(), two.outbox()]).toEqual([3, 1, [], []]);
  });

  test('P1 nothing is sent before all that is kept has been read', () => {
    keep.isOpen = false;
    const tab = openTab(clock, keep);
    tab.sender.resume();
    tab.sender.add(message('m2'));
    expect(tab.posts).toEqual([]);
    keep.isOpen = true;
    keep.tab().put({ ...message('m1'), state: 'pending', queuedAt: 1 });
    expect(tab.posts.map((post) => post.item.clientId)).toEqual(['m1']);
  });

  test('P13 the order of writing is not the clock’s: it may be set back a day', async () => {
    const tab = openTab(clock, keep);
    tab.sender.add(message('m1'));
    const yesterday = new ManualClock(clock.now() - 86_400_000);
    const after = openTab(yesterday, keep);
    after.sender.add(message('m0'));
    expect(after.outbox().map((item) => item.clientId)).toEqual(['m1', 'm0']);
    expect(tab.outbox().map((item) => item.clientId)).toEqual(['m1', 'm0']);
  });

  test('P1 an id that names another text is given up: trying again takes a new one', async () => {
    const tab = openTab(clock, keep);
    tab.sender.resume();
    tab.sender.add(message('m1'));
    await tab.posts[0]?.answer(refusal('cid_conflict'));
    expect(tab.outbox()[0]).toMatchObject({ state: 'failed', error: 'cid_conflict' });
    tab.sender.retry('m1', { clientId: 'm9' });
    expect(tab.posts[1]?.item).toMatchObject({ clientId: 'm9', body: 'text of m1', state: 'pending' });
    expect([...keep.items.keys()]).toEqual(['m9']);
  });
});
