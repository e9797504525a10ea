import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { backoffMs } from '../../protocol/client/backoff.ts';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { Random } from '../../protocol/kit/random.ts';
import type { InboxPlace } from '../../protocol/wire/events.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';
import type { AgentConnection } from './agent-link.ts';
import { ClosedList } from './closed-list.ts';
import { HeldLines } from './held-lines.ts';
import { InboxIndex } from './inbox-index.ts';
import { type Line, orderOf } from './inbox-order.ts';
import { formatPlace, type ListPlace, WHOLE_LIST } from './list-place.ts';
import { type Listed, listedOf } from './listed.ts';

export interface InboxParts {
  connection: AgentConnection;
  clock: Clock;
  random: Random;
  meId: string;
  leads: boolean;
  /** The relay's time, moving each second. */
  now: ReadonlySignal<number>;
  /** One conversation moved. `before` is undefined where the list did not have it. Not called for a fresh list. */
  onMoved(before: ConversationSummary | undefined, after: ConversationSummary): void;
}

type Ids = ReadonlySet<string>;
const NONE: Ids = new Set();
const LONGEST_WAITS_MAX = 100;

/**
 * The agents' list, kept by position in the feed of changes (never by time): a list once, then what changed since.
 * A fact only says that there is more; one loop at a time asks for it. What stands in the list is the index's to know.
 */
export class Inbox {
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  /** What is held, under a new identity after each change. */
  readonly conversations;
  readonly place = signal<ListPlace>(WHOLE_LIST);
  readonly listed: ReadonlySignal<Listed>;
  /** What ended longer ago. */
  readonly closed: ClosedList;
  /** Who waits longest; also where the list shows something else (U10). */
  readonly longest: ReadonlySignal<ConversationSummary | undefined>;
  readonly mine: ReadonlySignal<ConversationSummary[]>;
  /** Somebody asks me, or it rings at me. */
  readonly asking: ReadonlySignal<ConversationSummary[]>;
  /** The visitors' unread messages in my conversations. */
  readonly unread = computed(() => this.mine.value.reduce((sum, summary) => sum + summary.unread, 0));
  /** More has happened than what stands in the list. */
  readonly behind = signal(false);
  readonly #parts: InboxParts;
  readonly #index: InboxIndex;
  #snoozed: Ids = NONE;
  #mentioned: Ids = NONE;
  #questioned: Ids = NONE;
  #epoch: string | null = null;
  /** Position held; null before the first list. */
  #change: number | null = null;
  /** A list under way: what was held before it, and the place up to which it has come; null when it is whole. */
  #before: ReadonlyMap<string, ConversationSummary> = new Map();
  #place: InboxPlace | null = null;
  #heard = 0;
  #running = false;
  /** Raised when everything held is dropped: answers to older questions are void. */
  #generation = 0;
  #attempt = 0;
  #retry: Cancel | null = null;

