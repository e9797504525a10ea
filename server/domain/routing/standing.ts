import { REOPENED_FIRST_MS } from '../../../protocol/wire/limits.ts';
import { type RoutingPlan, type RoutingSettings, TARGET_AT_RISK_SHARE } from '../../../protocol/wire/routing.ts';
import { preferencesOf } from './fit.ts';
import type { Waiting } from './team.ts';

/** What owners set, with the defaults filled in. */
export interface Settings {
  plan: RoutingPlan;
  /** What differs, by department. */
  departments: ReadonlyMap<string, RoutingSettings>;
}

export function settingsFor(settings: Settings, departmentId: string | null | undefined): RoutingSettings {
  return (departmentId ? settings.departments.get(departmentId) : undefined) ?? settings.plan;
}

/** What a routed conversation takes of its agent's room (R20). */
const CHANNEL = 'chat';

export function weightOf({ weights }: Pick<RoutingPlan, 'weights'>): number {
  return weights[CHANNEL] ?? 1;
}

/** Where a conversation stands now, and when that changes by itself. */
export interface Standing {
  /** R13: its place in the queue, moved forward by its priority. The smallest comes first. */
  place: number;
  /** R16: how many of its preferences still hold. */
  held: number;
  /** For the agent whom the visitor knows: kept, so that nobody else has it (R17), or she only comes first (C16). */
  kept: 'alone' | 'first' | null;
  nextChangeAt: number;
}

export function standingOf(waiting: Waiting, settings: Settings, now: number): Standing {
  const { queuedAt, enteredAt = queuedAt } = waiting;
  const own = settingsFor(settings, waiting.needs?.departmentId);
  const riskAt = own.targetMs === null ? Number.POSITIVE_INFINITY : queuedAt + own.targetMs * TARGET_AT_RISK_SHARE;
  const keptMs = own.knownAgentMs ?? (waiting.reopened ? REOPENED_FIRST_MS : 0);
  const keptUntil = waiting.knownAgentId ? enteredAt + keptMs : enteredAt;
  const count = waiting.needs ? preferencesOf(waiting.needs).length : 0;
  const steps = own.relaxAfterMs.map((afterMs) => queuedAt + afterMs);
  const passed = steps.filter((at) => at <= now).length;
  const held = passed === steps.length ? 0 : Math.max(0, count - passed);
  const changes = [riskAt, keptUntil, ...(held > 0 ? steps : [])].filter((at) => at > now);
  const levels = (waiting.priority ?? 0) + (riskAt <= now ? 1 : 0);
  return {
    place: queuedAt - levels * settings.plan.priorityStepMs,
    held,
    kept: keptUntil <= now ? null : own.knownAgentMs === null ? 'first' : 'alone',
    nextChangeAt: Math.min(...changes, Number.POSITIVE_INFINITY),
  };
}
