import type { ConversationSummary } from '../../protocol/wire/model.ts';
import type { AgentConnection } from './agent-link.ts';

interface Told {
  delivered: number;
  read: number;
}

/**
 * Tells visitors what reached this desk and what was read. Only for conversations that are mine: a colleague who
 * looks in has not taken delivery. Marks only rise, so nothing is told twice.
 */
export class Receipts {
  readonly #connection: AgentConnection;
  readonly #told = new Map<string, Told>();

  constructor(connection: AgentConnection) {
    this.#connection = connection;
  }

  /** The list told of the head of a conversation that is mine. */
  delivered(summary: ConversationSummary): void {
    if (summary.marks.agentDelivered < summary.head) this.#tell(summary.id, summary.head, summary.marks.agentRead);
  }

  /** The thread is open, and the person sees it up to `seq`. */
  read(conversationId: string, seq: number, agentRead: number): void {
    if (agentRead < seq) this.#tell(conversationId, seq, seq);
  }

  /** A new link: what was told on the old one may be lost, so it may be told again. */
  forget(): void {
    this.#told.clear();
  }

  #tell(conversationId: string, delivered: number, read: number): void {
    const told = this.#told.get(conversationId) ?? { delivered: 0, read: 0 };
    if (told.delivered >= delivered && told.read >= read) return;
    const next = { delivered: Math.max(told.delivered, delivered), read: Math.max(told.read, read) };
    this.#told.set(conversationId, next);
    void this.#send(conversationId, next, told);
  }

  async #send(conversationId: string, next: Told, before: Told): Promise<void> {
    const answer = await this.#connection.send('receipt:set', {
      conversationId,
      deliveredSeq: next.delivered,
      readSeq: next.read,
    });
    if (!answer.ok && this.#told.get(conversationId) === next) this.#told.set(conversationId, before);
  }
}