  constructor(parts: InboxParts) {
    this.#parts = parts;
    const index = new InboxIndex({
      ...parts,
      isSnoozed: (id) => this.#snoozed.has(id),
      isMentioned: (id) => this.#mentioned.has(id),
      isAsked: (id) => this.#questioned.has(id),
    });
    this.#index = index;
    this.closed = new ClosedList(parts.connection);
    this.conversations = signal(new HeldLines(index.lines));
    const of = (ids: Iterable<string>) => [...ids].flatMap((id) => index.lines.get(id)?.summary ?? []);
    this.mine = this.#after(() => of(index.mine));
    this.asking = this.#after(() => of(index.asking));
    this.longest = this.#after(() => index.waits[0]?.summary);
    this.listed = this.#after(() => {
      const { sort, filter } = this.place.value;
      const now = filter.minutes === undefined ? 0 : parts.now.value;
      return listedOf(index.shown(now), sort === 'waiting');
    });
  }

  find(conversationId: string): ConversationSummary | undefined {
    return this.conversations.value.get(conversationId) ?? this.closed.find(conversationId);
  }

  /** Those who wait longest, of those whom this agent can do something for: as many as one can keep in sight. */
  longestWaits(): ConversationSummary[] {
    return this.#index.waits.slice(0, LONGEST_WAITS_MAX).map(({ summary }) => summary);
  }

  /** All that is held, who waits longest first: O(n log n), for who asks once. */
  everything(): readonly Line[] {
    this.conversations.value;
    return [...this.#index.lines.values()].sort(orderOf('waiting'));
  }

  /** Another list, or the same with another filter or in another order. */
  show(place: ListPlace): void {
    if (formatPlace(place) === formatPlace(this.place.peek())) return;
    this.#index.show(place);
    this.place.value = place;
    this.#changed();
  }

  /** How many stand in a view, of a department (`department:ID`), or in a saved one, by its id. */
  tally(key: string): number {
    this.conversations.value;
    return this.#index.tally(key, this.#index.isTimed(key) ? this.#parts.now.value : 0);
  }

  /** The saved views, which are counted from now on. */
  count(places: ReadonlyMap<string, ListPlace>): void {
    this.#index.count(places);
    this.#changed();
  }

  /** What stands beside the list: what was put off, where somebody named me, and where somebody asks me. */
  listen(snoozed: ReadonlySignal<Ids>, mentioned?: ReadonlySignal<Ids>, asked?: ReadonlySignal<Ids>): () => void {
    return effect(() => {
      const [later, named, to] = [snoozed.value, mentioned?.value ?? NONE, asked?.value ?? NONE];
      untracked(() => this.#beside(later, named, to));
    });
  }

  /** The relay's position, by any fact. Another epoch is another database: nothing held belongs to it. */
  heard(change: number, epoch?: string): void {
    if (epoch !== undefined && epoch !== this.#epoch) {
      if (this.#epoch !== null) this.#drop();
      this.#epoch = epoch;
    }
    if (change > this.#heard) this.#heard = change;
    this.#compare();
    if (this.#change === null || this.#change < this.#heard) this.ask();
  }

  /** Asks now, also where an earlier try failed. */
  ask(): void {
    this.#retry?.();
    this.#retry = null;
    if (!this.#running) void this.#run();
  }

  dispose(): void {
    this.#generation += 1;
    this.#retry?.();
  }

  async #run(): Promise<void> {
    this.#running = true;
    let goOn = true;
    while (goOn) goOn = await this.#step();
    this.#running = false;
  }

  /** One question and its answer; true when another should follow at once. */
  async #step(): Promise<boolean> {
    const generation = this.#generation;
    const after = this.#place ? null : this.#change;
    const answer =
      after === null
        ? await this.#parts.connection.send('inbox:list', this.#place ? { after: this.#place } : {})
        : await this.#parts.connection.send('inbox:sync', { afterChange: after });
    if (generation !== this.#generation) return this.#change === null && this.#epoch !== null;
    if (!answer.ok) {
      this.#fail();
      return false;
    }
    this.#attempt = 0;
    const page = { reset: false, ...answer.value };
    if (page.reset) {
      this.#change = null;
      return true;
    }
    if (after === null) {
      this.#list(page);
      this.state.value = 'ready';
      return this.#place !== null || (this.#change ?? 0) < this.#heard;
    }
    this.#merge(page.conversations);
    this.#change = page.change;
    this.#compare();
    // Without progress the relay has nothing more for us now; asking on would spin.
    return page.change > after && (page.more || page.change < this.#heard);
  }

  /** What changes while further pages come has a later number than the first one, and is asked for after them. */
  #list(page: { conversations: ConversationSummary[]; change: number; more: boolean }): void {
    if (this.#place === null) {
      this.#before = new Map([...this.#index.lines].map(([id, { summary }]) => [id, summary]));
      this.#change = page.change;
      this.#index.clear();
    }
    this.#merge(page.conversations, this.#before);
    const last = page.conversations.findLast((summary) => summary.status !== 'closed');
    this.#place = page.more && last ? { queuedAt: last.queuedAt, conversationId: last.id } : null;
    if (this.#place === null) this.#before = new Map();
    this.#compare();
  }

  /** Tells what moved: against what is held, or against what was held before a fresh list. The very first list is no news. */
  #merge(summaries: ConversationSummary[], before?: ReadonlyMap<string, ConversationSummary>): void {
    const moved: [ConversationSummary | undefined, ConversationSummary][] = [];
    for (const summary of summaries) {
      const held = this.#index.lines.get(summary.id)?.summary;
      if (held && held.change > summary.change) continue;
      const known = before ? before.get(summary.id) : held;
      if (before?.size !== 0 && known?.change !== summary.change) moved.push([known, summary]);
      this.#index.put(summary);
    }
    this.#changed();
    for (const [known, summary] of moved) {
      this.closed.moved(summary);
      this.#parts.onMoved(known, summary);
    }
  }

  #changed(): void {
    this.conversations.value = new HeldLines(this.#index.lines);
  }

  #after<T>(read: () => T): ReadonlySignal<T> {
    return computed(() => {
      this.conversations.value;
      return read();
    });
  }

  #beside(snoozed: Ids, mentioned: Ids, asked: Ids): void {
    const moved = new Set([
      ...differing(this.#snoozed, snoozed),
      ...differing(this.#mentioned, mentioned),
      ...differing(this.#questioned, asked),
    ]);
    this.#snoozed = snoozed;
    this.#mentioned = mentioned;
    this.#questioned = asked;
    if (moved.size === 0) return;
    for (const id of moved) this.#index.again(id);
    this.#changed();
  }

  #compare(): void {
    this.behind.value = this.#place !== null || (this.#change !== null && this.#change < this.#heard);
  }

  #fail(): void {
    if (this.#change === null) this.state.value = 'failed';
    // Offline the next `session:ready` asks; online it was a hiccup.
    if (this.#parts.connection.state.status !== 'online') return;
    this.#attempt += 1;
    this.#retry = this.#parts.clock.after(backoffMs(this.#attempt, this.#parts.random), () => this.ask());
  }

  #drop(): void {
    this.#generation += 1;
    this.#change = null;
    this.#place = null;
    this.#heard = 0;
    this.#compare();
    this.#index.clear();
    this.#changed();
    this.state.value = 'loading';
  }
}

function differing(one: Ids, other: Ids): string[] {
  return [...[...one].filter((id) => !other.has(id)), ...[...other].filter((id) => !one.has(id))];
}
