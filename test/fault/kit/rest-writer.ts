import { systemClock } from '../../../server/platform/system-clock.ts';
import type { History } from './history.ts';

const RETRY_MS = 300;

/** A program that writes for a visitor over plain HTTP (docs/protocol.md, section 8), one message after the other. */
export class RestWriter {
  unsent = 0;
  readonly name: string;
  readonly #history: History;
  readonly #ask: { url: string; headers: Record<string, string> };
  readonly #conversationId: string;
  #written = 0;

  constructor(parts: {
    name: string;
    history: History;
    /** Where it connects: a link of the proxy. */
    origin: string;
    relayOrigin: string;
    token: string;
    conversationId: string;
  }) {
    this.name = parts.name;
    this.#history = parts.history;
    this.#conversationId = parts.conversationId;
    this.#ask = {
      url: `${parts.origin}/api/v1/visitor/commands/message:send`,
      headers: {
        Origin: parts.relayOrigin,
        'Content-Type': 'application/json',
        Authorization: `Bearer ${parts.token}`,
        'X-Deskbell-Site': 'demo',
      },
    };
  }

  /** Writes `count` messages, each until it is stored. */
  async write(count: number): Promise<void> {
    for (this.unsent = count; this.unsent > 0; this.unsent -= 1) {
      this.#written += 1;
      const clientId = `${Date.now().toString(36)}-${this.name}-${String(this.#written).padStart(8, '0')}`;
      const line = { client: this.name, conversationId: this.#conversationId, clientId };
      this.#history.add({ ...line, kind: 'invoke' });
      let seq: number | null = null;
      while (seq === null) {
        seq = await this.#send(clientId);
        if (seq !== null) this.#history.add({ ...line, kind: 'ok', seq });
        else this.#history.add({ ...line, kind: 'info', error: 'no answer' });
      }
    }
  }

  async #send(clientId: string): Promise<number | null> {
    const conversationId = this.#conversationId;
    const body = JSON.stringify({ conversationId, clientId, body: `over HTTP ${clientId}` });
    try {
      const response = await fetch(this.#ask.url, { method: 'POST', headers: this.#ask.headers, body });
      const answer = (await response.json()) as { ok: boolean; error?: string; value?: { seq: number } };
      if (answer.ok) return answer.value?.seq ?? null;
      if (response.status < 500 && response.status !== 429) throw new Refused(`${response.status} ${answer.error}`);
    } catch (error) {
      if (error instanceof Refused) throw error;
    }
    await new Promise<void>((resolve) => void systemClock.after(RETRY_MS, resolve));
    return null;
  }
}

/** Nothing that a fault may cause. */
class Refused extends Error {
  override name = 'Refused';
}
