/** Visitors with an open connection, how many, and the conversation whose head they are told. */
export class VisitorsHere {
  readonly #here = new Map<string, { connections: number; conversationId: string | null }>();

  get size(): number {
    return this.#here.size;
  }

  came(visitorId: string, conversationId: string | null): void {
    const known = this.#here.get(visitorId);
    if (!known) {
      this.#here.set(visitorId, { connections: 1, conversationId });
      return;
    }
    known.connections += 1;
    known.conversationId ??= conversationId;
  }

  /** The conversation of whoever's last connection this was; null otherwise. */
  left(visitorId: string): string | null {
    const known = this.#here.get(visitorId);
    if (!known) return null;
    known.connections -= 1;
    if (known.connections > 0) return null;
    this.#here.delete(visitorId);
    return known.conversationId;
  }

  /** Does nothing for a visitor who is not here. */
  note(visitorId: string, conversationId: string): void {
    const known = this.#here.get(visitorId);
    if (known) known.conversationId = conversationId;
  }

  conversationOf(visitorId: string): string | null {
    return this.#here.get(visitorId)?.conversationId ?? null;
  }

  visitorIds(): string[] {
    return [...this.#here.keys()];
  }
}
