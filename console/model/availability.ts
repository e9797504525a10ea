import { computed, signal } from '@preact/signals';
import { remedyOf } from '../../protocol/wire/errors.ts';
import type { AgentProfile, Availability as Value } from '../../protocol/wire/model.ts';
import type { AgentConnection } from './agent-link.ts';

/**
 * Whether I take conversations. Shown as wished at once, and as it was if the relay refuses. Without a link the wish is
 * kept and told as soon as there is one: nobody should press twice because the page was quicker than the network.
 */
export class Availability {
  readonly #known;
  readonly #wished = signal<Value | null>(null);
  readonly capacity;
  readonly value = computed<Value>(() => this.#wished.value ?? this.#known.value);
  readonly #connection: AgentConnection;

  constructor(connection: AgentConnection, me: AgentProfile) {
    this.#connection = connection;
    this.#known = signal<Value>(me.availability);
    this.capacity = signal(me.capacity);
  }

  /** The relay's word: at `session:ready`, or set in another tab. */
  heard(value: Value, capacity?: number): void {
    this.#known.value = value;
    if (capacity !== undefined) this.capacity.value = capacity;
  }

  /** The link is there (again): what was wished meanwhile is told. */
  resume(): void {
    if (this.#wished.value !== null) void this.set(this.#wished.value);
  }

  /** False when the relay refused it; true also where it is kept for later. */
  async set(value: Value): Promise<boolean> {
    this.#wished.value = value;
    const answer = await this.#connection.send('agent:availability', { availability: value });
    if (answer.ok) this.#known.value = value;
    else if (remedyOf(answer.error) === 'later') return true;
    // A later wish has its own answer to wait for.
    if (this.#wished.value === value) this.#wished.value = null;
    return answer.ok;
  }
}
