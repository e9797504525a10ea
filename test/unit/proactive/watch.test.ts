import { beforeEach, expect, test } from 'vitest';
import type { ProactiveTold } from '../../../protocol/wire/proactive.ts';
import { type BubbleActs, type ChatSeen, createWatch, type Watch } from '../../../widget/proactive/watch.ts';
import { NOW, rule, told } from './rules.ts';

/** A page, its chat and its storage, turned by hand. */
let now: number;
let path: string;
let visible: boolean;
let typing: boolean;
let scrolled: number;
let chat: { isFree: boolean; isOpen: boolean; calls: unknown[][] } | null;
let stored: string | null;
let writes: number;
let shown: { key: string; acts: BubbleActs }[];
let opened: string[];
let watch: Watch;

beforeEach(() => {
  now = NOW;
  path = '/products/mug';
  [visible, typing, scrolled, writes] = [true, false, 0, 0];
  chat = { isFree: true, isOpen: false, calls: [] };
  stored = null;
  [shown, opened] = [[], []];
});

function look(rules: ProactiveTold): void {
  watch = createWatch({
    told: rules,
    now: () => now,
    address: () => {
      const { origin, pathname, search, hash } = new URL(path, 'https://shop.example');
      return { origin, path: pathname, search, hash };
    },
    language: () => 'en',
    isVisible: () => visible,
    isBusy: () => typing,
    scrolledPercent: () => scrolled,
    chat: () => chat as ChatSeen | null,
    hasChatted: () => false,
    stays: false,
    keep: {
      read: () => stored,
      write(text) {
        stored = text;
        writes += 1;
      },
    },
    show({ key }, acts) {
      const one = { key, acts };
      shown.push(one);
      return () => {
        shown = shown.filter((other) => other !== one);
      };
    },
    open: ({ key }) => opened.push(key),
  });
}

function pass(seconds: number): boolean {
  let goesOn = true;
  for (let second = 0; second < seconds; second += 1) {
    now += 1_000;
    goesOn = watch.tick(1_000);
  }
  return goesOn;
}
const keys = () => shown.map(({ key }) => key);
const acts = () => shown[0]?.acts as BubbleActs;
const soon = (key: string, more = {}) => rule({ afterMs: 5_000 }, { key, ...more });

test('X4 strict: nothing is written before she acts, however long she looks', () => {
  look(told([soon('a')], { privacy: 'strict' }));
  pass(60);
  expect(keys()).toEqual(['a']);
  expect(writes).toBe(0);
  acts().dismiss();
  expect(keys()).toEqual([]);
  expect(stored).toBe('1|0|0|0|0||a:0:1');
});

test('X5 dismissed for good: not on the next page, and a press counts as well', () => {
  look(told([soon('a'), soon('b')], { privacy: 'strict', visitMax: 20 }));
  pass(6);
  acts().dismiss();
  look(told([soon('a'), soon('b')], { privacy: 'strict' }));
  pass(6);
  expect(keys()).toEqual(['b']);
  acts().press();
  expect(opened).toEqual(['b']);
  look(told([soon('a'), soon('b')], { privacy: 'strict' }));
  expect(pass(6)).toBe(false);
  expect(keys()).toEqual([]);
});

test('X5 no more of them: all are silent, also in a tab that was open already', () => {
  look(told([soon('a'), soon('b')], { privacy: 'strict', visitMax: 20 }));
  const here = watch;
  look(told([soon('b')], { privacy: 'strict' }));
  pass(6);
  acts().silence();
  watch = here;
  expect(pass(20)).toBe(false);
  expect(keys()).toEqual([]);
});

test.each<[string, (acts: BubbleActs) => void]>([
  ['this one', (acts) => acts.dismiss()],
  ['all of them', (acts) => acts.silence()],
])('X5 %s put away in another tab goes here too, where it is shown', (_what, decide) => {
  const open = () => {
    look(told([soon('a')], { privacy: 'strict' }));
    pass(6);
    return { tab: watch, acts: (shown.at(-1) as { acts: BubbleActs }).acts };
  };
  const here = open();
  const there = open();
  expect(keys()).toEqual(['a', 'a']);
  decide(there.acts);
  expect(keys()).toEqual(['a']);
  watch = here.tab;
  pass(1);
  expect(keys()).toEqual([]);
});

test('X4 X5 counted: what was shown counts on the next page; visits are counted', () => {
  const rules = told([soon('a'), rule({ visitsMin: 2 }, { key: 'again' })], { visitMax: 1 });
  look(rules);
  pass(6);
  expect(keys()).toEqual(['a']);
  shown = [];
  look(rules);
  pass(10);
  expect(keys()).toEqual([]);
  now += 31 * 60_000;
  look(rules);
  pass(6);
  expect(keys()).toEqual(['again']);
});

