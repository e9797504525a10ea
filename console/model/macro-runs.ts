import { signal } from '@preact/signals';
import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { Macro, MacroStep } from '../../protocol/wire/macros.ts';
import type { AgentConnection } from './agent-link.ts';
import type { NewClientId } from './ports.ts';

/** What became of the last run in a conversation; `steps` null while it runs. */
export interface ShownRun {
  conversationId: string;
  name: string;
  steps: readonly MacroStep[] | null;
  error: ErrorCode | null;
}

/** Runs macros, one at a time; what became of each action is shown (D13). */
export class MacroRuns {
  readonly shown = signal<ShownRun | null>(null);
  readonly #connection: AgentConnection;
  readonly #newClientId: NewClientId;
  /** Without an answer nobody knows what was done: the same run is asked about again, not another one begun. */
  #open: { macroId: string; conversationId: string; clientId: string } | null = null;

  constructor(connection: AgentConnection, newClientId: NewClientId) {
    this.#connection = connection;
    this.#newClientId = newClientId;
  }

  async run(conversationId: string, { id: macroId, name }: Pick<Macro, 'id' | 'name'>): Promise<void> {
    if (this.shown.peek()?.steps === null && this.shown.peek()?.error === null) return;
    const isAgain = this.#open?.macroId === macroId && this.#open.conversationId === conversationId;
    const clientId = isAgain && this.#open ? this.#open.clientId : this.#newClientId();
    this.#open = { macroId, conversationId, clientId };
    this.shown.value = { conversationId, name, steps: null, error: null };
    const answer = await this.#connection.send('macro:run', { conversationId, macroId, clientId });
    if (answer.ok || answer.error !== 'unavailable') this.#open = null;
    const steps = answer.ok ? answer.value.steps : null;
    this.shown.value = { conversationId, name, steps, error: answer.ok ? null : answer.error };
  }

  dismiss(): void {
    this.shown.value = null;
  }
}
