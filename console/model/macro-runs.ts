import { signal } from '@preact/signals';
import type { ErrorCode } from '../../protocol/wire/errors.ts';
import type { Macro, MacroStep } from '../../protocol/wire/macros.ts';
import type { AgentConnection } from './agent-link.ts';
import type { NewClientId } from './ports.ts';

/** One press on a macro, and what becomes of it. */
export interface ShownRun {
  id: string;
  conversationId: string;
  macroId: string;
  name: string;
  /** `left`: the one before it was not done, so this one was not begun. */
  state: 'waits' | 'runs' | 'ended' | 'left';
  steps: readonly MacroStep[] | null;
  error: ErrorCode | null;
}

/** Runs macros, in one conversation one after the other, in the order in which they were pressed; what became of each action is shown (D13). */
export class MacroRuns {
  readonly shown = signal<readonly ShownRun[]>([]);
  readonly #connection: AgentConnection;
  readonly #newClientId: NewClientId;
  /** Without an answer nobody knows what was done: the same run is asked about again, not another one begun. */
  readonly #open = new Map<string, string>();

  constructor(connection: AgentConnection, newClientId: NewClientId) {
    this.#connection = connection;
    this.#newClientId = newClientId;
  }

  async run(conversationId: string, { id: macroId, name }: Pick<Macro, 'id' | 'name'>): Promise<void> {
    const going = this.of(conversationId).filter(({ state }) => state === 'runs' || state === 'waits');
    // Pressed twice, it is meant once.
    if (going.some((one) => one.macroId === macroId)) return;
    const key = keyOf({ conversationId, macroId });
    const id = this.#open.get(key) ?? this.#newClientId();
    this.#open.set(key, id);
    const state = going.length > 0 ? 'waits' : 'runs';
    const run: ShownRun = { id, conversationId, macroId, name, state, steps: null, error: null };
    const before = this.shown.peek();
    // What has ended is put away by the next press, but not what the agent has not seen end.
    const rest = state === 'waits' ? before : before.filter((one) => one.conversationId !== conversationId);
    this.shown.value = [...rest, run];
    if (state === 'runs') await this.#begin(run);
  }

  of(conversationId: string): readonly ShownRun[] {
    return this.shown.value.filter((one) => one.conversationId === conversationId);
  }

  /** Puts it away; one that still waits is not run. */
  dismiss(id: string): void {
    this.shown.value = this.shown.peek().filter((one) => one.id !== id);
  }

  async #begin(run: ShownRun): Promise<void> {
    const { id: clientId, conversationId, macroId } = run;
    const answer = await this.#connection.send('macro:run', { conversationId, macroId, clientId });
    if (answer.ok || answer.error !== 'unavailable') this.#open.delete(keyOf(run));
    const steps = answer.ok ? answer.value.steps : null;
    const error = answer.ok ? null : answer.error;
    const isDone = steps?.every(({ result }) => result === 'done') ?? false;
    const waiting = this.of(conversationId).filter(({ state }) => state === 'waits');
    const next = isDone ? waiting[0] : undefined;
    if (!isDone) for (const one of waiting) this.#open.delete(keyOf(one));
    this.shown.value = this.shown.peek().map((one): ShownRun => {
      if (one === next) return { ...one, state: 'runs' };
      if (one.id === clientId) return { ...one, state: 'ended', steps, error };
      return !isDone && waiting.includes(one) ? { ...one, state: 'left' } : one;
    });
    if (next) await this.#begin(next);
  }
}

function keyOf({ conversationId, macroId }: Pick<ShownRun, 'conversationId' | 'macroId'>): string {
  return `${conversationId} ${macroId}`;
}
