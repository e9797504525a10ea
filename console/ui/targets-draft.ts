import type { Department } from '../../protocol/wire/departments.ts';
import type { RoutingPlan } from '../../protocol/wire/routing.ts';

/** Targets as they are typed: seconds, or nothing. */
export interface TargetsDraft {
  all: string;
  departments: Record<string, string>;
  segments: { name: string; seconds: string }[];
}

const typed = (ms: number | null | undefined) => (ms === null || ms === undefined ? '' : String(ms / 1_000));
const msOf = (text: string) => (text.trim() === '' ? null : Math.round(Number(text.trim().replace(',', '.')) * 1_000));

export function targetsOf(plan: RoutingPlan, departments: readonly Department[]): TargetsDraft {
  return {
    all: typed(plan.targetMs),
    departments: Object.fromEntries(departments.map(({ id, routing }) => [id, typed(routing.targetMs)])),
    segments: Object.entries(plan.segmentTargets).map(([name, ms]) => ({ name, seconds: typed(ms) })),
  };
}

/** The plan with these targets; lines without a name or a length are none. What is no number stays one that the relay refuses. */
export function planWith(plan: RoutingPlan, { all, segments }: TargetsDraft): RoutingPlan {
  const told = segments.flatMap(({ name, seconds }) => {
    const ms = msOf(seconds);
    return name.trim() === '' || ms === null ? [] : [[name.trim(), ms] as const];
  });
  return { ...plan, targetMs: msOf(all), segmentTargets: Object.fromEntries(told) };
}

/** Only those that differ from what is stored. */
export function departmentsWith(departments: readonly Department[], draft: TargetsDraft): Department[] {
  return departments.flatMap((department) => {
    const next = msOf(draft.departments[department.id] ?? '');
    const { targetMs, ...routing } = department.routing;
    if (next === (targetMs ?? null)) return [];
    return [{ ...department, routing: next === null ? routing : { ...routing, targetMs: next } }];
  });
}
