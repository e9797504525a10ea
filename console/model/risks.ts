import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';
import { TARGET_AT_RISK_SHARE } from '../../protocol/wire/routing.ts';

export interface RisksParts {
  clock: Clock;
  meId: string;
  /** The relay's time. */
  now(): number;
  onRisk(summary: ConversationSummary): void;
}

interface Watched {
  since: number;
  targetMs: number;
  end: Cancel;
}

/** Mine whose visitor waits so long that the owner's target is at risk: told once for each wait, also while nobody looks. */
export class Risks {
  readonly #parts: RisksParts;
  readonly #watched = new Map<string, Watched>();

  constructor(parts: RisksParts) {
    this.#parts = parts;
  }

  /** The list moved. What was at risk before this console saw it is no news. */
  follow(mine: readonly ConversationSummary[]): void {
    const waiting = new Map(mine.filter((one) => this.#waits(one)).map((one) => [one.id, one]));
    for (const [id, { since, targetMs, end }] of this.#watched) {
      const held = waiting.get(id);
      if (held?.waitingSince === since && held.targetMs === targetMs) continue;
      end();
      this.#watched.delete(id);
    }
    for (const summary of waiting.values()) if (!this.#watched.has(summary.id)) this.#watch(summary);
  }

  dispose(): void {
    this.follow([]);
  }

  #waits({ agent, status, waitingSince, targetMs }: ConversationSummary): boolean {
    return status === 'active' && agent?.id === this.#parts.meId && waitingSince !== null && targetMs !== undefined;
  }

  #watch(summary: ConversationSummary): void {
    const { clock, now, onRisk } = this.#parts;
    const { id, waitingSince: since, targetMs } = summary;
    if (since === null || targetMs === undefined) return;
    const inMs = since + targetMs * TARGET_AT_RISK_SHARE - now();
    const end = inMs > 0 ? clock.after(inMs, () => onRisk(summary)) : () => {};
    this.#watched.set(id, { since, targetMs, end });
  }
}
