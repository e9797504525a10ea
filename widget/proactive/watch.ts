import type { ProactiveTold } from '../../protocol/wire/proactive.ts';
import type { Address } from './address.ts';
import { choose, isOn, type Rule } from './choose.ts';
import { createMemory, type Keep } from './memory.ts';
import { type Call, hearCalls } from './page-said.ts';
import { createPageTime } from './page-time.ts';

/** What the chat on the page is doing; null: it has not come yet. */
export interface ChatSeen {
  /** It is here, its bell can be seen, and nobody uses it: a word is no bother. */
  isFree: boolean;
  isOpen: boolean;
  /** What the page said to it, as long as the panel has not taken it. */
  calls: ArrayLike<Call>;
}

export interface BubbleActs {
  press(): void;
  /** This one never again. */
  dismiss(): void;
  /** None ever again. */
  silence(): void;
}

export interface WatchPorts {
  told: ProactiveTold;
  now(): number;
  address(): Address;
  language(): string;
  isVisible(): boolean;
  /** The visitor writes something on the page. */
  isTyping(): boolean;
  scrolledPercent(): number;
  chat(): ChatSeen | null;
  /** This visitor chatted here before. */
  hasChatted(): boolean;
  keep: Keep;
  /** The answer takes it away. */
  show(rule: Rule, acts: BubbleActs): () => void;
  /** Opens the chat with what was said. */
  open(rule: Rule): void;
}

export interface Watch {
  /** So much time went by. False: there is nothing more to watch for. */
  tick(ms: number): boolean;
  leave(): void;
  fail(): void;
  /** The chat was opened. */
  opened(): void;
}

/** Looks at the page once in a while and shows what the owner's rules say, one at a time (X3, X7). */
export function createWatch(ports: WatchPorts): Watch {
  const { told } = ports;
  const memory = createMemory(told, ports.keep, ports.now);
  const page = createPageTime(ports);
  let last: Call | null = null;
  let shown: { rule: Rule; remove(): void } | null = null;
  /** Whoever opened the chat on this page knows where it is. */
  let acted = false;

  const hide = () => {
    shown?.remove();
    shown = null;
  };
  const opened = () => {
    acted = true;
    hide();
  };
  const present = (rule: Rule) => {
    memory.show(rule.key);
    const end = (decide: () => void) => {
      decide();
      hide();
    };
    const remove = ports.show(rule, {
      press() {
        acted = true;
        end(() => memory.putAway(rule.key));
        ports.open(rule);
      },
      dismiss: () => end(() => memory.putAway(rule.key)),
      silence: () => end(memory.silence),
    });
    shown = { rule, remove };
  };
  const look = (leaving: boolean) => {
    const chat = ports.chat();
    if (!chat) return;
    last = hearCalls(chat.calls, last, page.said);
    if (chat.isOpen) opened();
    if (shown || acted || !chat.isFree || !ports.isVisible() || ports.isTyping()) return;
    const kept = memory.refresh();
    const returning = page.said.returning || ports.hasChatted();
    const visits = told.privacy === 'counted' ? kept.visits : null;
    const moment = { ...page.moment(), now: ports.now(), language: ports.language(), leaving, returning, visits };
    const rule = choose(told, moment, kept);
    if (rule) present(rule);
  };

  return {
    tick(ms) {
      const address = page.pass(ms);
      if (address && shown && !isOn(shown.rule.when, address)) hide();
      look(false);
      return shown !== null || (!acted && memory.isAnyLeft());
    },
    leave: () => look(true),
    fail: page.fail,
    opened,
  };
}
