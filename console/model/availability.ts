import { computed, signal } from '@preact/signals';
import type { AgentProfile, Availability as Value } from '../../protocol/wire/model.ts';
import type { AgentConnection } from './agent-link.ts';

/** Whether I take conversations. Shown as wished at once, and as it was if the relay refuses. */
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

  /** False when the relay did not take it. */
  async set(value: Value): Promise<boolean> {
    this.#wished.value = value;
    const answer = await this.#connection.send('agent:availability', { availability: value });
    if (answer.ok) this.#known.value = value;
    // A later wish has its own answer to wait for.
    if (this.#wished.value === value) this.#wished.value = null;
    return answer.ok;
  }
}
