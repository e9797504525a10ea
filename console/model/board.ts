import { signal } from '@preact/signals';
import type { BoardSnapshot } from '../../protocol/wire/board.ts';
import type { AgentConnection } from './agent-link.ts';

/** The supervisors' board (T14). The relay tells it only while somebody looks. */
export class Board {
  readonly state = signal<'loading' | 'ready' | 'failed'>('loading');
  readonly snapshot = signal<BoardSnapshot | null>(null);
  readonly #connection: AgentConnection;
  #watching = false;

  constructor(connection: AgentConnection) {
    this.#connection = connection;
  }

  watch(watching: boolean): void {
    if (this.#watching === watching) return;
    this.#watching = watching;
    void this.#tell();
  }

  /** A new link knows nothing of what the last one was asked for. */
  resume(): void {
    if (this.#watching) void this.#tell();
  }

  heard(snapshot: BoardSnapshot): void {
    if (!this.#watching) return;
    this.snapshot.value = snapshot;
    this.state.value = 'ready';
  }

  async #tell(): Promise<void> {
    const answer = await this.#connection.send('board:watch', { watching: this.#watching });
    if (!answer.ok && this.#watching && this.state.value !== 'ready') this.state.value = 'failed';
  }
}
