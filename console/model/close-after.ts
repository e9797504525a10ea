import type { PlannedClose } from '../../protocol/wire/composer.ts';
import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { AgentConnection } from './agent-link.ts';
import type { Memory } from './ports.ts';
import { privateKey } from './private-memory.ts';

/** Ends a conversation once the answer that goes before it is stored (D9); kept in this browser, so that a reload does not forget it. */
export class CloseAfter {
  readonly #connection: AgentConnection;
  readonly #memory: Memory;
  readonly #prefix: string;
  readonly #onRefused: (error: ErrorCode) => void;

  constructor(connection: AgentConnection, memory: Memory, agentId: string, onRefused: (error: ErrorCode) => void) {
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
    const answer = await this.#connection.send('conversation:close', { conversationId, outcome });
    if (!answer.ok) this.#onRefused(answer.error);
  }
}
