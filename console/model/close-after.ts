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
}

/** Ends a conversation once the answer that goes before it is stored (D9); kept in this browser, so that a reload does not forget it. */
export class CloseAfter {
  readonly #connection: AgentConnection;
  readonly #memory: Memory;
  readonly #prefix: string;
  readonly #onRefused: (refused: CloseRefused | null) => void;

  constructor(
    connection: AgentConnection,
    memory: Memory,
    agentId: string,
    onRefused: (refused: CloseRefused | null) => void,
  ) {
    this.#connection = connection;
    this.#memory = memory;
    this.#prefix = privateKey(agentId, 'close-after:');
    this.#onRefused = onRefused;
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

  /** Null: it is closed, or was. */
  async close(conversationId: string, outcome: PlannedClose): Promise<void> {
    const answer = await this.#connection.send('conversation:close', { conversationId, outcome });
    const isOver = answer.ok || answer.error === 'conversation_closed';
    this.#onRefused(isOver ? null : { conversationId, outcome, error: answer.error });
  }
}
