import { computed, signal } from '@preact/signals';
import type { PlannedClose } from '../../protocol/wire/composer.ts';
import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { AgentConnection } from './agent-link.ts';
import type { Memory } from './ports.ts';
import { privateKey } from './private-memory.ts';

/** An answer that was sent, and the end that was to follow it and did not. */
export interface CloseRefused {
  conversationId: string;
  outcome: PlannedClose;
  error: ErrorCode;
  /** It was planned: the relay keeps it until it is put away. */
  plannedId?: string | undefined;
}

/**
 * Ends a conversation once the answer that goes before it is stored (D9). What is to follow, and what was refused, is kept in this
 * browser, so that a reload forgets neither.
 */
export class CloseAfter {
  readonly #connection: AgentConnection;
  readonly #memory: Memory;
  readonly #prefix: string;
  readonly #refusedPrefix: string;
  readonly #refused = signal<readonly CloseRefused[]>([]);
  /** The first of those that nobody closed or put away. */
  readonly refused = computed(() => this.#refused.value[0] ?? null);

  constructor(connection: AgentConnection, memory: Memory, agentId: string) {
    this.#connection = connection;
    this.#memory = memory;
    this.#prefix = privateKey(agentId, 'close-after:');
    this.#refusedPrefix = privateKey(agentId, 'close-refused:');
    this.#refused.value = memory.keys(this.#refusedPrefix).flatMap((key) => readRefused(memory.read(key)));
  }

  plan(clientId: string, close: PlannedClose): void {
    this.#memory.write(this.#prefix + clientId, close);
  }

  /** This message is stored. */
  async stored(clientId: string, conversationId: string): Promise<void> {
    const outcome = this.#memory.read(this.#prefix + clientId) as PlannedClose | null;
    if (outcome === null) return;
    this.#memory.remove(this.#prefix + clientId);
    await this.close(conversationId, outcome);
  }

  async close(conversationId: string, outcome: PlannedClose): Promise<void> {
    const answer = await this.#connection.send('conversation:close', { conversationId, outcome });
    if (answer.ok || answer.error === 'conversation_closed') this.putAway(conversationId);
    else this.say({ conversationId, outcome, error: answer.error });
  }

  say(refused: CloseRefused): void {
    const { conversationId } = refused;
    this.#memory.write(this.#refusedPrefix + conversationId, JSON.stringify(refused));
    this.#refused.value = [...this.#others(conversationId), refused];
  }

  /** What the relay says of planned ones: others of this kind were put away elsewhere. */
  told(planned: readonly CloseRefused[]): void {
    for (const { conversationId, plannedId } of this.#refused.peek()) if (plannedId) this.#forget(conversationId);
    for (const one of planned) this.say(one);
  }

  putAway(conversationId: string): void {
    const id = this.#refused.peek().find((one) => one.conversationId === conversationId)?.plannedId;
    // Where that is lost it is said once more, which is better than never.
    if (id) void this.#connection.send('planned:cancel', { id });
    this.#forget(conversationId);
  }

  #forget(conversationId: string): void {
    this.#memory.remove(this.#refusedPrefix + conversationId);
    this.#refused.value = this.#others(conversationId);
  }

  #others(conversationId: string): CloseRefused[] {
    return this.#refused.peek().filter((one) => one.conversationId !== conversationId);
  }
}

/** Another release may have written it. */
function readRefused(text: string | null): CloseRefused[] {
  try {
    const { conversationId, outcome, error, plannedId } = JSON.parse(text ?? '') as Partial<CloseRefused>;
    return conversationId && outcome && error ? [{ conversationId, outcome, error, plannedId }] : [];
  } catch {
    return [];
  }
}
