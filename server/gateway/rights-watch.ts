import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { ErrorCode } from '../../protocol/wire/errors.ts';
import { REREAD_EVERY_MS } from '../../protocol/wire/limits.ts';
import type { AgentProfile } from '../../protocol/wire/model.ts';
import type { Report } from '../observe/report.ts';
import type { Context } from '../usecases/context.ts';
import { every } from './every.ts';

export interface RightsWatchParts {
  context: Pick<Context, 'store'>;
  clock: Clock;
  report: Report;
  /** Who is connected here, with the rights they began with. */
  connected(): AgentProfile[];
  endAgent(agentId: string, error: ErrorCode): void;
}

/**
 * T19: a connection carries the rights it began with. When those change, by whichever relay or the command line, it ends
 * and comes back by itself with the new ones. Costs one small read a second, and nothing with a command.
 */
export class RightsWatch {
  readonly #parts: RightsWatchParts;
  readonly #stop: Cancel;
  #version: number | null = null;

  constructor(parts: RightsWatchParts) {
    this.#parts = parts;
    const { clock, report } = parts;
    this.#stop = every(
      clock,
      REREAD_EVERY_MS,
      () => this.#look(),
      (error) => report({ kind: 'background_failed', task: 'rights', error }),
    );
  }

  /** Something changed here: not in a second, but now. */
  moved(): void {
    void this.#compare().catch((error) => this.#parts.report({ kind: 'background_failed', task: 'rights', error }));
  }

  stop(): void {
    this.#stop();
  }

  async #look(): Promise<void> {
    const version = await this.#parts.context.store.readTeamVersion();
    if (version === this.#version) return;
    await this.#compare();
    // After it: a look that failed is made again.
    this.#version = version;
  }

  async #compare(): Promise<void> {
    const { context, connected, endAgent } = this.#parts;
    if (connected().length === 0) return;
    const now = new Map((await context.store.listAgents()).map((agent) => [agent.id, rightsOf(agent)]));
    for (const agent of connected()) {
      if (now.get(agent.id) !== rightsOf(agent)) endAgent(agent.id, 'unavailable');
    }
  }
}

const rightsOf = ({ role, roleId, roleName, rights }: AgentProfile) =>
  JSON.stringify([role, roleId, roleName, Object.entries(rights ?? {}).sort()]);
