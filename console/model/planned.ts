import { computed, signal } from '@preact/signals';
import type { Planned } from '../../protocol/wire/composer.ts';
import type { Answer, ErrorCode } from '../../protocol/wire/errors.ts';
import type { AgentConnection, AgentEvent } from './agent-link.ts';
import { Latest } from './load.ts';
import type { NewClientId } from './ports.ts';
import type { Told } from './ring.ts';

export interface PlannedParts {
  connection: AgentConnection;
  newClientId: NewClientId;
  meId: string;
  /** Sent, and the end that was to follow was refused (D9). */
  onUnclosed(planned: readonly Planned[]): void;
  /** Once over all tabs. */
  ring(name: string, told: Told): void;
}

/** Answers for later (D5–D7): of the conversation that is shown, and all of mine. */
export class PlannedAnswers {
  readonly busy = signal(false);
  /** Mine that ask instead of leaving. */
  readonly held = computed(() =>
    [...this.#all.value.values()].filter((one) => one.state === 'held' && this.isMine(one)),
  );
  readonly #parts: PlannedParts;
  readonly #all = signal<ReadonlyMap<string, Planned>>(new Map());
  readonly #latest = new Latest();

  constructor(parts: PlannedParts) {
    this.#parts = parts;
  }

  isMine({ by }: Planned): boolean {
    return by.id === this.#parts.meId;
  }

  of(conversationId: string): Planned[] {
    const found = [...this.#all.value.values()].filter((one) => one.conversationId === conversationId);
    return found.sort((one, other) => one.sendAt - other.sendAt);
  }

  hear(event: AgentEvent): void {
    if (event.kind !== 'fact') return;
    if (event.name === 'session:ready') void this.load();
    else if (event.name === 'planned:changed') this.#heard(event.payload.planned);
  }

  /** Of one conversation; without it all of mine. What is newer than its answer has it asked again (Z13). */
  async load(conversationId?: string): Promise<void> {
    const mayTake = this.#latest.ask();
    const answer = await this.#parts.connection.send('planned:list', conversationId ? { conversationId } : {});
    if (!answer.ok) return;
    if (!mayTake()) return this.load(conversationId);
    const isAsked = (one: Planned) => (conversationId ? one.conversationId === conversationId : this.isMine(one));
    const others = [...this.#all.peek().values()].filter((one) => !isAsked(one));
    const [open, ended] = [answer.value.planned.filter(isOpen), answer.value.planned.filter((one) => !isOpen(one))];
    this.#all.value = new Map([...others, ...open].map((one) => [one.id, one]));
    if (!conversationId) this.#parts.onUnclosed(ended);
  }

  /** Null: kept. Otherwise why not. */
  add(given: { conversationId: string; body: string; sendAt: number }): Promise<ErrorCode | null> {
    const clientId = this.#parts.newClientId();
    return this.#ask(() => this.#parts.connection.send('planned:add', { ...given, clientId }));
  }

  change({ id, version }: Planned, to: { body?: string; sendAt?: number }): Promise<ErrorCode | null> {
    return this.#ask(() => this.#parts.connection.send('planned:change', { id, version, ...to }));
  }

  sendNow({ id, version }: Planned): Promise<ErrorCode | null> {
    return this.#ask(() => this.#parts.connection.send('planned:send', { id, version }));
  }

  cancel({ id }: Planned): Promise<ErrorCode | null> {
    return this.#ask(() => this.#parts.connection.send('planned:cancel', { id }));
  }

  async #ask(send: () => Promise<Answer<Planned>>): Promise<ErrorCode | null> {
    if (this.busy.value) return null;
    this.busy.value = true;
    const answer = await send();
    this.busy.value = false;
    if (answer.ok) this.#put(answer.value);
    return answer.ok ? null : answer.error;
  }

  #heard(planned: Planned): void {
    const before = this.#all.peek().get(planned.id);
    if (before && before.version > planned.version) return;
    this.#put(planned);
    const isNews = planned.state === 'held' && before?.state !== 'held';
    if (isNews && this.isMine(planned)) this.#ring(planned);
  }

  #ring({ id, version, conversationId, body }: Planned): void {
    this.#parts.ring(`planned:${id}:${version}`, { kind: 'held', conversationId, text: body });
  }

  #put(planned: Planned): void {
    this.#latest.tell();
    const next = new Map(this.#all.peek());
    if (isOpen(planned)) next.set(planned.id, planned);
    else next.delete(planned.id);
    this.#all.value = next;
  }
}

function isOpen({ state }: Planned): boolean {
  return state === 'waiting' || state === 'held';
}
