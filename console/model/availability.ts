import { computed, signal } from '@preact/signals';
import { remedyOf } from '../../protocol/wire/errors.ts';
import type { AgentProfile, Availability as Value } from '../../protocol/wire/model.ts';
import type { AgentConnection } from './agent-link.ts';
import { Latest } from './load.ts';

interface Told {
  availability: Value;
  awayReason: string | null;
}

/**
 * Whether I take conversations, and why not. Shown as wished at once, and as it was if the relay refuses. Without a link the
 * wish is kept and told as soon as there is one: nobody should press twice because the page was quicker than the network.
 */
export class Availability {
  readonly #known;
  readonly #wished = signal<Told | null>(null);
  readonly capacity;
  readonly #now = computed<Told>(() => this.#wished.value ?? this.#known.value);
  readonly value = computed<Value>(() => this.#now.value.availability);
  readonly reason = computed(() => this.#now.value.awayReason);
  readonly #connection: AgentConnection;
  readonly #latest = new Latest();

  constructor(connection: AgentConnection, me: AgentProfile) {
    this.#connection = connection;
    this.#known = signal<Told>(me);
    this.capacity = signal(me.capacity);
  }

  /** The relay's word: at `session:ready`, set in another tab, or for want of input. */
  heard({ availability, awayReason, capacity }: Told & { capacity?: number }): void {
    this.#known.value = { availability, awayReason };
    if (capacity !== undefined) this.capacity.value = capacity;
  }

  /** The link is there (again): what was wished meanwhile is told. */
  resume(): void {
    const wished = this.#wished.value;
    if (wished) void this.set(wished.availability, wished.awayReason);
  }

  /** False when the relay refused it; true also where it is kept for later. */
  async set(availability: Value, awayReason: string | null = null): Promise<boolean> {
    const wish = { availability, awayReason };
    this.#wished.value = wish;
    const reason = awayReason === null ? {} : { reason: awayReason };
    const isLatest = this.#latest.ask();
    const answer = await this.#connection.send('agent:availability', { availability, ...reason });
    if (answer.ok && isLatest()) this.#known.value = wish;
    else if (!answer.ok && remedyOf(answer.error) === 'later') return true;
    // A later wish has its own answer to wait for.
    if (this.#wished.value === wish) this.#wished.value = null;
    return answer.ok;
  }
}
