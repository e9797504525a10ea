import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ClosedFilter, ClosedPlace } from '../../protocol/wire/inbox.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';
import type { AgentConnection } from './agent-link.ts';
import { fitsFilter } from './fits-place.ts';
import { formatPlace, type ListPlace } from './list-place.ts';
import type { Listed } from './listed.ts';

/** The relay looks at a bounded stretch for each question: so many are asked at once before the person is asked to go on. */
const STRETCHES_MAX = 5;
/** Enough to fill a screen. */
const ENOUGH = 20;

/** Closed conversations, as far back as somebody has looked (U5). */
export class ClosedList {
  readonly state = signal<'idle' | 'loading' | 'ready' | 'failed'>('idle');
  /** Where it goes on; null: that was all. */
  readonly next = signal<ClosedPlace | null>(null);
  readonly listed: ReadonlySignal<Listed>;
  readonly #lines = signal<readonly ConversationSummary[]>([]);
  readonly #connection: Pick<AgentConnection, 'send'>;
  #place: ListPlace | null = null;
  /** Raised with each other list: answers to older questions are void. */
  #generation = 0;

  constructor(connection: Pick<AgentConnection, 'send'>) {
    this.#connection = connection;
    this.listed = computed(() => {
      const lines = this.#lines.value;
      return {
        length: lines.length,
        sections: [],
        at: (index) => lines[index],
        sectionAt: () => 'closed',
        indexOf: (id) => lines.findIndex((one) => one.id === id),
      };
    });
  }

  find(conversationId: string): ConversationSummary | undefined {
    return this.#lines.value.find((one) => one.id === conversationId);
  }

  /** Null: something else is on the screen. */
  show(place: ListPlace | null): void {
    const isSame = place !== null && this.#place !== null && formatPlace(place) === formatPlace(this.#place);
    if (isSame || (place === null && this.#place === null)) return;
    this.#place = place;
    this.again();
  }

  /** From the start. */
  again(): void {
    this.#generation += 1;
    this.#lines.value = [];
    this.next.value = null;
    this.state.value = 'idle';
    if (this.#place) void this.#read(this.#place);
  }

  /** Further back. */
  more(): void {
    if (this.#place && this.next.peek() && this.state.peek() === 'ready') void this.#read(this.#place);
    if (this.#place && this.state.peek() === 'failed') void this.#read(this.#place);
  }

  /** A conversation moved: it ended, goes on, or somebody changed it. */
  moved(summary: ConversationSummary): void {
    const place = this.#place;
    if (!place) return;
    const rest = this.#lines.peek().filter((one) => one.id !== summary.id);
    const fits = summary.status === 'closed' && fitsFilter(summary, place.filter) && this.#isReached(summary, place);
    if (!fits) {
      if (rest.length !== this.#lines.peek().length) this.#lines.value = rest;
      return;
    }
    const at = rest.findIndex((one) => this.#isBefore(summary, one, place));
    this.#lines.value = at < 0 ? [...rest, summary] : [...rest.slice(0, at), summary, ...rest.slice(at)];
  }

  async #read(place: ListPlace): Promise<void> {
    const generation = this.#generation;
    this.state.value = 'loading';
    const before = this.#lines.peek().length;
    for (let stretch = 0; stretch < STRETCHES_MAX; stretch += 1) {
      const after = this.next.peek() ?? undefined;
      const order = orderOf(place);
      const answer = await this.#connection.send('inbox:closed', { filter: askedOf(place), order, after });
      if (generation !== this.#generation) return;
      if (!answer.ok) {
        this.state.value = 'failed';
        return;
      }
      const held = new Set(this.#lines.peek().map(({ id }) => id));
      this.#lines.value = [...this.#lines.peek(), ...answer.value.conversations.filter(({ id }) => !held.has(id))];
      this.next.value = answer.value.next;
      if (!answer.value.next || this.#lines.peek().length - before >= ENOUGH) break;
    }
    this.state.value = 'ready';
  }

  /** Within what has been looked at: what lies further back comes with its page. */
  #isReached(summary: ConversationSummary, place: ListPlace): boolean {
    const next = this.next.peek();
    if (next === null) return this.state.peek() === 'ready';
    const at = summary.closedAt ?? 0;
    return orderOf(place) === 'newest' ? at > next.closedAt : at < next.closedAt;
  }

  #isBefore(one: ConversationSummary, other: ConversationSummary, place: ListPlace): boolean {
    const [own, theirs] = [one.closedAt ?? 0, other.closedAt ?? 0];
    return orderOf(place) === 'newest' ? own > theirs : own < theirs;
  }
}

/** What is closed waits for nothing: only its age has an order. */
function orderOf({ sort }: ListPlace): 'newest' | 'oldest' {
  return sort === 'oldest' ? 'oldest' : 'newest';
}

function askedOf({ filter }: ListPlace): ClosedFilter {
  const { tag, segment, site, department, agent, language, rating, channel, text } = filter;
  return { tag, segment, siteId: site, departmentId: department, agentId: agent, language, rating, channel, text };
}
