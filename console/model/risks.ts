import type { Cancel, Clock } from '../../protocol/kit/clock.ts';
import type { ConversationSummary } from '../../protocol/wire/model.ts';

export interface RisksParts {
  clock: Clock;
  meId: string;
  /** Whoever directs the team looks after those who wait in the queue. */
  leads: boolean;
  /** The relay's time. */
  now(): number;
  onRisk(summary: ConversationSummary): void;
}

interface Watched {
  since: number | null;
  riskAt: number;
  end: Cancel;
}

/**
 * Mine, and for whoever directs the team those in the queue, whose visitor waits so long that the owner's target is at risk: told once
 * for each wait, also while nobody looks.
 */
export class Risks {
  readonly #parts: RisksParts;
  readonly #watched = new Map<string, Watched>();

  constructor(parts: RisksParts) {
    this.#parts = parts;
  }

  /** The list moved. What was at risk before this console saw it is no news. */
  follow(conversations: readonly ConversationSummary[]): void {
    const waiting = new Map(conversations.filter((one) => this.#waits(one)).map((one) => [one.id, one]));
    for (const [id, { since, riskAt, end }] of this.#watched) {
      const held = waiting.get(id);
      if (held?.waitingSince === since && held.targetTimes?.riskAt === riskAt) continue;
      end();
      this.#watched.delete(id);
    }
    for (const summary of waiting.values()) if (!this.#watched.has(summary.id)) this.#watch(summary);
  }

  dispose(): void {
    this.follow([]);
  }

  #waits({ agent, status, waitingSince, targetTimes }: ConversationSummary): boolean {
    if (waitingSince === null || targetTimes === undefined) return false;
    const { meId, leads } = this.#parts;
    return status === 'active' ? agent?.id === meId : status === 'queued' && leads;
  }

  #watch(summary: ConversationSummary): void {
    const { clock, now, onRisk } = this.#parts;
    const { id, waitingSince: since, targetTimes } = summary;
    if (targetTimes === undefined) return;
    const { riskAt } = targetTimes;
    // Timers end sooner than long holidays do: what ended too soon is watched anew when the list moves.
    const ring = () => (now() < riskAt ? this.#watched.delete(id) : onRisk(summary));
    const end = riskAt > now() ? clock.after(riskAt - now(), ring) : () => {};
    this.#watched.set(id, { since, riskAt, end });
  }
}
