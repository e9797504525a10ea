import type { Cancel, Clock } from '../../../protocol/kit/clock.ts';
import type { AgentCard } from '../../../protocol/wire/model.ts';
import type { Invite, PresenceIn, PresenceOut, PresentVisitor } from '../../../protocol/wire/people.ts';
import {
  INVITE_KEPT_MS,
  INVITES_MAX,
  PRESENCE_AGAIN_MS,
  PRESENCE_FORGOTTEN_MS,
  PRESENCE_GONE_MS,
  PRESENCE_HOLD_MS,
  PRESENCE_MAX,
} from '../../../protocol/wire/people-limits.ts';
import type { Store } from '../../store/store.ts';

export type Present = Omit<PresentVisitor, 'siteName'>;

interface Held extends Present {
  /** Null: she is here. */
  goneAt: number | null;
  invites: number;
  /** She wants no more of these. */
  closed: boolean;
  /** Answers the question that waits. */
  answer: ((out: PresenceOut) => void) | null;
  ends: Cancel | null;
}

export interface Said extends Omit<PresenceIn, 'site'> {
  siteId: string;
  conversationId: string | null;
}

/**
 * Who is on a page now (J10): in memory, bounded, and forgotten a minute after the last word. Each page asks, and is answered
 * when there is something to tell or a while later; the end of the connection is the end of the visit.
 */
export class PresenceBook {
  readonly #clock: Clock;
  readonly #max: number;
  readonly #here = new Map<string, Held>();
  readonly #invites = new Map<string, { siteId: string; by: AgentCard; text: string; at: number }>();
  /** Moves with every change of the list. */
  version = 1;

  constructor(clock: Clock, max = PRESENCE_MAX) {
    this.#clock = clock;
    this.#max = max;
  }

  get size(): number {
    return this.#here.size;
  }

  /** Undefined: there is no room for one more. `done` is called once, when it is to be answered; the answer ends it early. */
  ask(said: Said, done: (out: PresenceOut) => void): ((aborted: boolean) => void) | undefined {
    const key = keyOf(said.siteId, said.key);
    const now = this.#clock.now();
    this.#forget(now);
    const known = this.#here.get(key);
    if (!known && this.#here.size >= this.#max) return undefined;
    const held = this.#moved(known, said, now);
    this.#here.set(key, held);
    // One question at a time: an older one of this tab is answered with nothing.
    known?.answer?.({});
    held.ends?.();
    const answer = (out: PresenceOut) => {
      if (held.answer !== answer) return;
      held.answer = null;
      hold();
      // The next question is on its way.
      this.#leaveIn(held, PRESENCE_AGAIN_MS);
      done(out);
    };
    held.answer = answer;
    const hold = this.#clock.after(PRESENCE_HOLD_MS, () => answer({}));
    if (held.invite?.state === 'sent') answer({ invite: { id: held.invite.id, text: held.invite.text } });
    return (aborted) => {
      if (!aborted || held.answer !== answer) return;
      held.answer = null;
      hold();
      this.#leaveIn(held, PRESENCE_GONE_MS);
    };
  }

  list(): Present[] {
    const here = [...this.#here.values()].filter(({ goneAt }) => goneAt === null);
    return here
      .sort((one, other) => one.since - other.since)
      .map(({ goneAt: _, invites: __, closed: ___, answer: ____, ends: _____, ...present }) => present);
  }

  invite(key: string, invite: Omit<Invite, 'state'>): 'sent' | 'gone' | 'too_many' | 'talks' {
    const held = [...this.#here.values()].find((one) => one.key === key && one.goneAt === null);
    if (!held) return 'gone';
    if (held.conversationId !== null) return 'talks';
    if (held.closed || held.invites >= INVITES_MAX) return 'too_many';
    held.invites += 1;
    held.invite = { ...invite, state: 'sent' };
    this.#invites.set(invite.id, { siteId: held.siteId, by: invite.by, text: invite.text, at: invite.at });
    this.version += 1;
    held.answer?.({ invite: { id: invite.id, text: invite.text } });
    return 'sent';
  }

  /** Who invited, and with which words; for the conversation that begins from it. */
  invitedBy(siteId: string, id: string): { by: AgentCard; text: string } | undefined {
    const found = this.#invites.get(id);
    return found?.siteId === siteId ? found : undefined;
  }

  #moved(known: Held | undefined, said: Said, now: number): Held {
    const { siteId, key, url, title, conversationId } = said;
    const was = known ?? {
      ...{ key, siteId, since: now, pageSince: now, url, title, invite: null, closed: false, invites: 0 },
      ...{ goneAt: null, answer: null, ends: null, language: null, returning: false, cart: null },
      conversationId,
    };
    const told = {
      ...{ url, title, conversationId, language: said.language ?? null },
      ...{ returning: said.returning ?? false, cart: said.cart ?? null, currency: said.currency },
    };
    const invite = this.#answered(was, said);
    const isSame =
      known?.goneAt === null && invite === was.invite && JSON.stringify(told) === JSON.stringify(pick(was, told));
    if (!isSame) this.version += 1;
    const pageSince = was.url === url ? was.pageSince : now;
    return Object.assign(was, told, { pageSince, goneAt: null, invite });
  }

  #answered(was: Pick<Held, 'invite'> & { closed: boolean }, { invite }: Said): Invite | null {
    if (!invite || was.invite?.id !== invite.id || was.invite.state === invite.state) return was.invite;
    if (invite.state === 'dismissed') was.closed = true;
    return { ...was.invite, state: invite.state };
  }

  #leaveIn(held: Held, ms: number): void {
    held.ends?.();
    held.ends = this.#clock.after(ms, () => {
      held.goneAt = this.#clock.now();
      this.version += 1;
    });
  }

  #forget(now: number): void {
    for (const [key, { goneAt }] of this.#here)
      if (goneAt !== null && now - goneAt > PRESENCE_FORGOTTEN_MS) this.#here.delete(key);
    for (const [id, { at }] of this.#invites) if (now - at > INVITE_KEPT_MS) this.#invites.delete(id);
  }
}

const keyOf = (siteId: string, key: string) => `${siteId} ${key}`;

function pick<T extends object>(from: object, like: T): unknown {
  return Object.fromEntries(Object.keys(like).map((name) => [name, (from as Record<string, unknown>)[name]]));
}

/** One for each store, so that two relays in one process (tests) never share it. */
const books = new WeakMap<Store, PresenceBook>();

export function presenceBookOf({ store, clock }: { store: Store; clock: Clock }): PresenceBook {
  let book = books.get(store);
  if (!book) {
    book = new PresenceBook(clock);
    books.set(store, book);
  }
  return book;
}
