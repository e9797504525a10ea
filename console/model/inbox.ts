import { computed, signal } from '@preact/signals';
import { backoffMs } from '../../protocol/client/backoff.ts';
import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { Random } from '../../protocol/kit/random.ts';
import type { InboxPlace } from '../../protocol/wire/events.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';
import type { AgentConnection } from './agent-link.ts';
import { type IsSnoozed, isServedBy, type Section, sectionsOf } from './inbox-sections.ts';

export interface InboxParts {
  connection: AgentConnection;
  clock: Clock;
  random: Random;
  meId: string;
  isSnoozed?: IsSnoozed;
  /** One conversation moved. `before` is undefined where the list did not have it. Not called for a fresh list. */
  onMoved(before: ConversationSummary | undefined, after: ConversationSummary): void;
}

/** Closed conversations stay in the list until this many newer ones are closed. */
const CLOSED_KEPT_MAX = 50;

/**
 * The agents' list, kept by position in the feed of changes (never by time): a list once, then what changed since.
 * A fact only says that there is more; one loop at a time asks for it.
 */
export class Inbox {
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly conversations = signal<ReadonlyMap<string, ConversationSummary>>(new Map());
  readonly sections = computed<Section[]>(() => this.#inSections());
  readonly mine = computed(() => this.#serving());
  /** The visitors' unread messages in my conversations. */
  readonly unread = computed(() => this.mine.value.reduce((sum, summary) => sum + summary.unread, 0));
  /** More has happened than what stands in the list. */
  readonly behind = signal(false);
  readonly #parts: InboxParts;
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
  }

  find(conversationId: string): ConversationSummary | undefined {
    return this.conversations.value.get(conversationId);
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
    const held = this.conversations.value;
    this.#tell(this.#merge(page.conversations, held), held);
    this.#change = page.change;
    this.#compare();
    // Without progress the relay has nothing more for us now; asking on would spin.
    return page.change > after && (page.more || page.change < this.#heard);
  }

  /** What changes while further pages come has a later number than the first one, and is asked for after them. */
  #list(page: { conversations: ConversationSummary[]; change: number; more: boolean }): void {
    const first = this.#place === null;
    if (first) {
      this.#before = this.conversations.value;
      this.#change = page.change;
    }
    const news = this.#merge(page.conversations, first ? new Map() : this.conversations.value);
    // The very first list is no news.
    if (this.#before.size > 0) this.#tell(news, this.#before);
    const last = page.conversations.findLast((summary) => summary.status !== 'closed');
    this.#place = page.more && last ? { queuedAt: last.queuedAt, conversationId: last.id } : null;
    if (this.#place === null) this.#before = new Map();
    this.#compare();
  }

  /** Answers those that were not held as they are now. */
  #merge(summaries: ConversationSummary[], into: ReadonlyMap<string, ConversationSummary>): ConversationSummary[] {
    const next = new Map(into);
    const moved: ConversationSummary[] = [];
    for (const summary of summaries) {
      const held = next.get(summary.id);
      if (held && held.change > summary.change) continue;
      next.set(summary.id, summary);
      moved.push(summary);
    }
    this.conversations.value = prune(next);
    return moved;
  }

  #tell(moved: ConversationSummary[], before: ReadonlyMap<string, ConversationSummary>): void {
    for (const summary of moved) {
      const held = before.get(summary.id);
      if (held?.change !== summary.change) this.#parts.onMoved(held, summary);
    }
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
    this.conversations.value = new Map();
    this.state.value = 'loading';
  }

  #inSections(): Section[] {
    const { meId, isSnoozed } = this.#parts;
    return sectionsOf(this.conversations.value.values(), meId, isSnoozed);
  }

  #serving(): ConversationSummary[] {
    const all = [...this.conversations.value.values()];
    return all.filter((summary) => isServedBy(summary, this.#parts.meId));
  }
}

function prune(summaries: Map<string, ConversationSummary>): ReadonlyMap<string, ConversationSummary> {
  const closed = [...summaries.values()].filter((summary) => summary.status === 'closed');
  if (closed.length <= CLOSED_KEPT_MAX) return summaries;
  closed.sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0));
  for (const summary of closed.slice(CLOSED_KEPT_MAX)) summaries.delete(summary.id);
  return summaries;
}
