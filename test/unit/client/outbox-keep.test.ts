import { beforeEach, describe, expect, test } from 'vitest';
import type { Outgoing } from '../../../protocol/client/outbox.ts';
import { type Ahead, createOutboxKeep } from '../../../protocol/client/outbox-keep.ts';
import { FakeStore } from '../../support/fake-outbox.ts';
import { ManualClock, settle } from '../../support/manual-clock.ts';

/** localStorage, seen by several tabs. */
class FakeAhead {
  readonly texts = new Map<string, string>();
  readonly #tabs = new Set<() => void>();

  tab(): Ahead {
    let own: (() => void) | undefined;
    return {
      ids: () => [...this.texts.keys()],
      read: (id) => this.texts.get(id) ?? null,
      write: (id, text) => {
        if (text === null) this.texts.delete(id);
        else this.texts.set(id, text);
        for (const tab of this.#tabs) if (tab !== own) tab();
      },
      listen: (changed) => {
        own = changed;
        this.#tabs.add(changed);
        return () => this.#tabs.delete(changed);
      },
    };
  }
}

let store: FakeStore<Outgoing>;
let ahead: FakeAhead;
let clock: ManualClock;
beforeEach(() => {
  store = new FakeStore();
  ahead = new FakeAhead();
  clock = new ManualClock();
});

function openTab() {
  const keep = createOutboxKeep({ store, ahead: ahead.tab(), clock });
  let told = 0;
  keep.listen(() => {
    told += 1;
  });
  keep.open();
  return { keep, told: () => told, ids: () => keep.load().map((item) => item.clientId) };
}

const item = (clientId: string, more: Partial<Outgoing> = {}): Outgoing => ({
  clientId,
  conversationId: 'c1',
  body: `text of ${clientId}`,
  state: 'pending',
  queuedAt: 1,
  ...more,
});

describe('W8 where unsent messages are kept', () => {
  test('W8 a message is written ahead in the same turn, and taken from there when the database has it', async () => {
    const tab = openTab();
    await settle();
    tab.keep.put(item('m1'));
    expect([...ahead.texts.keys()]).toEqual(['m1']);
    await settle();
    expect([ahead.texts.size, [...store.items.keys()]]).toEqual([0, ['m1']]);
    tab.keep.remove('m1');
    expect(tab.ids()).toEqual([]);
    await settle();
    expect([ahead.texts.size, store.items.size]).toEqual([0, 0]);
  });

  test('W8 nothing is opened, read or written before the visitor acts', async () => {
    const touched: string[] = [];
    const watched = new Proxy(store, {
      get(target, name) {
        touched.push(String(name));
        return Reflect.get(target, name);
      },
    });
    const keep = createOutboxKeep({ store: watched, ahead: ahead.tab(), clock });
    await settle();
    expect([touched, keep.isOpen(), ahead.texts.size, clock.waiting]).toEqual([[], false, 0, 0]);
  });

  test('W8 a tab that dies in the turn of Enter has written: the next one sees it at once, and moves it', async () => {
    store.hangs = true;
    const dying = openTab();
    dying.keep.put(item('m1'));
    store.hangs = false;
    const next = openTab();
    expect(next.ids()).toEqual(['m1']);
    await settle();
    expect([ahead.texts.size, [...store.items.keys()]]).toEqual([0, ['m1']]);
  });

  test('W8 what an earlier version kept in localStorage is taken over once', async () => {
    ahead.texts.set('old', JSON.stringify(item('old')));
    const tab = openTab();
    await settle();
    expect([tab.ids(), ahead.texts.size, [...store.items.keys()]]).toEqual([['old'], 0, ['old']]);
  });

  test('W8 a message that was taken away does not come back with the database’s older word', async () => {
    const tab = openTab();
    await settle();
    tab.keep.put(item('m1'));
    await settle();
    store.hangs = true;
    tab.keep.remove('m1');
    store.hangs = false;
    const next = openTab();
    expect(next.ids()).toEqual([]);
    await settle();
    expect([next.ids(), store.items.size, ahead.texts.size]).toEqual([[], 0, 0]);
  });

  test('W8 without a database it stays where it was written first, and tabs share it', async () => {
    store.deny = true;
    const one = openTab();
    const two = openTab();
    await settle();
    expect([one.keep.isOpen(), two.keep.isOpen()]).toEqual([true, true]);
    one.keep.put(item('m1'));
    await settle();
    expect(two.ids()).toEqual(['m1']);
    expect(openTab().ids()).toEqual(['m1']);
    two.keep.remove('m1');
    await settle();
    expect([one.ids(), ahead.texts.size]).toEqual([[], 0]);
  });

  test('W8 a database that never answers is not waited for longer than 2 s', async () => {
    store.hangs = true;
    const tab = openTab();
    await clock.advance(1_999);
    expect(tab.keep.isOpen()).toBe(false);
    await clock.advance(1);
    expect([tab.keep.isOpen(), tab.told() > 0]).toEqual([true, true]);
  });

  test('P8 each tab hears what another one wrote, changed and took away', async () => {
    const one = openTab();
    const two = openTab();
    await settle();
    one.keep.put(item('m1'));
    await settle();
    expect(two.ids()).toEqual(['m1']);
    two.keep.put(item('m1', { state: 'failed' }));
    await settle();
    expect(one.keep.load()[0]?.state).toBe('failed');
    one.keep.remove('m1');
    await settle();
    expect([one.ids(), two.ids()]).toEqual([[], []]);
  });

  test('W8 what is written while the database is being read is not lost from sight', async () => {
    store.items.set('old', item('old'));
    const tab = openTab();
    tab.keep.put(item('m1'));
    await settle();
    expect(tab.ids()).toEqual(['old', 'm1']);
    expect(ahead.texts.size).toBe(0);
  });

  test('W8 rubbish in the database or ahead of it is not a message', async () => {
    store.items.set('x', { clientId: 'x' } as Outgoing);
    ahead.texts.set('y', '{"clientId":1}');
    const tab = openTab();
    await settle();
    expect(tab.ids()).toEqual([]);
  });
});