test('X7 never two at once', () => {
  look(told([soon('a'), soon('b')]));
  pass(30);
  expect(keys()).toEqual(['a']);
  acts().dismiss();
  pass(1);
  expect(keys()).toEqual(['b']);
});

const free = () => ({ isFree: true, isOpen: false, calls: [] });
const chatIs = (next: typeof chat) => () => {
  chat = next;
};
const typingIs = (next: boolean) => () => {
  typing = next;
};
test.each<[string, () => void, () => void]>([
  ['the chat has not come', chatIs(null), chatIs(free())],
  ['it is in use or hidden', chatIs({ ...free(), isFree: false }), chatIs(free())],
  ['she writes into the page', typingIs(true), typingIs(false)],
])('X7 not while %s', (_name, begin, end) => {
  look(told([soon('a')]));
  begin();
  pass(20);
  expect(keys()).toEqual([]);
  end();
  pass(1);
  expect(keys()).toEqual(['a']);
});

test('X7 a message goes with its bell, and when a chat began elsewhere', () => {
  look(told([soon('a')]));
  pass(6);
  expect(keys()).toEqual(['a']);
  chat = { ...free(), isFree: false };
  pass(1);
  expect(keys()).toEqual([]);
});

test('X7 a page that nobody sees does not grow older; one that slept neither', () => {
  look(told([soon('a')]));
  visible = false;
  pass(60);
  visible = true;
  watch.tick(60_000);
  expect(keys()).toEqual([]);
  pass(3);
  expect(keys()).toEqual(['a']);
});

test('X7 whoever opened the chat on this page is left alone', () => {
  look(told([soon('a'), soon('b')]));
  pass(6);
  watch.opened();
  expect(keys()).toEqual([]);
  expect(pass(30)).toBe(false);
  expect(keys()).toEqual([]);
});

test('X3 another address is another page: time begins again, and a bubble goes that is not for it', () => {
  look(told([rule({ pages: ['/products/*'], afterMs: 5_000 }, { key: 'a', timesMax: 9 })], { visitMax: 9 }));
  pass(4);
  path = '/products/bowl';
  pass(4);
  expect(keys()).toEqual([]);
  path = '/products/bowl#more';
  pass(2);
  expect(keys()).toEqual(['a']);
  path = '/about';
  pass(1);
  expect(keys()).toEqual([]);
});

test('X3 leaving counts at that moment only; a script’s error until the page changes', () => {
  const leaving = rule({ leaving: true }, { key: 'leaving' });
  const failed = rule({ scriptError: true }, { key: 'failed' });
  look(told([leaving, failed]));
  watch.leave();
  pass(5);
  expect(keys()).toEqual([]);
  watch.leave();
  expect(keys()).toEqual(['leaving']);
  acts().dismiss();
  watch.fail();
  pass(1);
  expect(keys()).toEqual(['failed']);
});

test('X3 what happens right after the address changed is of the new page, before the next look at it', () => {
  look(
    told([rule({ pages: ['/b*'], scriptError: true }, { key: 'failed' }), rule({ leaving: true }, { key: 'leaving' })]),
  );
  pass(10);
  path = '/b';
  // A page that cannot draw itself, and a pointer that is on its way out at once: nobody is met at the door.
  watch.fail();
  watch.leave();
  expect(keys()).toEqual([]);
  pass(3);
  expect(keys()).toEqual(['failed']);
});

test('X3 X6 what is tracked on the new page counts there, also where the pointer leaves before the next look', () => {
  look(told([rule({ pages: ['/b*'], event: 'seen', afterMs: 5_000 }, { key: 'seen' })]));
  pass(10);
  path = '/b';
  chat?.calls.push(['track', 'seen']);
  watch.leave();
  pass(5);
  expect(keys()).toEqual(['seen']);
});

test('X3 how far down the page before was left is not the way of the next one', () => {
  look(told([rule({ pages: ['/b*'], scrolledPercent: 60 }, { key: 'down' })]));
  scrolled = 80;
  pass(5);
  path = '/b';
  pass(1);
  scrolled = 0;
  pass(10);
  expect(keys()).toEqual([]);
  scrolled = 70;
  pass(1);
  expect(keys()).toEqual(['down']);
});

test('X6 what the page said to the chat, before and after', () => {
  chat?.calls.push(['track', 'cart', { value: 80 }]);
  look(told([rule({ cart: { from: 50, below: null } }, { key: 'cart' }), rule({ event: 'seen' }, { key: 'seen' })]));
  pass(4);
  expect(keys()).toEqual(['cart']);
  acts().dismiss();
  chat?.calls.push(['track', 'seen']);
  pass(1);
  expect(keys()).toEqual(['seen']);
});

test('X3 the furthest way down counts', () => {
  look(told([rule({ scrolledPercent: 60 }, { key: 'down' })]));
  scrolled = 70;
  pass(1);
  scrolled = 0;
  pass(3);
  expect(keys()).toEqual(['down']);
});
