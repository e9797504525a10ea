import type { ProactiveTold } from '../../protocol/wire/proactive.ts';
import type { Address } from './address.ts';
import { choose, isOn, type Rule } from './choose.ts';
import { createMemory, type Keep } from './memory.ts';
import { type Call, hearCalls, type PageSaid } from './page-said.ts';
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
  /** The visitor writes something on the page, or is asked something by it. */
  isBusy(): boolean;
  scrolledPercent(): number;
  chat(): ChatSeen | null;
  /** This visitor chatted here before. */
  hasChatted(): boolean;
  keep: Keep;
  /** The answer takes it away. */
  show(rule: Rule, acts: BubbleActs): () => void;
  /** There is more to do here than to show messages. */
  stays: boolean;
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
  /** Somebody of the team asks her to talk (J10): shown as soon as it bothers nobody. */
  invite(invited: { id: string; text: string }, report: Report): void;
  said: PageSaid;
}

type Report = (id: string, state: 'seen' | 'dismissed' | 'accepted') => void;

/** An invitation waits for nothing. */
const ANY = { pages: [], notPages: [] } as unknown as Rule['when'];

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
  let invited: Invite | null = null;
  const presentInvite = (invite: Invite) => {
    invited = null;
    hide();
    shown = { rule: invite.rule, remove: showInvite(ports, invite, { opened, hide, silence: memory.silence }) };
    invite.report(invite.rule.key, 'seen');
  };
  const look = (leaving: boolean) => {
    const chat = ports.chat();
    if (!chat) return;
    last = hearCalls(chat.calls, last, page.arrive());
    if (chat.isOpen) opened();
    // Its bell went, or a chat began in another tab, or it was put away there (X5).
    if (!chat.isFree || (shown && memory.isOver(shown.rule.key))) hide();
    const isCalm = chat.isFree && ports.isVisible() && !ports.isBusy();
    if (invited && isCalm && !chat.isOpen) presentInvite(invited);
    if (shown || acted || !isCalm) return;
    const kept = memory.refresh();
    const rule = choose(told, { ...page.moment(), ...momentOf(ports, page.said, kept.visits), leaving }, kept);
    if (rule) present(rule);
  };

  return {
    tick(ms) {
      const address = page.pass(ms);
      if (address && shown && !isOn(shown.rule.when, address)) hide();
      look(false);
      return ports.stays || shown !== null || (!acted && memory.isAnyLeft());
    },
    leave: () => look(true),
    fail: page.fail,
    opened,
    said: page.said,
    invite({ id, text }, report) {
      // X5: who wants none of these gets none.
      if (memory.isSilent()) return report(id, 'dismissed');
      invited = { rule: { key: id, text, timesMax: 1, when: ANY }, report };
      look(false);
    },
  };
}

interface Invite {
  rule: Rule;
  report: Report;
}

/** J10: whatever she does with it, the agent hears of it. The answer takes it away. */
function showInvite(
  ports: WatchPorts,
  { rule, report }: Invite,
  acts: { opened(): void; hide(): void; silence(): void },
): () => void {
  const end = (state: 'dismissed' | 'accepted', act?: () => void) => () => {
    act?.();
    acts.hide();
    report(rule.key, state);
  };
  const press = end('accepted', () => {
    acts.opened();
    ports.open(rule);
  });
  return ports.show(rule, { press, dismiss: end('dismissed'), silence: end('dismissed', acts.silence) });
}

/** What the page itself does not know of the moment. */
function momentOf(ports: WatchPorts, said: PageSaid, visits: number | null) {
  return {
    ...{ now: ports.now(), language: ports.language() },
    returning: said.returning || ports.hasChatted(),
    visits: ports.told.privacy === 'counted' ? visits : null,
  };
}
